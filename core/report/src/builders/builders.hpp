#pragma once
/// One function a builder; each in the file of its name.

#include <algorithm>

#include "../context.hpp"
#include "../inline_text.hpp"
#include "../print.hpp"
#include "../registry.hpp"
#include "../table_maker.hpp"

namespace attache::report {

[[nodiscard]] Builder cover_builder();
[[nodiscard]] Builder contents_builder();
[[nodiscard]] Builder summary_builder();
[[nodiscard]] Builder key_figures_builder();
[[nodiscard]] Builder relations_builder();
[[nodiscard]] Builder contacts_builder();
[[nodiscard]] Builder agenda_builder();
[[nodiscard]] Builder agreements_builder();
[[nodiscard]] Builder memberships_builder();
[[nodiscard]] Builder trade_annual_builder();
[[nodiscard]] Builder trade_monthly_builder();
[[nodiscard]] Builder trade_products_builder();
[[nodiscard]] Builder trade_sections_builder();
[[nodiscard]] Builder mirror_builder();
[[nodiscard]] Builder partners_builder();
[[nodiscard]] Builder indicators_builder();
[[nodiscard]] Builder regions_builder();
[[nodiscard]] Builder people_builder();
[[nodiscard]] Builder claims_builder();
[[nodiscard]] Builder quotes_builder();
[[nodiscard]] Builder bios_builder();
[[nodiscard]] Builder chronology_builder();
[[nodiscard]] Builder text_builder();
[[nodiscard]] Builder table_builder();
[[nodiscard]] Builder extract_builder();
[[nodiscard]] Builder changes_builder();
[[nodiscard]] Builder notes_builder();
[[nodiscard]] Builder legend_builder();
[[nodiscard]] Builder methods_builder();
[[nodiscard]] Builder sources_builder();
[[nodiscard]] Builder trace_builder();

/// A sentence of its own in a paragraph; paragraphs grow sentence by sentence with a space between.
inline void add_sentence(Inline& paragraph, std::string sentence) {
  if (!paragraph.empty()) paragraph.push_back(text_run(" "));
  paragraph.push_back(text_run(std::move(sentence)));
}

}  // namespace attache::report
