#pragma once

#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "value/decimal.hpp"

namespace attache::dataset {

/// A column of a table schema. A localised field stands for the columns name@en, name@ru …
struct Field {
  enum class Kind { text, integer, decimal, edtf, list, localised };
  std::string name, description;
  Kind kind = Kind::text;
  bool required = false;
  bool unique = false;
  std::vector<std::string> choices;
  std::string pattern;
  std::regex expression;  ///< of pattern
  std::optional<Decimal> minimum, maximum;
  std::string fallback;                 ///< what an empty cell means
  std::vector<std::string> references;  ///< tables one of which must hold the id
};

struct TableSchema {
  std::string name, title, description;
  std::vector<Field> fields;
  [[nodiscard]] const Field* field(std::string_view name) const;
};

/// All tables of the model, in its order.
[[nodiscard]] const std::vector<TableSchema>& schemas();
/// nullptr for an unknown table.
[[nodiscard]] const TableSchema* schema(std::string_view table);
[[nodiscard]] std::vector<std::string> table_names();

/// A BCP 47 tag by its form.
[[nodiscard]] bool is_language_tag(std::string_view text);

/// The Table Schema of a file with exactly these columns, for other Frictionless tools; foreign keys only into `tables`.
[[nodiscard]] std::string schema_json(const TableSchema& table, const std::vector<std::string>& columns,
                                      const std::vector<std::string>& tables);

}  // namespace attache::dataset
