#include "claims.hpp"

#include <algorithm>
#include <cstdint>

#include "figures.hpp"
#include "print.hpp"

namespace attache::report {

namespace {

bool contradicts_another(const Topic& topic) {
  for (const auto* claim : topic.claims) {
    for (const auto* rival : topic.claims) {
      if (std::find(claim->contradicts.begin(), claim->contradicts.end(), rival->id) != claim->contradicts.end()) return true;
    }
  }
  return false;
}

/// Something can be computed about it: a rate without basis, a multiple with its base, a part of a whole.
bool is_testable(const dataset::Claim& claim) {
  if (!claim.value) return false;
  if (claim.kind == "growth") return claim.period.is_undated() && claim.base.empty();
  return (claim.kind == "ratio" || claim.kind == "count_of") && !claim.base.empty();
}

/// A level of the pair's annual turnover can be held against declared statistics.
bool is_turnover_level(const Context& context, const dataset::Claim& claim) {
  return claim.kind == "level" && annual_turnover(context, claim) != nullptr;
}

bool names(const dataset::Claim& claim, const dataset::Claim& rival) {
  return std::find(claim.contradicts.begin(), claim.contradicts.end(), rival.id) != claim.contradicts.end();
}

/// A description that nobody contradicts is no part of a conflict.
void drop_asides(Topic& topic) {
  const auto all = topic.claims;
  std::erase_if(topic.claims, [&](const dataset::Claim* claim) {
    if (claim->kind != "description") return false;
    return std::none_of(all.begin(), all.end(),
                        [&](const dataset::Claim* rival) { return names(*claim, *rival) || names(*rival, *claim); });
  });
}

std::string missing_basis(const Context& context, const dataset::Claim& claim) {
  if (claim.kind != "growth") return {};
  const bool no_period = claim.period.is_undated();
  const bool no_base = claim.base.empty();
  if (no_period && no_base) return context.t("report.claim.no-basis");
  if (no_base) return context.t("report.claim.no-base");
  return no_period ? context.t("report.claim.no-period") : std::string();
}

}  // namespace

int tier(const Context& context, const dataset::Claim& claim) {
  const auto* agent = context.data.agent(claim.asserted_by);
  const auto* source = context.data.source(claim.source);
  if (source != nullptr && source->tier) return *source->tier;
  if (source != nullptr && source->type == "statistical-database") return 1;
  return agent != nullptr && agent->kind == "person" ? 5 : 6;
}

std::vector<Topic> conflicts(const Context& context) {
  std::vector<Topic> topics;
  for (const auto& claim : context.data.claims) {
    if (claim.topic.empty() || claim.kind == "quotation" || !context.visible(claim)) continue;
    auto it = std::find_if(topics.begin(), topics.end(), [&](const Topic& topic) { return topic.id == claim.topic; });
    if (it == topics.end()) it = topics.insert(topics.end(), Topic{claim.topic, claim.subject, {}});
    it->claims.push_back(&claim);
  }
  for (auto& topic : topics) drop_asides(topic);
  std::erase_if(topics, [&](const Topic& topic) {
    const auto testable = [&](const dataset::Claim* claim) { return is_testable(*claim) || is_turnover_level(context, *claim); };
    return !contradicts_another(topic) && std::none_of(topic.claims.begin(), topic.claims.end(), testable);
  });
  for (auto& topic : topics) {
    std::stable_sort(topic.claims.begin(), topic.claims.end(), [&](const auto* a, const auto* b) {
      return std::tuple(rank_order(a->rank), tier(context, *a), -std::int64_t{a->asserted_on.latest()}) <
             std::tuple(rank_order(b->rank), tier(context, *b), -std::int64_t{b->asserted_on.latest()});
    });
  }
  return topics;
}

int weight(const Context& context, const Topic& topic) {
  const auto is_annual_turnover = [&](const dataset::Claim* claim) { return annual_turnover(context, *claim) != nullptr; };
  const auto has = [&](const auto& condition) { return std::any_of(topic.claims.begin(), topic.claims.end(), condition); };
  if (has([](const dataset::Claim* claim) { return is_testable(*claim); })) return 0;
  return has(is_annual_turnover) ? 1 : 2;
}

Quantity claimed(const Context& context, const dataset::Claim& claim) {
  Quantity quantity;
  const auto* row = claim.kind == "ratio" || claim.kind == "growth" ? nullptr : context.data.observation(claim.observation);
  if (row != nullptr && row->value) {
    quantity = quantity_of(*row);
    quantity.inputs = {"claims:" + claim.id, "observations:" + row->id};
  } else if (claim.value) {
    analysis::Measure measure;
    measure.value = *claim.value;
    measure.unit = claim.unit;
    const bool is_rate = claim.unit == "%";
    if (is_rate) measure.half_unit = analysis::half_unit_of(*claim.value);
    quantity = read(measure, "claims:" + claim.id, claim.source);
  }
  quantity.bound = claim.bound == "exact" ? "" : claim.bound;
  return quantity;
}

namespace {

/// "six-fold since 2003": from the base to the period.
Edtf span_of(const dataset::Claim& claim) {
  const auto base = claim.kind == "ratio" ? Edtf::parse(claim.base) : Outcome<Edtf>(Edtf());
  return base && !base->is_undated() && !claim.period.is_interval() ? Edtf(base->start(), claim.period.end()) : claim.period;
}

}  // namespace

std::string claimed_figure(Context& context, const dataset::Claim& claim, const std::string& block) {
  const Quantity quantity = claimed(context, claim);
  std::string text;
  if (quantity.present()) {
    std::string printed = claim.kind == "growth" ? change(context, quantity) : amount(context, quantity);
    if (claim.kind == "ratio" && quantity.unit == "1") printed = context.t("report.fold", {{"value", printed}});
    const auto* whole = claim.kind == "count_of" ? context.data.observation(claim.base) : nullptr;
    if (whole != nullptr && whole->value)
      printed = context.t("report.count-of", {{"part", printed}, {"whole", amount(context, quantity_of(*whole))}});
    text = traced(context, {block, claim.id}, quantity, printed);
    if (!claim.period.is_undated())
      text = context.t("report.figure-period", {{"figure", text}, {"period", context.language.date(span_of(claim))}});
  }
  const std::string basis = claim.value ? missing_basis(context, claim) : std::string();
  if (!basis.empty()) text = context.t("report.figure-period", {{"figure", text}, {"period", basis}});
  return text;
}

}  // namespace attache::report
