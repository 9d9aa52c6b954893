#include <array>
#include <charconv>
#include <cstdint>
#include <set>

#include "../products.hpp"
#include "builders.hpp"

namespace attache::report {

namespace {

/// The last chapter of each of the 21 sections of the Harmonized System (World Customs Organization).
constexpr std::array<int, 21> last_chapter = {5, 14, 15, 24, 27, 38, 40, 43, 46, 49, 63, 67, 70, 71, 83, 85, 89, 92, 93, 96, 97};

/// 1 … 21; 0 for national and residual chapters (00, 98, 99).
int section_of(const std::string& code) {
  int chapter = 0;
  std::from_chars(code.data(), code.data() + 2, chapter);
  if (chapter == 0) return 0;
  for (std::size_t i = 0; i < last_chapter.size(); ++i) {
    if (chapter <= last_chapter[i]) return static_cast<int>(i) + 1;
  }
  return 0;
}

/// The sum of each section's chapters; chapters without a value go to `missing`.
std::map<int, Quantity> by_section(const std::map<std::string, Quantity>& values, std::set<std::string>& missing) {
  std::map<int, Quantity> sections;
  for (const auto& [code, value] : values) {
    if (code.size() < 2) continue;
    if (!value.present()) {
      missing.insert(code);
      continue;
    }
    auto [it, is_new] = sections.try_emplace(section_of(code), value);
    if (!is_new) it->second = sum(it->second, value);
  }
  return sections;
}

void build(Context& context, const Options&, SectionDraft& draft) {
  const ProductYear now = product_year(context, 0);
  if (now.empty() || !now.classification.starts_with("HS")) return;  // the sections are the Harmonized System's
  std::set<std::string> no_exports;
  std::set<std::string> no_imports;
  const auto exports = by_section(now.exports, no_exports);
  const auto imports = by_section(now.imports, no_imports);
  TableMaker maker(draft.id,
                   context.t("report.table.sections", {{"first", context.area(context.parameters.self)},
                                                       {"second", context.area(context.parameters.other)},
                                                       {"year", context.language.integer(now.year, false)},
                                                       {"reporter", context.area(context.trade().reporter)}}),
                   context.t("report.sheet.sections"));
  const int number = maker.column("HS_SECTION", context.t("report.column.hs-section"), Type::integer, Role::key);
  const int label = maker.column("LABEL", context.t("report.column.name"), Type::text, Role::label);
  const int x = maker.measure("exports", context.t("report.figure.exports"));
  const int m = maker.measure("imports", context.t("report.figure.imports"));
  const int balance = maker.measure("balance", context.t("report.figure.balance"), {Formula::difference, x, m, -1});
  const int cited = maker.column("SOURCE", context.t("report.column.source"), Type::integer, Role::citation);
  for (const int index : {x, m}) maker.at(index).citation_column = cited;
  for (int section = 1; section <= 22; ++section) {
    const int id = section % 22;  // the residual 0 last
    const auto sold = exports.find(id);
    const auto bought = imports.find(id);
    if (sold == exports.end() && bought == imports.end()) continue;
    const Quantity none = Quantity::none(Missing::not_available);
    maker.row();
    maker.set(number, id == 0 ? Cell(Missing::blank) : Cell(std::int64_t{id}));
    maker.set(label, Cell(context.t("report.hs-section." + std::to_string(id))));
    maker.set(x, sold == exports.end() ? none : sold->second, context);
    maker.set(m, bought == imports.end() ? none : bought->second, context);
    maker.set(balance, difference(sold == exports.end() ? none : sold->second, bought == imports.end() ? none : bought->second), context);
  }
  for (const auto& [side, codes] : {std::pair("exports", &no_exports), std::pair("imports", &no_imports)}) {
    if (codes->empty()) continue;
    const std::vector<std::string> names(codes->begin(), codes->end());
    add_sentence(maker.table().note, context.t("report.note.sections-without", {{"side", side},
                                                                                {"count", static_cast<std::int64_t>(names.size())},
                                                                                {"chapters", context.language.list(names)}}));
  }
  draft.add(draft.id + "-table", TableRef{maker.finish(context), 0, {}});
}

}  // namespace

Builder trade_sections_builder() { return {"trade-sections", "Exports and imports by the sections of the Harmonized System", {}, build}; }

}  // namespace attache::report
