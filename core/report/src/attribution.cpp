#include "attribution.hpp"

namespace attache::report {

namespace {

std::string publisher(const Context& context, const dataset::Row& row) {
  const auto* source = context.data.source(row.source);
  return source == nullptr ? std::string() : source->publisher;
}

bool is_own_voice(const Context& context, const dataset::Claim& claim) {
  const auto* agent = context.data.agent(claim.asserted_by);
  return claim.speech == "own-voice" && (agent == nullptr || agent->kind != "person");
}

void append(std::string& text, const std::string& part) {
  if (part.empty()) return;
  if (!text.empty()) text += "; ";
  text += part;
}

}  // namespace

std::string speaker(const Context& context, const dataset::Claim& claim) {
  if (claim.speech == "unnamed") return {};
  if (claim.asserted_by.empty()) return claim.speech == "own-voice" ? publisher(context, claim) : std::string();
  const auto* office = context.data.office(claim.as_office);
  const auto* agent = context.data.agent(claim.asserted_by);
  std::string name =
      agent != nullptr && agent->kind == "person" ? context.agent_short(claim.asserted_by) : context.agent(claim.asserted_by);
  if (office == nullptr || office->title.empty()) return name;
  return context.t("report.person-office", {{"name", name}, {"office", context.in(office->title)}});
}

std::string attribution(const Context& context, const dataset::Claim& claim) {
  if (claim.speech == "unnamed") return context.t("report.attribution.unnamed");
  if (claim.speech == "ambiguous") return context.t("report.attribution.ambiguous", {{"publisher", publisher(context, claim)}});
  const std::string who = speaker(context, claim);
  return context.t("report.attribution.according", {{"who", who.empty() ? publisher(context, claim) : who}});
}

std::string full_attribution(const Context& context, const dataset::Claim& claim) {
  const std::string source = publisher(context, claim);
  std::string text;
  if (claim.speech == "unnamed") {
    append(text, context.t("report.attribution.unnamed"));
  } else if (claim.speech == "ambiguous") {
    append(text, context.t("report.attribution.ambiguous", {{"publisher", source}}));
  } else {
    append(text, speaker(context, claim));
  }
  if (const auto* event = context.data.event(claim.event); event != nullptr && claim.kind != "count_of" && claim.kind != "description")
    append(text, context.in(event->title));
  if (!claim.asserted_on.is_undated()) append(text, context.language.date(claim.asserted_on));
  const std::string how = is_own_voice(context, claim) || claim.speech == "unnamed" || claim.speech == "ambiguous"
                              ? std::string()
                              : context.code("speech", claim.speech);
  const bool is_reported = !is_own_voice(context, claim) && !source.empty();
  if (is_reported) {
    append(text, how.empty() ? context.t("report.attribution.reported", {{"publisher", source}})
                             : context.t("report.attribution.how-reported", {{"how", how}, {"publisher", source}}));
  }
  return text;
}

std::string statement(const Context& context, const dataset::Claim& claim) {
  if (!claim.statement.empty()) return context.in(claim.statement);
  if (claim.quote.empty()) return claim.subject;
  // The source's own sentence: quoting the source is right even where the source reports somebody's words indirectly.
  std::string_view words = claim.quote;
  while (!words.empty() && (words.front() == '"' || words.front() == '\'' || words.starts_with("“")))
    words.remove_prefix(words.starts_with("“") ? 3 : 1);
  while (!words.empty() && (words.back() == '"' || words.back() == ',' || words.ends_with("”")))
    words.remove_suffix(words.ends_with("”") ? 3 : 1);
  if (claim.speech == "indirect")
    return context.t("report.statement.reported", {{"words", context.language.quoted(words)}, {"publisher", publisher(context, claim)}});
  return context.language.quoted(words);
}

}  // namespace attache::report
