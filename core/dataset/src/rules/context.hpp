#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../typed_rows.hpp"
#include "dataset/dataset.hpp"

namespace attache::dataset {

/// What a rule has to say of a row's cell.
struct Finding {
  const char* rule;
  const char* column;
  std::string what;
  std::string why;
  std::string next;
};

/// What rules look at and where they report to.
class Context {
 public:
  Context(const Dataset& dataset, const CellTables& cells, std::vector<Problem>& problems)
      : data(dataset), cells_(cells), problems_(problems) {}

  const Dataset& data;  ///< complete but for cells that were refused

  /// Reports with the rule's severity.
  void report(const Row& row, Finding finding);
  /// The dataset's as-of date, else the newest date in the data.
  [[nodiscard]] Edtf as_of() const;
  /// Whether something stands in the cell, be it readable or not.
  [[nodiscard]] bool is_filled(const Row& row, std::string_view column) const;
  /// False for a table of the package that could not be read: nothing is concluded from what it lacks.
  [[nodiscard]] bool is_readable(std::string_view table) const;

 private:
  /// The cell with its place; nullptr when the file has no such column.
  [[nodiscard]] const Cell* cell(const Row& row, std::string_view column) const;

  const CellTables& cells_;
  std::vector<Problem>& problems_;
};

}  // namespace attache::dataset
