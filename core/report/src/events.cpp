#include "events.hpp"

#include <algorithm>
#include <set>

namespace attache::report {

namespace {

/// The country an area lies in (its parents upward), and the countries that came out of a former one.
void add_countries(const Context& context, const std::string& id, std::set<std::string>& into) {
  const auto* area = context.data.area(id);
  for (int depth = 0; area != nullptr && !area->parent.empty() && depth < 8; ++depth) area = context.data.area(area->parent);
  if (area == nullptr) return;
  into.insert(area->id);
  for (const auto& succession : context.data.area_successions) {
    if (succession.from == area->id) into.insert(succession.to);
  }
}

std::set<std::string> countries(const Context& context, const dataset::Event& event) {
  std::set<std::string> all;
  for (const std::string* id : {&event.place, &event.host, &event.chair}) {
    if (!id->empty()) add_countries(context, *id, all);
  }
  for (const auto& row : context.data.participations) {
    if (row.event != event.id) continue;
    if (!row.area.empty()) add_countries(context, row.area, all);
    if (const auto* agent = context.data.agent(row.agent); agent != nullptr && !agent->area.empty())
      add_countries(context, agent->area, all);
  }
  return all;
}

}  // namespace

bool concerns_pair(const Context& context, const dataset::Event& event) {
  const auto all = countries(context, event);
  const bool has_self = all.contains(context.parameters.self);
  const bool has_other = all.contains(context.parameters.other);
  if (has_self && has_other) return true;
  // In a dataset about one pair everything belongs to it that does not belong elsewhere.
  return context.is_own_pair() && (all.empty() || has_self || has_other);
}

std::vector<const dataset::Event*> events(const Context& context) {
  std::vector<const dataset::Event*> found;
  for (const auto& event : context.data.events) {
    if (context.visible(event) && concerns_pair(context, event)) found.push_back(&event);
  }
  std::stable_sort(found.begin(), found.end(), [](const auto* a, const auto* b) { return before(a->date, b->date); });
  return found;
}

std::string participants(const Context& context, const dataset::Event& event) {
  std::vector<std::string> names;
  for (const auto& row : context.data.participations) {
    if (row.event != event.id) continue;
    if (!row.agent.empty()) names.push_back(context.agent_short(row.agent));
    if (row.agent.empty() && !row.area.empty() && row.area != event.chair) names.push_back(context.area(row.area));
  }
  std::string text = names.empty() ? std::string() : context.language.list(names);
  if (!event.chair.empty()) text += (text.empty() ? "" : "; ") + context.t("report.chaired-by", {{"area", context.area(event.chair)}});
  return text;
}

std::string place(const Context& context, const dataset::Event& event) {
  if (event.place.empty()) return {};
  const std::string name = context.area(event.place);
  return event.place_certainty == "uncertain" ? context.t("report.place-uncertain", {{"place", name}}) : name;
}

std::string level(const Context& context, const dataset::Event& event) {
  std::string type = context.code("event-type", event.type);
  if (event.grade.empty()) return type;
  const std::string graded = "report.event-type." + event.type + "." + event.grade;
  return context.language.has_message(graded) ? context.t(graded) : type;
}

std::string outcome(const Context& context, const dataset::Event& event) {
  if (event.outcome.empty()) return {};
  std::string text = context.in(event.outcome);
  if (event.outcome_status != "planned") return text;
  const bool is_past = !event.date.is_undated() && event.date.latest() < context.parameters.as_of_day;
  if (is_past) return context.t("report.outcome.was-planned", {{"outcome", text}});
  return context.t(event.outcome_count ? "report.outcome.planned-count" : "report.outcome.planned",
                   {{"outcome", text}, {"count", event.outcome_count.value_or(0)}});
}

bool is_ahead(const Context& context, const dataset::Event& event) {
  return is_planned(event) && (event.date.is_undated() || event.date.latest() >= context.parameters.as_of_day);
}

std::string status_word(const Context& context, const dataset::Event& event) {
  if (is_planned(event) && !is_ahead(context, event)) return context.t("report.was-planned");
  return event.status == "held" || event.status.empty() ? std::string() : context.code("event-status", event.status);
}

bool is_between(const Context& context, const dataset::Agreement& agreement) {
  const auto has = [&](const std::string& area) {
    return std::find(agreement.parties.begin(), agreement.parties.end(), area) != agreement.parties.end();
  };
  return has(context.parameters.self) && has(context.parameters.other);
}

std::vector<const dataset::Agreement*> agreements(const Context& context) {
  std::vector<const dataset::Agreement*> found;
  for (const auto& agreement : context.data.agreements) {
    if (is_between(context, agreement) && context.known(signed_on(context, agreement).date, agreement)) found.push_back(&agreement);
  }
  std::stable_sort(found.begin(), found.end(),
                   [&](const auto* a, const auto* b) { return before(signed_on(context, *a).date, signed_on(context, *b).date); });
  return found;
}

SignedOn signed_on(const Context& context, const dataset::Agreement& agreement) {
  SignedOn best{agreement.signed_on, nullptr};
  for (const auto& action : context.data.agreement_actions) {
    if (action.agreement != agreement.id || action.action != "signature" || action.date.is_undated()) continue;
    if (best.date.is_undated() || action.date.start().precision > best.date.start().precision) best = {action.date, &action};
  }
  return best;
}

}  // namespace attache::report
