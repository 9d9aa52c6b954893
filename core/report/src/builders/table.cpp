#include <algorithm>
#include <cstdint>

#include "../parameters.hpp"
#include "../shown_rows.hpp"
#include "builders.hpp"
#include "value/add_once.hpp"

namespace attache::report {

namespace {

/// More columns than an upright page bears.
constexpr std::size_t upright_columns = 8;

/// A printed column: the first of these that has a text ("name": name@en, else name@ru …).
struct Printed {
  std::string name;
  std::vector<std::size_t> from;
  [[nodiscard]] const std::string& text(const std::vector<std::string>& row) const {
    const auto filled = std::find_if(from.begin(), from.end(), [&](std::size_t column) { return !row[column].empty(); });
    return row[filled == from.end() ? from.front() : *filled];
  }
};

std::string without_language(const std::string& column) { return column.substr(0, column.find('@')); }

/// The column, or those of its name in all languages, the document's first, then English.
std::vector<std::size_t> columns_of(const Context& context, const dataset::RawTable& raw, const std::string& name) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < raw.columns.size(); ++i) {
    if (raw.columns[i] == name || without_language(raw.columns[i]) == name) found.push_back(i);
  }
  const auto order = [&](std::size_t column) {
    const std::string& id = raw.columns[column];
    return id == name || id == name + "@" + context.language.tag() ? 0 : id == name + "@en" ? 1 : 2;
  };
  std::stable_sort(found.begin(), found.end(), [&](std::size_t a, std::size_t b) { return order(a) < order(b); });
  return found;
}

std::vector<Printed> printed_columns(const Context& context, const dataset::RawTable& raw, const std::vector<std::string>& wanted) {
  std::vector<std::string> names = wanted;
  for (const auto& column : raw.columns) {
    if (wanted.empty()) add_once(names, without_language(column));
  }
  std::vector<Printed> printed;
  for (const auto& name : names) printed.push_back({name, columns_of(context, raw, name)});
  return printed;
}

/// "column=value", "column!=value".
bool matches(const dataset::RawTable& raw, const std::vector<std::string>& row, const std::string& condition) {
  const auto equals = condition.find('=');
  const bool negated = equals > 0 && condition[equals - 1] == '!';
  const std::string name = condition.substr(0, negated ? equals - 1 : equals);
  const auto column = std::find(raw.columns.begin(), raw.columns.end(), name);
  if (column == raw.columns.end()) return false;
  return (row[static_cast<std::size_t>(column - raw.columns.begin())] == condition.substr(equals + 1)) != negated;
}

std::string no_column(const dataset::RawTable& raw, const std::string& name) {
  std::string next = did_you_mean(name, raw.columns);
  if (next.empty()) {
    for (const auto& column : raw.columns) next += (next.empty() ? "its columns are: " : ", ") + column;
  }
  return "no column '" + name + "' in '" + raw.name + "'; " + next;
}

/// Problem with a column name, or with a condition that is none.
std::string wrong(const Context& context, const dataset::RawTable& raw, const Options& options) {
  for (const auto& name : options.list("columns")) {
    if (columns_of(context, raw, name).empty()) return no_column(raw, name);
  }
  for (const auto& condition : options.list("where")) {
    const auto equals = condition.find('=');
    if (equals == std::string::npos || equals == 0) return "'" + condition + "' is no condition; write column=value";
    const std::string name = condition.substr(0, condition[equals - 1] == '!' ? equals - 1 : equals);
    if (std::find(raw.columns.begin(), raw.columns.end(), name) == raw.columns.end()) return no_column(raw, name);
  }
  return {};
}

/// The rows that meet the conditions and, unless all are wanted, are of the pair and the day.
std::vector<const std::vector<std::string>*> chosen_rows(const Context& context, const dataset::RawTable& raw, const Options& options) {
  const auto shown = options.flag("all") ? std::vector<bool>(raw.rows.size(), true) : shown_rows(context, raw);
  const auto& where = options.list("where");
  std::vector<const std::vector<std::string>*> chosen;
  for (std::size_t i = 0; i < raw.rows.size(); ++i) {
    const auto met = [&](const std::string& condition) { return matches(raw, raw.rows[i], condition); };
    if (shown[i] && std::all_of(where.begin(), where.end(), met)) chosen.push_back(&raw.rows[i]);
  }
  return chosen;
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  auto raw = dataset::raw_table(context.data, options.text("table"));
  if (!raw) return context.refuse(raw.error());
  if (const std::string problem = wrong(context, *raw, options); !problem.empty()) {
    return context.refuse(file_problem({}, "table", "section '" + draft.id + "': " + problem));
  }
  TableMaker maker(draft.id, draft.section.title, std::string());
  const auto printed = printed_columns(context, *raw, options.list("columns"));
  for (std::size_t i = 0; i < printed.size(); ++i)
    maker.column(printed[i].name, printed[i].name, Type::text, i == 0 ? Role::key : Role::other);
  const auto index_of = [&](const char* name) {
    return static_cast<std::size_t>(std::find(raw->columns.begin(), raw->columns.end(), name) - raw->columns.begin());
  };
  const std::size_t source = index_of("source");
  const std::size_t marking = index_of("marking");
  const int cited =
      source == raw->columns.size() ? -1 : maker.column("SOURCE", context.t("report.column.source"), Type::integer, Role::citation);
  if (cited >= 0) maker.at(cited).data_only = false;
  for (const auto* row : chosen_rows(context, *raw, options)) {
    if (marking < row->size() && !is_public((*row)[marking])) draft.section.restricted = true;
    maker.row();
    for (std::size_t i = 0; i < printed.size(); ++i) {
      if (const std::string& text = printed[i].text(*row); !text.empty()) maker.set(static_cast<int>(i), Cell(text));
    }
    const auto number = cited < 0 ? 0U : context.cite((*row)[source]);
    if (number > 0) maker.set(cited, Cell(static_cast<std::int64_t>(number)));
  }
  if (maker.empty()) return;
  if (options.flag("all")) maker.table().note = plain(context.t("report.note.whole-table"));
  if (printed.size() > upright_columns && draft.section.page == PageHint::automatic) draft.section.page = PageHint::landscape;
  draft.add(draft.id + "-table", TableRef{maker.finish(context), options.integer("rows"), {}});
}

}  // namespace

Builder table_builder() {
  return {"table",
          "Any table of the dataset, as written: its rows about the pair that are known on the day of the data",
          {{"table", OptionType::choice, "observations", "Name of the table", {"agents",        "agreement_actions",
                                                                               "agreements",    "area_successions",
                                                                               "areas",         "citations",
                                                                               "claims",        "coverage",
                                                                               "events",        "flows",
                                                                               "indicators",    "links",
                                                                               "memberships",   "missions",
                                                                               "notes",         "observations",
                                                                               "offices",       "participations",
                                                                               "relationships", "releases",
                                                                               "sources",       "texts"}},
           {"columns",
            OptionType::list,
            "",
            "Columns in this order; empty = all. A name without its @language is the column in the document's language",
            {}},
           {"where", OptionType::list, "", "Only rows that meet all conditions: \"column=value\", \"column!=value\"", {}},
           {"all",
            OptionType::boolean,
            "false",
            "Also rows known only after the day of the data, or about other areas. Without it undated rows are known from the day their "
            "source was published, and rows with areas are about the pair",
            {}},
           {"rows", OptionType::integer, "0", "Paged documents print so many rows; 0 = all", {}}},
          build};
}

}  // namespace attache::report
