#include "trade/src/import/layout.hpp"

#include <algorithm>

namespace attache::trade {

namespace {

struct NamedColumn {
  std::string_view key;
  Role role;
};

constexpr std::array<std::string_view, role_count> role_names = {"type",
                                                                 "frequency",
                                                                 "period",
                                                                 "first_day",
                                                                 "year",
                                                                 "month",
                                                                 "reporter_code",
                                                                 "reporter_iso",
                                                                 "reporter_name",
                                                                 "flow",
                                                                 "partner_code",
                                                                 "partner_iso",
                                                                 "partner_name",
                                                                 "partner2",
                                                                 "classification",
                                                                 "family",
                                                                 "product",
                                                                 "product_text",
                                                                 "level",
                                                                 "customs",
                                                                 "supply",
                                                                 "transport",
                                                                 "unit_code",
                                                                 "unit_text",
                                                                 "quantity",
                                                                 "quantity_estimated",
                                                                 "weight",
                                                                 "weight_estimated",
                                                                 "value",
                                                                 "cif",
                                                                 "fob",
                                                                 "flag",
                                                                 "status",
                                                                 "currency"};

// The first name that is there is taken: codes before words.
constexpr std::array named_columns = {
    NamedColumn{"typecode", Role::type},
    NamedColumn{"freqcode", Role::frequency},
    NamedColumn{"frequency", Role::frequency},
    NamedColumn{"freq", Role::frequency},
    NamedColumn{"period", Role::period},
    NamedColumn{"t", Role::period},
    NamedColumn{"timeperiod", Role::period},
    NamedColumn{"date", Role::period},
    NamedColumn{"refperiodid", Role::first_day},
    NamedColumn{"refyear", Role::year},
    NamedColumn{"year", Role::year},
    NamedColumn{"refmonth", Role::month},
    NamedColumn{"reportercode", Role::reporter_code},
    NamedColumn{"i", Role::reporter_code},
    NamedColumn{"reporteriso", Role::reporter_iso},
    NamedColumn{"reporterdesc", Role::reporter_name},
    NamedColumn{"reporter", Role::reporter_name},
    NamedColumn{"flowcode", Role::flow},
    NamedColumn{"tradeflowcode", Role::flow},
    NamedColumn{"tradeflow", Role::flow},
    NamedColumn{"flowdesc", Role::flow},
    NamedColumn{"flow", Role::flow},
    NamedColumn{"partnercode", Role::partner_code},
    NamedColumn{"j", Role::partner_code},
    NamedColumn{"partneriso", Role::partner_iso},
    NamedColumn{"partnerdesc", Role::partner_name},
    NamedColumn{"partner", Role::partner_name},
    NamedColumn{"partner2code", Role::partner2},
    NamedColumn{"2ndpartnercode", Role::partner2},
    NamedColumn{"classificationcode", Role::classification},
    NamedColumn{"classification", Role::classification},
    NamedColumn{"classificationsearchcode", Role::family},
    NamedColumn{"cmdcode", Role::product},
    NamedColumn{"commoditycode", Role::product},
    NamedColumn{"product", Role::product},
    NamedColumn{"k", Role::product},
    NamedColumn{"cmddesc", Role::product_text},
    NamedColumn{"commodity", Role::product_text},
    NamedColumn{"aggrlevel", Role::level},
    NamedColumn{"aggregatelevel", Role::level},
    NamedColumn{"customscode", Role::customs},
    NamedColumn{"customsproccode", Role::customs},
    NamedColumn{"moscode", Role::supply},
    NamedColumn{"motcode", Role::transport},
    NamedColumn{"modeoftransportcode", Role::transport},
    NamedColumn{"qtyunitcode", Role::unit_code},
    NamedColumn{"quantityunitcode", Role::unit_code},
    NamedColumn{"qtyunitabbr", Role::unit_text},
    NamedColumn{"quantityunit", Role::unit_text},
    NamedColumn{"qty", Role::quantity},
    NamedColumn{"supplementaryquantity", Role::quantity},
    NamedColumn{"quantity", Role::quantity},
    NamedColumn{"isqtyestimated", Role::quantity_estimated},
    NamedColumn{"netwgt", Role::weight},
    NamedColumn{"netweightkg", Role::weight},
    NamedColumn{"netweight", Role::weight},
    NamedColumn{"q", Role::weight},
    NamedColumn{"isnetwgtestimated", Role::weight_estimated},
    NamedColumn{"primaryvalue", Role::value},
    NamedColumn{"tradevalueus", Role::value},
    NamedColumn{"valueineur", Role::value},
    NamedColumn{"valueineuros", Role::value},
    NamedColumn{"value", Role::value},
    NamedColumn{"v", Role::value},
    NamedColumn{"cifvalue", Role::cif},
    NamedColumn{"ciftradevalueus", Role::cif},
    NamedColumn{"fobvalue", Role::fob},
    NamedColumn{"fobtradevalueus", Role::fob},
    NamedColumn{"legacyestimationflag", Role::flag},
    NamedColumn{"flag", Role::flag},
    NamedColumn{"estimationcode", Role::flag},
    NamedColumn{"status", Role::status},
    NamedColumn{"currency", Role::currency},
};

/// The editions of the Harmonized System by the year in the names of BACI's files.
std::optional<Classification> edition_in_name(std::string_view file) {
  constexpr std::array<std::string_view, 7> years = {"92", "96", "02", "07", "12", "17", "22"};
  const auto slash = file.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? file : file.substr(slash + 1);
  const auto at = name.find("HS");
  if (at == std::string_view::npos) return std::nullopt;
  const auto* const year = std::find(years.begin(), years.end(), name.substr(at + 2, 2));
  if (year == years.end()) return std::nullopt;
  return static_cast<Classification>(static_cast<int>(Classification::h0) + (year - years.begin()));
}

}  // namespace

std::string_view role_name(Role role) { return role_names[static_cast<std::size_t>(role)]; }

std::optional<Role> parse_role(std::string_view name) {
  const auto* const at = std::find(role_names.begin(), role_names.end(), name);
  if (at == role_names.end()) return std::nullopt;
  return static_cast<Role>(at - role_names.begin());
}

std::string column_key(std::string_view name) {
  std::string key;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') key += static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) key += c;
  }
  return key;
}

std::optional<Layout> layout_of(const std::vector<std::string>& header) {
  std::vector<std::string> keys;
  keys.reserve(header.size());
  for (const std::string& name : header) keys.push_back(column_key(name));
  const auto has = [&keys](std::string_view key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); };
  Layout layout;
  layout.header = header;
  if (has("cmdcode") && (has("primaryvalue") || has("cifvalue") || has("fobvalue"))) {
    layout.format = FileFormat::comtrade;
  } else if (has("tradevalueus") || (has("tradeflowcode") && has("commoditycode") && has("value"))) {
    layout.format = FileFormat::comtrade_legacy;
  } else if (has("t") && has("i") && has("j") && has("k") && has("v")) {
    layout.format = FileFormat::baci;
  } else if (has("reporter") && has("partner") && has("product") && (has("valueineur") || has("valueineuros"))) {
    layout.format = FileFormat::eurostat;
  } else if (has("countrycode") && (has("iso3digitalpha") || has("countryiso3"))) {
    layout.format = FileFormat::baci_countries;
  } else if (header.size() <= 3 && has("code") && has("description")) {
    layout.format = FileFormat::baci_products;
  } else if (has("value") && (has("reporter") || has("partner"))) {
    layout.format = FileFormat::flows;
  } else {
    return std::nullopt;
  }
  for (const NamedColumn& named : named_columns) {
    int& column = layout.columns[static_cast<std::size_t>(named.role)];
    const auto at = std::find(keys.begin(), keys.end(), named.key);
    if (column < 0 && at != keys.end()) column = static_cast<int>(at - keys.begin());
  }
  return layout;
}

FileBasis basis_of(FileFormat format, std::string_view file) {
  FileBasis basis;
  switch (format) {
    case FileFormat::comtrade:
    case FileFormat::comtrade_legacy:
      basis.currency = "USD";
      break;
    case FileFormat::baci:
      basis.currency = "USD";
      basis.value_power = basis.weight_power = 3;
      basis.flow = Flow::x;
      basis.frequency = Frequency::annual;
      basis.code_width = 6;
      basis.classification = edition_in_name(file);
      break;
    case FileFormat::eurostat:
      basis.currency = "EUR";
      basis.keeps_unknown_areas = true;
      basis.classification = Classification::hs;
      break;
    default:
      break;
  }
  return basis;
}

}  // namespace attache::trade
