#include "../claims.hpp"
#include "../events.hpp"
#include "../figures.hpp"
#include "../shared_organisations.hpp"
#include "../trade.hpp"
#include "builders.hpp"
#include "value/add_once.hpp"

namespace attache::report {

namespace {

Inline contacts_bullet(Context& context) {
  const dataset::Event* latest = nullptr;
  std::vector<const dataset::Event*> planned;
  for (const auto* event : events(context)) {
    if (event->date.is_undated()) continue;
    if (is_ahead(context, *event) && (event->type == "session" || event->type == "summit" || event->type == "visit"))
      planned.push_back(event);
    if (!is_planned(*event) && (event->type == "visit" || event->type == "summit")) latest = event;
  }
  if (latest == nullptr && planned.empty()) return {};
  Inline text;
  if (latest != nullptr) {
    text = plain(
        context.t("report.summary.visit", {{"event", context.in(latest->title)},
                                           {"date", context.language.date(latest->date)},
                                           {"by", latest->invited_by.empty() ? std::string() : context.agent_short(latest->invited_by)},
                                           {"has_by", latest->invited_by.empty() ? "no" : "yes"}}));
    context.cite(text, "events", *latest);
  }
  std::vector<std::string> names;
  std::vector<std::string> sources;
  for (const auto* event : planned) {
    names.push_back(context.t("report.item.event", {{"event", context.in(event->title)}, {"date", context.language.date(event->date)}}));
    add_once(sources, event->source);
  }
  if (!names.empty()) {
    if (!text.empty()) text.push_back(text_run(" "));
    text.push_back(text_run(context.t("report.summary.planned", {{"events", context.language.list(names)}})));
    context.cite(text, sources);
  }
  return text;
}

/// Where the partner's statistics are shown: what the perspective's own say.
void add_own(Context& context, Inline& text, const std::string& block) {
  const auto& own = context.trade().own;
  if (!own) return;
  add_sentence(
      text, context.t("report.summary.own",
                      {{"area", context.area(context.parameters.self)},
                       {"year", context.language.date(own->period)},
                       {"turnover", traced(context, {block, "turnover, own statistics"}, own->turnover, amount(context, own->turnover))}}));
  context.cite(text, own->turnover.sources);
}

Inline quoted_or_declared(Context& context, const Headline& head, const std::string& block) {
  const std::string words = basis_of(context, head, "turnover");
  const std::string period = context.language.date(head.period);
  const auto of = [&](const char* what, const Quantity& quantity) {
    return traced(context, {block, std::string(what) + ", " + period}, quantity, amount(context, quantity));
  };
  Inline text;
  if (head.turnover.present()) {
    text = plain(context.t("report.summary.turnover", {{"period", period}, {"turnover", of("turnover", head.turnover)}, {"basis", words}}));
    context.cite(text, head.turnover.sources);
  }
  const Quantity balance = head.of_parts(difference);
  const Quantity covered = head.of_parts(percent);
  if (!balance.present() || !covered.present() || head.parts_declared) return text;
  text.push_back(
      text_run((text.empty() ? "" : " ") +
               context.t("report.summary.flows", {{"first", context.area(context.parameters.self)},
                                                  {"exports", of("exports", head.exports)},
                                                  {"imports", of("imports", head.imports)},
                                                  {"side", balance.value->sign() > 0   ? "surplus"
                                                           : balance.value->sign() < 0 ? "deficit"
                                                                                       : "even"},
                                                  {"balance", traced(context, {block, "balance"}, balance, size(context, balance))},
                                                  {"coverage", of("coverage", covered)},
                                                  {"has_basis", head.all_meet ? "no" : "yes"},
                                                  {"basis", basis_of(context, head, "balance")}})));
  if (!head.turnover.present() || !head.all_meet) context.cite(text, balance.sources);
  return text;
}

Inline headline_bullet(Context& context, const std::string& block) {
  const Headline head = headline(context);
  if (!head.present) return {};
  Inline text = quoted_or_declared(context, head, block);
  if (head.declared) add_own(context, text, block);
  return text;
}

/// The last full year in declared statistics, and what a quoted figure says of the same year.
Inline year_bullet(Context& context, const std::string& block) {
  const TradeRow* row = context.trade().latest();
  if (row == nullptr || headline(context).declared) return {};
  Inline text = plain(
      context.t("report.summary.year",
                {{"year", context.language.date(row->period)},
                 {"turnover", traced(context, {block, "turnover, declared"}, row->turnover, amount(context, row->turnover))},
                 {"reporter", context.area(context.trade().reporter)},
                 {"has_change", row->turnover_growth.present() ? "yes" : "no"},
                 {"change", row->turnover_growth.present() ? traced(context, {block, "growth"}, row->turnover_growth,
                                                                    change(context, row->turnover_growth, context.trade().growth_decimals))
                                                           : std::string()},
                 {"before", context.language.integer(row->year - 1, false)}}));
  context.cite(text, row->turnover.sources);
  add_own(context, text, block);
  for (const auto& quoted : observed(context, "turnover")) {
    if (quoted.row->period != row->period || !quoted.quantity.present()) continue;
    text.push_back(text_run(
        " " + context.t("report.summary.quoted-year",
                        {{"value", traced(context, {block, "turnover, quoted"}, quoted.quantity, amount(context, quoted.quantity))},
                         {"basis", basis(context, *quoted.row)}})));
    context.cite(text, {quoted.row->source});
    break;
  }
  return text;
}

Inline claims_bullet(Context& context) {
  const auto topics = conflicts(context);
  if (topics.empty()) return {};
  // The name of the section becomes a link wherever the language puts it.
  constexpr std::string_view mark = "\x01";
  const std::string sentence = context.t("report.summary.claims", {{"count", topics.size()}, {"section", mark}});
  const auto at = sentence.find(mark);
  if (at == std::string::npos) return plain(sentence);
  Run link = text_run(context.t("report.section.claims"));
  link.href = "#claims";
  return {text_run(sentence.substr(0, at)), link, text_run(sentence.substr(at + mark.size()))};
}

Inline organisations_bullet(Context& context) {
  const auto shared = shared_organisations(context);
  std::vector<std::string> names;
  for (const auto& organisation : shared.all) names.push_back(organisation.short_name);
  return names.empty() ? Inline() : memberships_sentence(context, shared, names);
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  draft.section.role = SectionRole::summary;
  const std::string block = draft.id + "-list";
  List list;
  for (auto& bullet : {contacts_bullet(context), headline_bullet(context, block), year_bullet(context, block), claims_bullet(context),
                       organisations_bullet(context)}) {
    if (!bullet.empty() && list.items.size() < static_cast<std::size_t>(options.integer("limit"))) list.items.push_back(bullet);
  }
  if (!list.items.empty()) draft.add(block, std::move(list));
}

}  // namespace

Builder summary_builder() {
  return {"summary", "The document in at most five sentences", {{"limit", OptionType::integer, "5", "At most so many", {}}}, build};
}

}  // namespace attache::report
