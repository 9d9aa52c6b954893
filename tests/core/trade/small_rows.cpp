#include "small_rows.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "value/digest.hpp"

namespace attache::test {

using namespace trade;

namespace {

void set_number(const std::string& text, std::int64_t& number, text::Missing& missing) {
  if (text == "-") {
    missing = text::Missing::not_available;
  } else if (text == "?") {
    missing = text::Missing::confidential;
  } else {
    number = std::stoll(text);
    missing = text::Missing::present;
  }
}

void set_extra(const std::string& word, TradeRow& row, CodeBook& codes) {
  const auto equals = word.find('=');
  const std::string name = word.substr(0, equals);
  const std::string value = equals == std::string::npos ? "" : word.substr(equals + 1);
  if (name == "kg") return set_number(value, row.net_weight, row.net_weight_missing);
  if (name == "c") row.customs = static_cast<std::uint8_t>(std::stoi(value));
  if (name == "mot") row.transport = static_cast<std::uint16_t>(std::stoi(value));
  if (name == "p2") row.partner2 = area(value);
  if (name == "status") row.status = value.front();
  if (name == "est") row.net_weight_estimated = true;
  if (name == "qty") {
    const auto digits = value.find_first_not_of("0123456789");
    set_number(value.substr(0, digits), row.quantity, row.quantity_missing);
    row.quantity_unit = codes.unit(digits == std::string::npos ? "" : value.substr(digits)).value();
  }
}

}  // namespace

AreaCode area(const std::string& iso3) { return area_of_iso3(iso3).value(); }

std::vector<SourcedRow> small_rows(const std::string& text, CodeBook& codes) {
  std::vector<SourcedRow> rows;
  std::istringstream lines(text);
  std::string line;
  std::uint32_t number = 0;
  while (std::getline(lines, line)) {
    ++number;
    std::istringstream words(line);
    std::string reporter, flow, partner, period, classification, product, value, word;
    if (!(words >> reporter >> flow >> partner >> period >> classification >> product >> value)) continue;
    SourcedRow out;
    out.origin.line = number;
    TradeRow& row = out.row;
    row.reporter = codes.area(reporter).value();
    row.partner = codes.area(partner).value();
    row.flow = parse_flow(flow).value();
    row.period = Period::parse(period).value();
    row.product = codes.product(codes.classification(classification).value(), product).value();
    row.net_weight_missing = row.quantity_missing = text::Missing::not_available;
    set_number(value, row.value, row.value_missing);
    while (words >> word) set_extra(word, row, codes);
    rows.push_back(out);
  }
  return rows;
}

Import small_import(const std::string& store, const std::string& release, const std::string& text) {
  Import import;
  import.store = store;
  import.release.id = release;
  import.release.currency = "USD";
  import.tool = "test";
  RowInput input;
  input.path = "rows.csv";
  input.sha256 = sha256_hex(text);
  input.bytes = text.size();
  input.open = [text](CodeBook& codes) { return rows_in_memory("rows.csv", small_rows(text, codes)).open(codes); };
  import.inputs.push_back(std::move(input));
  return import;
}

std::string text_of(const Total& total, const CodeBook& codes) {
  static constexpr std::string_view bases[] = {"declared", "products", "areas"};
  std::string out = total.has_value() ? std::to_string(total.value) : "-";
  if (total.missing_values > 0 && total.has_value()) out += "+?";
  if (total.missing_weights < total.rows) out += " " + std::to_string(total.net_weight) + "kg";
  out += ' ' + std::string(bases[static_cast<std::size_t>(total.basis)]) + ' ' + codes.classification_text(total.series.classification) +
         '/' + std::to_string(total.series.level);
  return out;
}

std::string text_of(const PairAnswer& answer, const CodeBook& codes) { return text_of(answer.totals, codes); }

std::string text_of(const std::vector<PeriodTotal>& totals, const CodeBook& codes) {
  std::string out;
  for (const PeriodTotal& each : totals)
    out += std::string(flow_code(each.flow)) + ' ' + each.period.text() + ' ' + text_of(each.total, codes) + '\n';
  return out;
}

std::string text_of(const std::vector<AreaTotal>& totals, const CodeBook& codes) {
  std::string out;
  for (const AreaTotal& each : totals) {
    out += codes.area_id(each.area) + ' ' + std::string(flow_code(each.flow)) + ' ' + each.period.text() + ' ' +
           text_of(each.total, codes) + '\n';
  }
  return out;
}

std::string text_of(const std::vector<ProductTotal>& totals, const CodeBook& codes) {
  std::string out;
  for (const ProductTotal& each : totals) {
    out += codes.product_code(each.product) + ' ' + std::string(flow_code(each.flow)) + ' ' + each.period.text() + ' ' +
           text_of(each.total, codes) + '\n';
  }
  return out;
}

std::string text_of(std::span<const TradeRow> rows, const CodeBook& codes) {
  std::string out;
  for (const TradeRow& row : rows) {
    out += std::string(flow_code(row.flow)) + ' ' + row.period.text() + ' ' +
           codes.classification_text(row.product.series().classification) + ' ' + codes.product_code(row.product) + ' ' +
           (row.value_missing == text::Missing::present ? std::to_string(row.value) : "-") + (row.summed ? " summed" : "") + '\n';
  }
  return out;
}

}  // namespace attache::test
