#include <algorithm>
#include <cstdint>

#include "../events.hpp"
#include "builders.hpp"

namespace attache::report {

namespace {

/// An event, an agreement or the beginning of a relationship, as one line of a chronology.
struct Entry {
  Edtf date;
  std::string type_code, type, title, place, who, outcome, status;
  bool planned = false;
  const char* table = "";             ///< of the row
  const dataset::Row* row = nullptr;  ///< whose sources it cites
  std::string first_source;           ///< of another row that knows the date better; "" = the row's own
  std::uint32_t citation = 0;
  std::vector<std::uint32_t> further;  ///< all its sources, the first included
};

/// What an extract keeps first: 0 what is planned, visits, talks, the beginning of relations; 1 agreements (reports have a table of
/// them too); 2 other sessions and forums; 3 the rest.
int telling_order(const Entry& entry) {
  static const std::vector<std::string> first = {"visit", "summit", "meeting", "signing", "relations"};
  if (entry.planned || std::find(first.begin(), first.end(), entry.type_code) != first.end()) return 0;
  if (entry.type_code == "agreement") return 1;
  return entry.type_code == "session" || entry.type_code == "forum" ? 2 : 3;
}

Entry of_event(Context& context, const dataset::Event& event) {
  Entry entry;
  entry.date = event.date;
  entry.type_code = event.type;
  entry.type = level(context, event);
  entry.title = context.in(event.title);
  entry.place = place(context, event);
  entry.who = participants(context, event);
  entry.outcome = outcome(context, event);
  entry.planned = is_ahead(context, event);
  entry.status = entry.planned ? context.t("report.planned-not-confirmed") : status_word(context, event);
  entry.table = "events";
  entry.row = &event;
  return entry;
}

Entry of_agreement(Context& context, const dataset::Agreement& agreement) {
  const SignedOn when = signed_on(context, agreement);
  Entry entry;
  entry.date = when.date;
  entry.type_code = "agreement";
  entry.type = context.code("agreement-type", agreement.type);
  entry.title = context.t("report.agreement-signed", {{"title", context.in(agreement.title)}});
  entry.place = agreement.place.empty() ? std::string() : context.area(agreement.place);
  entry.planned = agreement.status == "planned";
  entry.status = entry.planned ? context.t("report.planned-not-confirmed") : std::string();
  entry.table = "agreements";
  entry.row = &agreement;
  if (when.by != nullptr) entry.first_source = when.by->source;
  return entry;
}

Entry of_relationship(Context& context, const dataset::Relationship& row) {
  Entry entry;
  entry.date = row.from;
  entry.type_code = "relations";
  entry.title = context.in(row.title);
  entry.type = context.code("relationship", row.kind);
  if (entry.title.starts_with(entry.type)) entry.type = context.t("report.entry-type.relations");
  entry.table = "relationships";
  entry.row = &row;
  return entry;
}

/// The numbers of its sources: only once it is known that it will be printed.
void cite(Context& context, Entry& entry) {
  entry.further = context.citations(entry.table, *entry.row);
  if (const auto number = context.cite(entry.first_source); number > 0) {
    std::erase(entry.further, number);
    entry.further.insert(entry.further.begin(), number);
  }
  if (!entry.further.empty()) entry.citation = entry.further.front();
}

std::vector<Entry> entries(Context& context, const Options& options) {
  std::vector<Entry> all;
  for (const auto* event : events(context)) all.push_back(of_event(context, *event));
  for (const auto* agreement : agreements(context)) all.push_back(of_agreement(context, *agreement));
  for (const auto& row : context.data.relationships) {
    const bool is_start = row.kind == "diplomatic-relations" && !row.from.is_undated() && context.begun(row.from);
    if (is_start && context.is_pair(row.first, row.second)) all.push_back(of_relationship(context, row));
  }
  const auto& types = options.list("types");
  std::erase_if(
      all, [&](const Entry& entry) { return !types.empty() && std::find(types.begin(), types.end(), entry.type_code) == types.end(); });
  std::stable_sort(all.begin(), all.end(), [](const Entry& a, const Entry& b) { return before(a.date, b.date); });
  return all;
}

void add_timeline(Context& context, SectionDraft& draft, const std::vector<Entry>& all) {
  Timeline timeline;
  for (const auto& entry : all) {
    TimelineEntry line;
    line.date = entry.date;
    line.printed_date = context.language.date(entry.date);
    line.type = entry.type;
    line.title = entry.title;
    if (entry.title.find(entry.place) == std::string::npos) line.place = entry.place;  // not "… to Kazakhstan · Kazakhstan"
    line.status = entry.status;
    line.planned = entry.planned;
    line.citation = entry.citation;
    std::string text = entry.who;
    if (!entry.outcome.empty()) text += (text.empty() ? "" : ". ") + entry.outcome;
    // Sources at the beginning belong to the title, beside the first.
    for (std::size_t i = 1; i < entry.further.size(); ++i) line.text.push_back(citation_run(entry.further[i]));
    if (!text.empty()) line.text.push_back(text_run((line.text.empty() ? "" : " ") + text));
    timeline.entries.push_back(std::move(line));
  }
  draft.add(draft.id + "-timeline", std::move(timeline));
}

std::uint32_t add_table(Context& context, const SectionDraft& draft, const std::vector<Entry>& all) {
  TableMaker maker(draft.id,
                   context.t("report.table.chronology",
                             {{"first", context.area(context.parameters.first)}, {"second", context.area(context.parameters.second)}}),
                   context.t("report.sheet.chronology"));
  maker.table().key_columns = 3;
  const int date = maker.column("DATE", context.t("report.column.date"), Type::date, Role::period);
  const auto text = [&](const char* id, const char* title, Role role = Role::other) {
    return maker.column(id, context.t(title), Type::text, role);
  };
  const int type = text("TYPE", "report.column.type");
  const int title = text("TITLE", "report.column.event", Role::label);
  const int place = text("PLACE", "report.column.place", Role::area);
  const int who = text("PARTICIPANTS", "report.column.participants");
  const int outcome = text("OUTCOME", "report.column.outcome");
  const int status = text("STATUS", "report.column.status");
  const int source = maker.column("SOURCE", context.t("report.column.source"), Type::integer, Role::citation);
  maker.at(source).data_only = false;
  for (const auto& entry : all) {
    maker.row();
    maker.set(date, Cell(entry.date));
    const std::string cited_title = entry.title + further_marks(entry.further, entry.citation);
    const std::pair<int, const std::string*> cells[] = {{type, &entry.type}, {title, &cited_title},     {place, &entry.place},
                                                        {who, &entry.who},   {outcome, &entry.outcome}, {status, &entry.status}};
    for (const auto& [column, value] : cells) {
      if (!value->empty()) maker.set(column, Cell(*value));
    }
    if (entry.citation > 0) maker.set(source, Cell(static_cast<std::int64_t>(entry.citation)));
  }
  return maker.finish(context);
}

/// Leaves `limit` entries, the newest or the most telling; gives the number left out.
std::size_t shorten(std::vector<Entry>& all, std::size_t limit, bool telling) {
  if (limit == 0 || all.size() <= limit) return 0;
  const std::size_t left_out = all.size() - limit;
  std::vector<std::size_t> order;
  for (std::size_t i = all.size(); i-- > 0;) order.push_back(i);  // newest first
  if (telling) {
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return telling_order(all[a]) < telling_order(all[b]); });
  }
  order.resize(limit);
  std::sort(order.begin(), order.end());
  std::vector<Entry> kept;
  for (const std::size_t i : order) kept.push_back(std::move(all[i]));
  all = std::move(kept);
  return left_out;
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  auto all = entries(context, options);
  const std::size_t left_out = shorten(all, static_cast<std::size_t>(options.integer("limit")), options.text("choose") == "telling");
  if (all.empty()) return;
  for (auto& entry : all) cite(context, entry);
  const std::string& form = options.text("form");
  if (form != "table") add_timeline(context, draft, all);
  if (left_out > 0) {
    draft.add(
        draft.id + "-left-out",
        Paragraph{ParagraphRole::small, plain(context.t("report.left-out.chronology", {{"count", static_cast<std::int64_t>(left_out)}}))});
  }
  if (form == "timeline") return;
  const std::uint32_t index = add_table(context, draft, all);
  if (form == "table") draft.add(draft.id + "-table", TableRef{index, 0, {}});
}

}  // namespace

Builder chronology_builder() {
  return {"chronology",
          "Events and agreements by date as precisely as it is known, planned ones marked, undated last",
          {{"form",
            OptionType::choice,
            "timeline",
            "A timeline, a table, or a timeline whose table is there for CSV and XLSX",
            {"timeline", "table", "timeline-and-data"}},
           {"limit", OptionType::integer, "0", "Only so many; 0 = all", {}},
           {"choose",
            OptionType::choice,
            "newest",
            "Which ones a limit keeps: the newest, or first what is planned, visits and talks, then agreements",
            {"newest", "telling"}},
           {"types",
            OptionType::list,
            "",
            "Only these types of events, agreement, and relations for their beginning; empty = all",
            {"visit", "meeting", "summit", "session", "forum", "speech", "lecture", "election", "signing", "cross-year", "other",
             "agreement", "relations"}}},
          build};
}

}  // namespace attache::report
