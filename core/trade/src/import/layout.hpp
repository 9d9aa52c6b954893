#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "trade/src/import/number.hpp"
#include "trade/trade_row.hpp"
#include "value/outcome.hpp"

namespace attache::trade {

/// What a column of a file with one trade row a line holds.
enum class Role : std::uint8_t {
  type,
  frequency,
  period,
  first_day,
  year,
  month,
  reporter_code,
  reporter_iso,
  reporter_name,
  flow,
  partner_code,
  partner_iso,
  partner_name,
  partner2,
  classification,
  family,
  product,
  product_text,
  level,
  customs,
  supply,
  transport,
  unit_code,
  unit_text,
  quantity,
  quantity_estimated,
  weight,
  weight_estimated,
  value,
  cif,
  fob,
  flag,
  status,
  currency
};
inline constexpr std::size_t role_count = 34;
[[nodiscard]] std::string_view role_name(Role role);
[[nodiscard]] std::optional<Role> parse_role(std::string_view name);

enum class FileFormat : std::uint8_t { comtrade, comtrade_legacy, baci, eurostat, flows, mapped, cross, baci_countries, baci_products };

/// What all rows of a file share because nothing in it says otherwise.
struct FileBasis {
  std::optional<AreaCode> reporter, partner;
  std::optional<Flow> flow;
  std::optional<Frequency> frequency;
  std::optional<Period> period;
  std::optional<Classification> classification;
  std::string product;
  std::string currency;                                   ///< ISO 4217
  int value_power = 0;                                    ///< the file's values are × 10^this units of currency
  int weight_power = 0;                                   ///< its weights × 10^this kilograms
  std::size_t code_width = 0;                             ///< product codes that are shorter lost zeros
  bool keeps_unknown_areas = false;                       ///< unknown names are groups, not faults
  std::map<std::string, std::string, std::less<>> areas;  ///< names of the file → ids of areas
  NumberForm numbers;
};

/// Which column holds what.
struct Layout {
  FileFormat format = FileFormat::flows;
  std::array<int, role_count> columns{};  ///< by role; -1 = not there
  std::vector<std::string> header;        ///< as in the file
  std::size_t header_records = 1;         ///< records before the first row

  Layout() { columns.fill(-1); }
  [[nodiscard]] int column(Role role) const { return columns[static_cast<std::size_t>(role)]; }
  [[nodiscard]] bool has(Role role) const { return column(role) >= 0; }
};

/// "Trade Value (US$)", "Trade.Value..US.." → "tradevalueus": how column names are compared.
[[nodiscard]] std::string column_key(std::string_view name);

/// The layout of a file with these column names, by the names alone; nothing when no known layout has them.
[[nodiscard]] std::optional<Layout> layout_of(const std::vector<std::string>& header);

/// What the format itself says: BACI is in thousand USD and tons, Eurostat in EUR. `file` is asked for the edition in BACI's file names.
[[nodiscard]] FileBasis basis_of(FileFormat format, std::string_view file);

}  // namespace attache::trade
