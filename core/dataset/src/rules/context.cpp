#include "context.hpp"

#include <algorithm>

#include "dataset/checks.hpp"

namespace attache::dataset {
namespace {

Severity severity_of(std::string_view id) {
  const auto& all = rules();
  const auto rule = std::find_if(all.begin(), all.end(), [id](const Rule& r) { return r.id == id; });
  return rule == all.end() ? Severity::error : rule->severity;
}

}  // namespace

void Context::report(const Row& row, Finding finding) {
  Problem problem;
  problem.failure = Failure::data;
  problem.severity = severity_of(finding.rule);
  problem.rule = finding.rule;
  problem.what = std::move(finding.what);
  problem.why = std::move(finding.why);
  problem.next = std::move(finding.next);
  const Cell* found = cell(row, finding.column);
  problem.where = {row.at.file, found == nullptr ? row.at.line : found->line, found == nullptr ? row.at.column : found->column,
                   finding.column};
  problems_.push_back(std::move(problem));
}

Edtf Context::as_of() const { return data.settings.as_of.value_or(data.newest_date()); }

const Cell* Context::cell(const Row& row, std::string_view column) const {
  for (const auto& entry : cells_) {
    const CellTable& table = entry.second;
    if (table.file != row.at.file) continue;
    const auto found = std::lower_bound(table.rows.begin(), table.rows.end(), row.at.line,
                                        [](const std::vector<Cell>& cells, int line) { return cells.front().line < line; });
    const std::size_t c = table.column(column);
    return found != table.rows.end() && c < table.columns.size() ? &(*found)[c] : nullptr;
  }
  return nullptr;
}

bool Context::is_readable(std::string_view table) const {
  const auto found = cells_.find(table);
  return found == cells_.end() || found->second.readable;
}

bool Context::is_filled(const Row& row, std::string_view column) const {
  const Cell* found = cell(row, column);
  return found != nullptr && !found->text.empty();
}

}  // namespace attache::dataset
