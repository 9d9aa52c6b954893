#pragma once
/// Names of sheets, tables and columns, as spreadsheet programs accept them.

#include <set>
#include <string>
#include <string_view>

namespace attache::xlsx {

/// Gives out sheet names that are valid and, ignoring case, unique: at most 31 UTF-16 units, none of []:*?/\, no apostrophe at
/// either end, not "History" (reserved), never blank.
class SheetNames {
 public:
  /// The name made valid; " (2)", " (3)" … is added when it is taken. `fallback` replaces a name of which nothing is left.
  [[nodiscard]] std::string take(std::string_view wanted, std::string_view fallback);

 private:
  std::set<std::string> taken_;  // folded
};

/// Gives out table names: a letter first, then letters, digits and "_"; never like a cell reference; unique ignoring case.
class TableNames {
 public:
  [[nodiscard]] std::string take(std::string_view id);

 private:
  std::set<std::string> taken_;
};

/// Lower case for ASCII, Latin-1, Greek and Cyrillic: enough to see that "Экспорт" and "экспорт" are one name to a spreadsheet.
[[nodiscard]] std::string case_folded(std::string_view name);

/// A sheet name as formulas and links write it: 'Key figures'.
[[nodiscard]] std::string quoted_sheet(std::string_view name);

/// "A", "Z", "AA" … for 0, 25, 26 …
[[nodiscard]] std::string column_letters(unsigned column);

/// "C5"; with `fixed_row` "C$5". Zero-based arguments.
[[nodiscard]] std::string cell_reference(unsigned row, unsigned column, bool fixed_row = false);

}  // namespace attache::xlsx
