#pragma once
/// Makes a table row by row, then chooses magnitude and decimals once for all of it and records where each figure came from.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "context.hpp"

namespace attache::report {

class TableMaker {
 public:
  TableMaker(std::string id, std::string title, std::string sheet_name);

  /// A column that is no measure; returns its index.
  int column(std::string id, std::string title, Type type, Role role);
  /// A measure; money columns of a table share one magnitude.
  int measure(std::string id, std::string title, Formula formula = {});
  Column& at(int column) { return table_.columns[static_cast<std::size_t>(column)]; }
  Table& table() { return table_; }

  void row();
  void set(int column, Cell cell);
  /// A figure with its trace; its status and citation go to the columns named by status_column and citation_column. A figure in
  /// another unit than the column's first is not applicable there, with a warning.
  void set(int column, const Quantity& quantity, Context& context);
  [[nodiscard]] bool empty() const { return table_.rows.empty(); }

  /// Hands the table to the document; returns its index there.
  std::uint32_t finish(Context& context);

 private:
  struct Traced {
    std::size_t row = 0;
    int column = 0;
    Quantity quantity;
  };
  void choose_units(const Context& context);
  void fit_scales();
  Table table_;
  std::vector<Traced> traced_;
  std::map<int, std::string> missing_units_;  ///< of the first missing figure of a column
};

}  // namespace attache::report
