#include <algorithm>
#include <cstdint>

#include "builders.hpp"

namespace attache::report {

namespace {

/// "column=value", "column!=value".
bool matches(const dataset::RawTable& raw, const std::vector<std::string>& row, const std::string& condition) {
  const auto equals = condition.find('=');
  const bool negated = equals > 0 && condition[equals - 1] == '!';
  const std::string name = condition.substr(0, negated ? equals - 1 : equals);
  const auto column = std::find(raw.columns.begin(), raw.columns.end(), name);
  if (column == raw.columns.end()) return false;
  return (row[static_cast<std::size_t>(column - raw.columns.begin())] == condition.substr(equals + 1)) != negated;
}

/// Problem with a column name, or with a condition that is none.
std::string wrong(const dataset::RawTable& raw, const Options& options) {
  const auto unknown = [&](const std::string& name) {
    return std::find(raw.columns.begin(), raw.columns.end(), name) == raw.columns.end();
  };
  for (const auto& name : options.list("columns")) {
    if (unknown(name)) return "no column '" + name + "' in '" + raw.name + "'; " + did_you_mean(name, raw.columns);
  }
  for (const auto& condition : options.list("where")) {
    const auto equals = condition.find('=');
    if (equals == std::string::npos || equals == 0) return "'" + condition + "' is no condition; write column=value";
    const std::string name = condition.substr(0, condition[equals - 1] == '!' ? equals - 1 : equals);
    if (unknown(name)) return "no column '" + name + "' in '" + raw.name + "'; " + did_you_mean(name, raw.columns);
  }
  return {};
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  auto raw = dataset::raw_table(context.data, options.text("table"));
  if (!raw) return context.refuse(raw.error());
  if (const std::string problem = wrong(*raw, options); !problem.empty()) {
    return context.refuse(file_problem({}, "table", "section '" + draft.id + "': " + problem));
  }
  const auto names = options.list("columns").empty() ? raw->columns : options.list("columns");
  TableMaker maker(draft.id, draft.section.title, std::string());
  std::vector<std::size_t> from;
  for (const auto& name : names) {
    maker.column(name, name, Type::text, from.empty() ? Role::key : Role::other);
    from.push_back(static_cast<std::size_t>(std::find(raw->columns.begin(), raw->columns.end(), name) - raw->columns.begin()));
  }
  const auto source = std::find(raw->columns.begin(), raw->columns.end(), "source");
  const int cited =
      source == raw->columns.end() ? -1 : maker.column("SOURCE", context.t("report.column.source"), Type::integer, Role::citation);
  if (cited >= 0) maker.at(cited).data_only = false;
  for (const auto& row : raw->rows) {
    if (!std::all_of(options.list("where").begin(), options.list("where").end(),
                     [&](const auto& condition) { return matches(*raw, row, condition); }))
      continue;
    maker.row();
    for (std::size_t i = 0; i < from.size(); ++i) {
      if (!row[from[i]].empty()) maker.set(static_cast<int>(i), Cell(row[from[i]]));
    }
    const auto number = cited < 0 ? 0U : context.cite(row[static_cast<std::size_t>(source - raw->columns.begin())]);
    if (number > 0) maker.set(cited, Cell(static_cast<std::int64_t>(number)));
  }
  if (!maker.empty()) draft.add(draft.id + "-table", TableRef{maker.finish(context), options.integer("rows"), {}});
}

}  // namespace

Builder table_builder() {
  return {"table",
          "Any table of the dataset, as written",
          {{"table", OptionType::text, "observations", "Name of the table", {}},
           {"columns", OptionType::list, "", "Columns in this order; empty = all", {}},
           {"where", OptionType::list, "", "Only rows that meet all conditions: \"column=value\", \"column!=value\"", {}},
           {"rows", OptionType::integer, "0", "Paged documents print so many rows; 0 = all", {}}},
          build};
}

}  // namespace attache::report
