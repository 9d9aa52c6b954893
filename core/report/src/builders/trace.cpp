#include <charconv>
#include <optional>

#include "builders.hpp"

namespace attache::report {

namespace {

std::optional<double> number_of(const std::string& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  if (context.document.trace.empty()) return;
  TableMaker maker(draft.id, context.t("report.table.trace"), context.t("report.sheet.trace"));
  const auto text = [&](const char* id, const char* title, Role role = Role::other) {
    return maker.column(id, context.t(title), Type::text, role);
  };
  const int block = text("BLOCK", "report.column.block", Role::key);
  const int row = maker.column("ROW", context.t("report.column.row"), Type::integer, Role::other);
  const int column = text("COLUMN", "report.column.column");
  const int printed = text("PRINTED", "report.column.printed");
  // A number, so that spreadsheets compute with it; all digits stand in the trace's JSON.
  const int value = maker.column("VALUE", context.t("report.column.unrounded"), Type::real, Role::other);
  const int expression = text("EXPRESSION", "report.column.expression");
  const int inputs = text("INPUTS", "report.column.inputs");
  const auto entries = context.document.trace;
  for (const auto& entry : entries) {
    maker.row();
    std::string all;
    for (const auto& input : entry.inputs) all += (all.empty() ? "" : "; ") + input;
    maker.set(block, Cell(entry.block));
    if (const auto number = number_of(entry.value)) maker.set(value, Cell(*number));
    if (entry.row >= 0) maker.set(row, Cell(entry.row + 1));
    const std::pair<int, const std::string*> cells[] = {
        {column, &entry.column}, {printed, &entry.printed}, {expression, &entry.expression}, {inputs, &all}};
    for (const auto& [index, words] : cells) {
      if (!words->empty()) maker.set(index, Cell(*words));
    }
  }
  const std::int64_t rows = options.integer("rows");
  const std::int64_t left_out = static_cast<std::int64_t>(entries.size()) - rows;
  const bool is_cut = rows > 0 && left_out > 0;
  draft.add(draft.id + "-table",
            TableRef{maker.finish(context), rows, is_cut ? context.t("report.left-out.trace", {{"count", left_out}}) : std::string()});
}

}  // namespace

Builder trace_builder() {
  return {"trace",
          "Every printed figure with its unrounded value, expression and inputs",
          {{"rows", OptionType::integer, "0", "Paged documents print so many rows; 0 = all", {}}},
          build,
          5};
}

}  // namespace attache::report
