#include "trade/src/import/row_maker.hpp"

#include <algorithm>

#include "trade/src/import/words.hpp"

namespace attache::trade {

namespace {

using text::Missing;

/// Digits only, at most four, perhaps followed by the ".0" of programs that hold codes as floating point; -1 for anything else.
int number_of(std::string_view text) {
  int value = 0;
  std::size_t i = 0;
  for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
    if (i == 4) return -1;
    value = value * 10 + (text[i] - '0');
  }
  if (i == 0) return -1;
  if (i == text.size()) return value;
  const std::string_view rest = text.substr(i);
  return rest == ".0" || trimmed(rest).empty() ? value : -1;
}

bool is_true(std::string_view text) { return !text.empty() && (text.front() == 't' || text.front() == 'T' || text == "1"); }

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<Frequency> frequency_of(std::string_view text) {
  text = trimmed(text);
  if (text == "A") return Frequency::annual;
  if (text == "Q") return Frequency::quarterly;
  if (text == "M") return Frequency::monthly;
  return std::nullopt;
}

bool is_services(Classification c) { return is_edition_of(c, Classification::eb); }

}  // namespace

RowMaker::RowMaker(const Layout& layout, const FileBasis& basis, const Scales* scales, CodeBook& codes)
    : layout_(layout),
      basis_(basis),
      scales_(scales),
      codes_(codes),
      areas_(basis, codes, seen_),
      reporter_{layout.column(Role::reporter_code),
                layout.column(Role::reporter_iso),
                layout.column(Role::reporter_name),
                basis.reporter,
                "reporter",
                {},
                0},
      partner_{layout.column(Role::partner_code),
               layout.column(Role::partner_iso),
               layout.column(Role::partner_name),
               basis.partner,
               "partner",
               {},
               0} {}

std::string_view RowMaker::text(Role role) const {
  const int column = layout_.column(role);
  return column < 0 ? std::string_view() : (*record_)[static_cast<std::size_t>(column) + shift_];
}

bool RowMaker::refuse(int column, std::string rule, std::string what, std::string next) {
  fault_ = {column < 0 ? -1 : column + static_cast<int>(shift_), std::move(rule), std::move(what), std::move(next)};
  return false;
}

bool RowMaker::make(const CsvRecord& record, std::size_t shift, TradeRow& row) {
  record_ = &record;
  shift_ = shift;
  row = TradeRow();
  return area(reporter_, row.reporter) && area(partner_, row.partner) && flow(row) && period(row) && product(row) && breakdown(row) &&
         value(row) && amounts(row);
}

bool RowMaker::area(AreaColumns& columns, AreaCode& out) {
  const auto field = [&](int column) { return column < 0 ? std::string_view() : (*record_)[static_cast<std::size_t>(column) + shift_]; };
  const int code = number_of(field(columns.code));
  if (code >= 0) {
    if (code >= first_own_area) {
      return refuse(columns.code, "area-code", quoted_start(field(columns.code)) + " is no area code of Comtrade",
                    "its codes have at most three digits");
    }
    out = static_cast<AreaCode>(code);
    if (columns.name >= 0 && !labelled_areas_[out]) {
      labelled_areas_.set(out);
      if (const auto name = trimmed(field(columns.name)); !name.empty()) codes_.label_area(out, repaired(name));
    }
    return true;
  }
  if (const auto given = trimmed(field(columns.code)); !given.empty()) {
    return refuse(columns.code, "area-code", quoted_start(given) + " is no area code of Comtrade", "its codes are numbers, as 398 and 643");
  }
  if (const auto letters = field(columns.iso); !letters.empty()) {
    const auto found = area_of_letters(letters);
    if (!found)
      return refuse(columns.iso, "area-code", quoted_start(letters) + " is no ISO 3166 code of an area", "letter codes are as KAZ, RUS");
    out = *found;
    return true;
  }
  if (!trimmed(field(columns.name)).empty()) return named_area(columns, columns.name, out);
  if (columns.basis) {
    out = *columns.basis;
    return true;
  }
  return refuse(columns.code, std::string("no-") + columns.what, std::string("the row has no ") + columns.what,
                std::string("fill it in, or give it for all rows with --set ") + columns.what + "=KAZ");
}

bool RowMaker::named_area(AreaColumns& columns, int column, AreaCode& out) {
  const std::string_view name = (*record_)[static_cast<std::size_t>(column) + shift_];
  if (name == columns.last_text) {
    out = columns.last;
    return true;
  }
  RowFault fault;
  const auto found = areas_.find(name, fault);
  if (!found) return refuse(column, std::move(fault.rule), std::move(fault.what), std::move(fault.next));
  columns.last_text = name;
  columns.last = out = *found;
  return true;
}

bool RowMaker::flow(TradeRow& row) {
  const std::string_view given = text(Role::flow);
  if (given.empty()) {
    if (!basis_.flow)
      return refuse(layout_.column(Role::flow), "no-flow", "the row has no flow", "fill it in, or give it with --set flow=X");
    row.flow = *basis_.flow;
    return true;
  }
  if (given != last_flow_) {
    const auto found = flow_of_text(given);
    if (!found) {
      return refuse(layout_.column(Role::flow), "flow", quoted_start(given) + " is no flow",
                    "flows are M, X, RM, RX, DX, FM, MIP, MOP, XIP, XOP, MIF, XIF, the numbers 1 to 4, or their words");
    }
    last_flow_ = given;
    flow_ = *found;
  }
  row.flow = flow_;
  return true;
}

bool RowMaker::period(TradeRow& row) {
  const std::string_view frequency = text(Role::frequency);
  Role role = Role::period;
  if (text(role).empty()) role = text(Role::first_day).empty() ? Role::year : Role::first_day;
  const std::string_view given = text(role);
  if (given.empty()) {
    if (!basis_.period)
      return refuse(layout_.column(role), "no-period", "the row has no period", "fill it in, or give it with --set period=2021");
    row.period = *basis_.period;
    return true;
  }
  if (given != last_period_ || frequency != last_frequency_) {
    std::optional<Frequency> wanted = basis_.frequency;
    if (!frequency.empty()) {
      wanted = frequency_of(frequency);
      if (!wanted)
        return refuse(layout_.column(Role::frequency), "frequency", quoted_start(frequency) + " is no frequency", "write A, Q or M");
    }
    const auto found = period_of_text(given, wanted);
    if (!found) {
      return refuse(layout_.column(role), "period", quoted_start(given) + " is no period",
                    "periods are as 2019, 201903, 2019-Q1 or March 2019; a full date needs --set freq=A");
    }
    if (wanted && found->frequency() != *wanted) {
      return refuse(layout_.column(role), "period",
                    quoted_start(given) + " is no period of frequency " + std::string(1, frequency_letter(*wanted)),
                    "correct the period or the frequency");
    }
    last_period_ = given;
    last_frequency_ = frequency;
    period_ = *found;
  }
  row.period = period_;
  return true;
}

bool RowMaker::classification(Classification& out) {
  std::string_view given = trimmed(text(Role::classification));
  if (given.empty()) given = trimmed(text(Role::family));
  if (given.empty()) {
    if (!basis_.classification) {
      return refuse(layout_.column(Role::classification), "no-classification", "the row has no classification",
                    "fill it in, or give it with --set classification=H5");
    }
    out = *basis_.classification;
    return true;
  }
  if (given != last_classification_) {
    const auto found = codes_.classification(given);
    if (!found) return refuse(layout_.column(Role::classification), "classification", found.error().what, found.error().next);
    last_classification_ = given;
    classification_ = *found;
    last_product_.clear();
  }
  out = classification_;
  return true;
}

std::string_view RowMaker::whole_code(std::string_view code, int level, bool digits_pair) {
  std::size_t width = basis_.code_width;
  if (level > 0) width = static_cast<std::size_t>(level);
  if (width == 0 && digits_pair) width = code.size() + code.size() % 2;
  if (code.size() >= width || !all_digits(code)) return code;
  ++seen_.lost_zeros;
  padded_.assign(width - code.size(), '0');
  padded_ += code;
  return padded_;
}

bool RowMaker::product(TradeRow& row) {
  Classification c{};
  if (!classification(c)) return false;
  const int column = layout_.column(Role::product);
  std::string_view code = trimmed(text(Role::product));
  if (code.empty()) code = basis_.product;
  if (code.empty()) return refuse(column, "no-product", "the row has no product", "fill it in, or give it with --set product=TOTAL");
  const std::string_view level_text = text(Role::level);
  const int level = number_of(level_text);
  if (!level_text.empty() && level < 0)
    return refuse(layout_.column(Role::level), "level", quoted_start(level_text) + " is no level", "write 0, 2, 4 or 6");
  if (code != last_product_ || is_services(c)) {
    last_product_ = code;
    if (const auto dash = code.find('-'); dash != std::string_view::npos) code = trimmed(code.substr(0, dash));
    if (code == "Total" || code == "AG0" || (is_services(c) && level == 0)) code = "TOTAL";
    const bool services = is_services(c);
    const bool pairs = is_edition_of(c, Classification::hs) || c == Classification::cn || c == Classification::eaeu;
    if (!services && code != "TOTAL") code = whole_code(code, level, pairs);
    const auto found = codes_.product(c, code, services && level > 0 ? level : -1);
    if (!found) return refuse(column, "product", found.error().what, found.error().next);
    product_ = *found;
    if (const auto label = text(Role::product_text); !label.empty() && labelled_products_.insert(product_.packed()).second) {
      codes_.label_product(product_, trimmed(label));
    }
  } else if (basis_.code_width > code.size() || (level > 0 && static_cast<std::size_t>(level) > code.size())) {
    ++seen_.lost_zeros;
  }
  row.product = product_;
  return true;
}

bool RowMaker::small_number(Role role, int most, int& out) {
  const std::string_view given = text(role);
  if (given.empty()) return true;
  out = number_of(given);
  if (out >= 0 && out <= most) return true;
  out = 0;
  if (trimmed(given).empty()) return true;
  return refuse(layout_.column(role), std::string(role_name(role)),
                quoted_start(given) + " is no code of a " + std::string(role_name(role)), "Comtrade's codes are numbers, 0 for all");
}

bool RowMaker::breakdown(TradeRow& row) {
  int partner = 0, transport = 0, supply = 0;
  if (!small_number(Role::partner2, first_own_area - 1, partner) || !small_number(Role::transport, 9999, transport)) return false;
  row.partner2 = static_cast<AreaCode>(partner);
  row.transport = static_cast<std::uint16_t>(transport);
  if (const auto mode = text(Role::supply); mode.starts_with("Mode ") && mode.size() == 6) {
    supply = mode.back() - '0';
  } else if (!small_number(Role::supply, 255, supply)) {
    return false;
  }
  row.supply = static_cast<std::uint8_t>(supply);
  const std::string_view customs = text(Role::customs);
  if (customs.empty() || customs == "C00") return true;
  const int number = customs.front() == 'C' ? number_of(customs.substr(1)) : number_of(customs);
  if (number < 0 || number > 255) {
    return refuse(layout_.column(Role::customs), "customs", quoted_start(customs) + " is no customs procedure",
                  "they are C00 to C20, C00 for all");
  }
  row.customs = static_cast<std::uint8_t>(number);
  return true;
}

bool RowMaker::measure(Role role, const Measure& how, std::int64_t& out, Missing& missing, bool& estimate) {
  WrittenNumber number;
  const std::string_view given = text(role);
  const NumberFault fault = read_number(given, basis_.numbers, number);
  if (fault == NumberFault::missing) {
    missing = Missing::not_available;
    return true;
  }
  if (fault != NumberFault::none) {
    return refuse(layout_.column(role), std::string(role_name(role)),
                  quoted_start(given) + (fault == NumberFault::too_large ? " is too large" : " is no number"),
                  "correct it, or leave it empty when it is not known");
  }
  missing = Missing::present;
  estimate = estimate || number.is_estimate;
  if (number.is_noise) ++seen_.noisy;
  if (scales_ == nullptr) {
    how.gauge->see(number);
    out = number.mantissa;  // only whether it is 0 matters
    return true;
  }
  const auto scaled = at_scale(number, how.power + how.scale);
  if (!scaled) {
    return refuse(layout_.column(role), std::string(role_name(role)), quoted_start(given) + " is too large",
                  "import it with fewer decimals: --set decimals=0");
  }
  out = *scaled;
  return true;
}

bool RowMaker::value(TradeRow& row) {
  Role role = Role::value;
  if (!layout_.has(role)) role = row.flow == Flow::m || row.flow == Flow::rm || row.flow == Flow::fm ? Role::cif : Role::fob;
  bool estimate = false;
  const Measure how{basis_.value_power, scales_ == nullptr ? 0 : scales_->value, &seen_.value};
  if (!measure(role, how, row.value, row.value_missing, estimate)) return false;
  if (estimate) {
    row.status = 'E';
    ++seen_.estimates;
  }
  if (const auto status = trimmed(text(Role::status)); status.size() == 1) row.status = status.front();
  if (row.status == 'Q' && row.value_missing != Missing::present) row.value_missing = Missing::confidential;
  if (const auto currency = trimmed(text(Role::currency)); !currency.empty() && scales_ == nullptr) seen_.currencies.emplace(currency);
  return true;
}

bool RowMaker::amounts(TradeRow& row) {
  bool estimate = false;
  const Measure weight{basis_.weight_power, scales_ == nullptr ? 0 : scales_->weight, &seen_.weight};
  if (!measure(Role::weight, weight, row.net_weight, row.net_weight_missing, estimate)) return false;
  const Measure quantity{0, scales_ == nullptr ? 0 : scales_->quantity, &seen_.quantity};
  if (!measure(Role::quantity, quantity, row.quantity, row.quantity_missing, estimate)) return false;
  // Comtrade writes 0 for a weight it does not know; of goods worth something it cannot be the weight.
  const bool worth = row.value_missing == Missing::present && row.value != 0;
  if (worth && row.net_weight == 0 && row.net_weight_missing == Missing::present) {
    row.net_weight_missing = Missing::not_available;
    ++seen_.zero_amounts;
  }
  int unit = 0;
  const std::string_view unit_code = text(Role::unit_code);
  if (!unit_code.empty() && unit_code != "-1") {
    if (!small_number(Role::unit_code, 99, unit)) return false;
    if (unit == 1) unit = 0;  // "No Quantity"
  } else if (unit_code.empty()) {
    const auto named = codes_.unit(trimmed(text(Role::unit_text)));
    if (!named) return refuse(layout_.column(Role::unit_text), "unit", named.error().what, named.error().next);
    unit = *named;
  }
  row.quantity_unit = static_cast<std::uint16_t>(unit);
  if (unit == 0 || (worth && row.quantity == 0)) {
    if (unit != 0 && row.quantity_missing == Missing::present) ++seen_.zero_amounts;
    row.quantity_missing = Missing::not_available;
    row.quantity = 0;
  }
  row.net_weight_estimated = row.net_weight_missing == Missing::present && is_true(text(Role::weight_estimated));
  row.quantity_estimated = row.quantity_missing == Missing::present && is_true(text(Role::quantity_estimated));
  const int flag = number_of(text(Role::flag));  // 2 the quantity, 4 the weight, 6 both are estimated
  if (flag > 0 && !layout_.has(Role::weight_estimated)) {
    row.net_weight_estimated = row.net_weight_missing == Missing::present && (flag & 4) != 0;
    row.quantity_estimated = row.quantity_missing == Missing::present && (flag & 2) != 0;
  }
  return true;
}

}  // namespace attache::trade
