#include "registry.hpp"

#include <algorithm>

#include "builders/builders.hpp"

namespace attache::report {

const std::vector<Builder>& builders() {
  static const std::vector<Builder> all = {
      cover_builder(),         contents_builder(),       summary_builder(),        key_figures_builder(), relations_builder(),
      contacts_builder(),      agenda_builder(),         agreements_builder(),     memberships_builder(), trade_annual_builder(),
      trade_monthly_builder(), trade_products_builder(), trade_sections_builder(), mirror_builder(),      partners_builder(),
      indicators_builder(),    regions_builder(),        people_builder(),         claims_builder(),      quotes_builder(),
      bios_builder(),          chronology_builder(),     text_builder(),           table_builder(),       extract_builder(),
      changes_builder(),       notes_builder(),          legend_builder(),         methods_builder(),     sources_builder(),
      trace_builder()};
  return all;
}

const Builder* find_builder(std::string_view id) {
  const auto& all = builders();
  const auto it = std::find_if(all.begin(), all.end(), [&](const Builder& builder) { return builder.id == id; });
  return it == all.end() ? nullptr : &*it;
}

const std::vector<OptionSpec>& common_options() {
  static const std::vector<OptionSpec> options = {
      {"id", OptionType::text, "", "Name of the section in links and in the trace; the builder's by default", {}},
      {"title", OptionType::local_text, "", "Head of the section; the builder's own by default", {}},
      {"when", OptionType::choice, "has-text", "Leave the section out when there is nothing to say, or say so", {"has-text", "always"}},
      {"restricted", OptionType::boolean, "false", "Not for the public: refused in a document with a public marking", {}},
      {"page", OptionType::choice, "auto", "Where the section begins in a paged document", {"auto", "new", "keep", "landscape"}}};
  return options;
}

}  // namespace attache::report
