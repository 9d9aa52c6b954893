#include <algorithm>

#include "../attribution.hpp"
#include "builders.hpp"

namespace attache::report {

namespace {

/// Only exact words are quoted: never indirect speech. A sentence that only leads over to a nested quotation is no quotation of its own,
/// and the original of a quotation that was changed in quoting stands in its note.
bool is_quotable(const Context& context, const dataset::Claim& claim) {
  if (claim.kind != "quotation" || claim.speech != "direct" || claim.quote.empty() || !context.visible(claim)) return false;
  for (const auto& other : context.data.claims) {
    if (other.within == claim.id) return false;
    const bool is_original_of =
        !other.within.empty() && std::find(other.contradicts.begin(), other.contradicts.end(), claim.id) != other.contradicts.end();
    if (is_original_of) return false;
  }
  return true;
}

std::string context_of(const Context& context, const dataset::Claim& claim) {
  const auto* event = context.data.event(claim.event);
  std::string where = event == nullptr ? std::string()
                                       : context.t("report.item.event",
                                                   {{"event", context.in(event->title)}, {"date", context.language.date(event->date)}});
  if (const auto* outer = context.data.claim(claim.within); outer != nullptr) {
    const auto* outer_event = context.data.event(outer->event);
    const std::string quoted_by = context.t("report.quoted-by", {{"name", context.agent_short(outer->asserted_by)}});
    where = outer_event == nullptr ? quoted_by
                                   : quoted_by + "; " +
                                         context.t("report.item.event", {{"event", context.in(outer_event->title)},
                                                                         {"date", context.language.date(outer_event->date)}});
  }
  return where;
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  const auto limit = static_cast<std::size_t>(options.integer("limit"));
  for (const auto& claim : context.data.claims) {
    if (!is_quotable(context, claim)) continue;
    if (limit > 0 && draft.section.children.size() >= limit) return;
    Quotation quotation;
    const auto* source = context.data.source(claim.source);
    Run words = text_run(claim.quote);
    if (source != nullptr) words.lang = source->language;
    quotation.text = {words};
    quotation.speaker = context.agent_short(claim.asserted_by);
    if (const auto* office = context.data.office(claim.as_office)) quotation.office = context.in(office->title);
    quotation.context = context_of(context, claim);
    quotation.citation = context.cite(claim.source);
    if (!claim.reason.empty()) quotation.note = plain(claim.reason);
    for (const auto& rival : claim.contradicts) {
      const auto* original = context.data.claim(rival);
      if (original != nullptr && !quotation.note.empty()) context.cite(quotation.note, "claims", *original);
    }
    draft.add(draft.id + "-" + std::to_string(draft.section.children.size() + 1), std::move(quotation));
  }
}

}  // namespace

Builder quotes_builder() {
  return {
      "quotes", "Exact words with speaker, place and day", {{"limit", OptionType::integer, "4", "At most so many; 0 = all", {}}}, build};
}

}  // namespace attache::report
