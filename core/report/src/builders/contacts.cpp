#include <algorithm>
#include <cstdint>

#include "../events.hpp"
#include "builders.hpp"

namespace attache::report {

namespace {

struct Columns {
  int date, title, level, place, who, outcome, status, source;
};

Columns add_columns(Context& context, TableMaker& maker) {
  Columns c{};
  c.date = maker.column("DATE", context.t("report.column.date"), Type::date, Role::period);
  c.title = maker.column("EVENT", context.t("report.column.event"), Type::text, Role::label);
  c.level = maker.column("LEVEL", context.t("report.column.level"), Type::text, Role::other);
  c.place = maker.column("PLACE", context.t("report.column.place"), Type::text, Role::area);
  c.who = maker.column("PARTICIPANTS", context.t("report.column.participants"), Type::text, Role::other);
  c.outcome = maker.column("OUTCOME", context.t("report.column.outcome"), Type::text, Role::other);
  c.status = maker.column("STATUS", context.t("report.column.status"), Type::text, Role::other);
  maker.at(c.status).data_only = true;  // the level says it in print
  c.source = maker.column("SOURCE", context.t("report.column.source"), Type::integer, Role::citation);
  maker.at(c.source).data_only = false;
  const std::pair<int, int> widths[] = {{c.date, 16}, {c.title, 34}, {c.level, 14}, {c.place, 12}, {c.who, 20}, {c.outcome, 28}};
  for (const auto& [column, characters] : widths) maker.at(column).width_hint = characters;
  return c;
}

/// Another grade that another source gives the same visit: "official visit; State visit: see the claims".
std::string grade_note(const Context& context, const dataset::Event& event) {
  std::vector<std::string> words;
  for (const auto& claim : context.data.claims) {
    if (claim.event == event.id && claim.kind == "description" && !claim.contradicts.empty() && !claim.statement.empty() &&
        context.visible(claim))
      words.push_back(context.in(claim.statement));
  }
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : "; ") + word;
  return words.size() < 2 ? std::string() : context.t("report.note.sources-differ", {{"statements", all}});
}

/// The last sentence of a note that another event's note ends with too: it is one note for both.
std::size_t shared_ending(const Context& context, const dataset::Event& event) {
  const auto at = event.note.rfind(". ");
  if (at == std::string::npos) return std::string::npos;
  const std::string ending = event.note.substr(at + 2);
  const auto& all = context.data.events;
  const bool is_shared =
      std::any_of(all.begin(), all.end(), [&](const dataset::Event& other) { return other.id != event.id && other.note == ending; });
  return is_shared ? at + 1 : std::string::npos;
}

std::vector<std::string> notes_of(const Context& context, const dataset::Event& event) {
  const std::size_t at = shared_ending(context, event);
  std::vector<std::string> notes = {event.note.substr(0, at)};
  if (at != std::string::npos) notes.push_back(event.note.substr(at + 1));
  notes.push_back(grade_note(context, event));
  std::erase(notes, std::string());
  return notes;
}

/// "official visit", "session (planned)".
std::string level_and_status(const Context& context, const dataset::Event& event) {
  const std::string status = status_word(context, event);
  return status.empty() ? level(context, event) : context.t("report.item.event", {{"event", level(context, event)}, {"date", status}});
}

void add_list(Context& context, SectionDraft& draft, const std::vector<const dataset::Event*>& chosen) {
  List list;
  for (const auto* event : chosen) {
    const std::string title = context.in(event->title);
    std::string where = place(context, *event);
    if (title.find(where) != std::string::npos) where.clear();  // "… to Kazakhstan, Kazakhstan"
    Inline text = {text_run(context.language.date(event->date), Run::strong), text_run(": " + title + (where.empty() ? "" : ", " + where))};
    if (const std::string status = status_word(context, *event); !status.empty()) text.push_back(text_run(" (" + status + ")"));
    context.cite(text, "events", *event);
    list.items.push_back(std::move(text));
  }
  draft.add(draft.id + "-list", std::move(list));
}

void add_row(Context& context, TableMaker& maker, const Columns& c, const dataset::Event& event) {
  maker.row();
  maker.set(c.date, Cell(event.date));
  std::string title = context.in(event.title);
  for (const auto& note : notes_of(context, event)) title += " " + context.t("report.note-mark", {{"number", context.note(note)}});
  const auto numbers = context.citations("events", event);
  const std::uint32_t first = numbers.empty() ? 0 : numbers.front();
  maker.set(c.title, Cell(title + further_marks(numbers, first)));
  const std::pair<int, std::string> texts[] = {{c.level, level_and_status(context, event)},
                                               {c.place, place(context, event)},
                                               {c.who, participants(context, event)},
                                               {c.outcome, outcome(context, event)},
                                               {c.status, context.code("event-status", event.status)}};
  for (const auto& [column, text] : texts) {
    if (!text.empty()) maker.set(column, Cell(text));
  }
  if (first > 0) maker.set(c.source, Cell(static_cast<std::int64_t>(first)));
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  const auto& types = options.list("types");
  std::vector<const dataset::Event*> chosen;
  for (const auto* event : events(context)) {
    if (std::find(types.begin(), types.end(), event->type) != types.end()) chosen.push_back(event);
  }
  // newest and next first, undated last
  std::stable_sort(chosen.begin(), chosen.end(), [](const auto* a, const auto* b) {
    const auto key = [](const auto* e) { return std::pair(e->date.is_undated(), -std::int64_t{e->date.latest()}); };
    return key(a) < key(b);
  });
  const auto limit = static_cast<std::size_t>(options.integer("limit"));
  const std::size_t total = chosen.size();
  if (limit > 0 && total > limit) chosen.resize(limit);
  if (chosen.empty()) return;
  if (options.text("form") == "list") return add_list(context, draft, chosen);
  TableMaker maker(draft.id, context.t("report.table.contacts"), context.t("report.sheet.contacts"));
  maker.table().key_columns = 2;
  const Columns columns = add_columns(context, maker);
  for (const auto* event : chosen) add_row(context, maker, columns, *event);
  if (total > chosen.size()) maker.table().note = plain(context.t("report.note.more-rows", {{"count", total - chosen.size()}}));
  draft.add(draft.id + "-table", TableRef{maker.finish(context), 0, {}});
}

}  // namespace

Builder contacts_builder() {
  return {"contacts",
          "Visits, meetings and sessions, newest and next first",
          {{"form", OptionType::choice, "table", "A table or a list", {"table", "list"}},
           {"limit", OptionType::integer, "8", "At most so many; 0 = all", {}},
           {"types",
            OptionType::list,
            "visit,meeting,summit,session,forum",
            "Types of events",
            {"visit", "meeting", "summit", "session", "forum", "speech", "lecture", "election", "signing", "cross-year", "other"}}},
          build};
}

}  // namespace attache::report
