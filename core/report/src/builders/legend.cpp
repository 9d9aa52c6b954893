#include "builders.hpp"

namespace attache::report {

namespace {

void scan_cell(const Context& context, const Column& column, const Cell& cell, std::string& all) {
  if (const auto* value = std::get_if<Decimal>(&cell.value); cell.present() && value != nullptr) {
    const Decimal shown = at_magnitude(*value, column.magnitude);
    all += context.language.figure(&shown, column.decimals, Missing::present, "") + "\n";
  } else if (!cell.present() && cell.missing != Missing::blank) {
    all += context.language.figure(nullptr, 0, cell.missing, "") + "\n";
  }
  if (const auto* status = std::get_if<std::string>(&cell.value); status != nullptr && column.role == Role::status && !status->empty()) {
    const Decimal one = Decimal::of(1);
    all += context.language.figure(&one, 0, Missing::present, *status) + "\n";
  }
}

/// Everything printed that could hold a sign: figures of the trace and the cells of the tables.
std::string printed(const Context& context) {
  std::string all;
  for (const auto& entry : context.document.trace) all += entry.printed + "\n";
  for (const auto& table : context.document.tables) {
    for (const auto& row : table.rows) {
      for (std::size_t i = 0; i < row.size(); ++i) scan_cell(context, table.columns[i], row[i], all);
    }
  }
  return all;
}

void build(Context& context, const Options&, SectionDraft& draft) {
  draft.section.role = SectionRole::notes;
  const std::string all = printed(context);
  Legend legend;
  for (const auto& [sign, meaning] : context.language.legend()) {
    if (sign == "0") continue;  // a zero explains itself
    if (all.find(sign) != std::string::npos) legend.entries.emplace_back(sign, meaning);
  }
  if (!legend.entries.empty()) draft.add(draft.id + "-signs", std::move(legend));
}

}  // namespace

Builder legend_builder() { return {"legend", "The signs the document uses and what they mean", {}, build, 4}; }

}  // namespace attache::report
