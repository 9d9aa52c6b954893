#include "plan.hpp"

#include <algorithm>
#include <cstdint>

#include "block_tables.hpp"
#include "text_guard.hpp"

namespace attache::xlsx {
namespace {

constexpr std::size_t subtitle_units = 160;

/// "Title of the table", "Trade by year".
std::string first_of(std::initializer_list<std::string> names) {
  for (const std::string& name : names) {
    if (!name.empty()) return name;
  }
  return "";
}

class Planner {
 public:
  explicit Planner(Book& book) : book_(book), call_(book.call) {}

  Plan run() {
    book_.cover_sheet = book_.sheet_names.take(word(call_, "exporter.sheet.cover"), "Cover");
    book_.contents_sheet = book_.sheet_names.take(word(call_, "exporter.sheet.contents"), "Contents");
    book_.notes_sheet = book_.sheet_names.take(word(call_, "exporter.sheet.notes"), "Notes");
    plan_.text_sheet = book_.sheet_names.take(word(call_, "exporter.sheet.text"), "Text");
    for (const attache_block* block : sdk::Block(call_.root()).children()) number_notes(*block);
    visit(call_.root());
    flush_groups();
    std::stable_sort(plan_.notes.begin(), plan_.notes.end(), [](const Note& a, const Note& b) { return a.number < b.number; });
    return std::move(plan_);
  }

 private:
  /// Notes that bring their own number keep it.
  void number_notes(const attache_block& block) {
    if (const auto* note = sdk::Block(block).as<attache_note>()) next_note_ = std::max(next_note_, note->number + 1);
    for (const attache_block* child : sdk::Block(block).children()) number_notes(*child);
  }

  void visit(const attache_block& block) {
    const bool drawn = sdk::render(block, [this](sdk::Block one) { return draw(one); });
    if (!drawn && block.kind != ATTACHE_PAGE_BREAK && block.kind != ATTACHE_SECTION) {
      call_.log(ATTACHE_LOG_WARN,
                "a block of kind " + std::to_string(block.kind) + " was left out: this plugin knows neither it nor its fallback");
    }
  }

  bool draw(sdk::Block block) {
    if (block.kind() != ATTACHE_QUOTATION) flush(quotations_);
    if (block.kind() != ATTACHE_CONFLICT) flush(conflicts_);
    if (const auto* section = block.as<attache_section>()) return draw_section(block, *section);
    if (const auto* heading = block.as<attache_heading>()) return add_heading(heading->level + section_level_, heading->text), true;
    if (const auto* paragraph = block.as<attache_paragraph>()) return add_paragraph(*paragraph), true;
    if (const auto* list = block.as<attache_list>()) return add_list(*list), true;
    if (const auto* figures = block.as<attache_key_figures>()) return add_key_figures(*figures), true;
    if (const auto* reference = block.as<attache_table_ref>()) return add_table(reference->table), true;
    if (const auto* chart = block.as<attache_chart>()) return add_chart(*chart), true;
    if (const auto* timeline = block.as<attache_timeline>()) return add_timeline(*timeline), true;
    if (const auto* quotation = block.as<attache_quotation>()) return quotations_.push_back(quotation), true;
    if (const auto* conflict = block.as<attache_conflict>()) return conflicts_.push_back(conflict), true;
    if (const auto* note = block.as<attache_note>()) return add_note(*note), true;
    if (const auto* sources = block.as<attache_sources>()) return add_sources(*sources), true;
    if (const auto* legend = block.as<attache_legend>()) return add_legend(*legend), true;
    return block.kind() == ATTACHE_CONTENTS || block.kind() == ATTACHE_PAGE_BREAK;
  }

  bool draw_section(sdk::Block block, const attache_section& section) {
    const Section outer = section_;
    const int outer_level = section_level_;
    const std::size_t outer_heads = pending_.size();
    if (section.title.size != 0 && section.level > 0) section_ = {string_of(section.title), string_of(section.sheet_name), section.role};
    section_level_ = section.level;
    const bool titled = section.title.size != 0 && section.level > 0 && section.role != ATTACHE_SECTION_COVER;
    if (titled) pending_.push_back({TextLine::Kind::heading, section.level, nullptr, string_of(section.title), std::nullopt});
    if (section.role == ATTACHE_SECTION_COVER) in_cover_ = true;
    for (const attache_block* child : block.children()) visit(*child);
    flush_groups();
    if (section.role == ATTACHE_SECTION_COVER) in_cover_ = false;
    pending_.resize(std::min(pending_.size(), outer_heads));
    section_ = outer;
    section_level_ = outer_level;
    return true;
  }

  // ---- running text

  void add_line(TextLine line) {
    if (in_cover_) {
      plan_.cover.push_back(std::move(line));
      return;
    }
    for (TextLine& head : pending_) plan_.text.push_back(std::move(head));
    pending_.clear();
    plan_.text.push_back(std::move(line));
  }

  void add_heading(int level, const attache_inline* text) { pending_.push_back({TextLine::Kind::heading, level, text, "", std::nullopt}); }

  void add_paragraph(const attache_paragraph& paragraph) {
    const auto kind = paragraph.role == ATTACHE_PARAGRAPH_LEAD    ? TextLine::Kind::lead
                      : paragraph.role == ATTACHE_PARAGRAPH_SMALL ? TextLine::Kind::small
                                                                  : TextLine::Kind::body;
    add_line({kind, 1, paragraph.text, "", std::nullopt});
  }

  void add_list(const attache_list& list) {
    for (std::uint32_t i = 0; i < list.item_count; ++i) {
      add_line({TextLine::Kind::item, 1, list.items[i], list.ordered != 0 ? std::to_string(i + 1) + ". " : "• ", std::nullopt});
    }
  }

  /// The place in the text where a sheet belongs.
  void add_sheet_link(const TableSheet& table) {
    const std::string words = table.title == table.sheet ? table.title : table.sheet + ": " + table.title;
    add_line({TextLine::Kind::link, 1, nullptr, "→ " + words, CellAddress{table.sheet, 0, 0}});
  }

  // ---- sheets

  TableSheet& add_sheet(std::string wanted, std::string title, std::string id, std::unique_ptr<TableSource> source) {
    TableSheet sheet;
    sheet.title = clean_line(title, 200);
    sheet.sheet = book_.sheet_names.take(wanted, title);
    const auto same = [&sheet](const TableSheet& other) { return other.title == sheet.title; };
    if (std::any_of(plan_.tables.begin(), plan_.tables.end(), same)) sheet.title += " – " + sheet.sheet;
    sheet.table_name = book_.table_names.take(id);
    sheet.subtitle = context();
    sheet.source = std::move(source);
    plan_.tables.push_back(std::move(sheet));
    return plan_.tables.back();
  }

  /// "Kazakhstan and Russia · trade sheet · data as of 14 October 2015".
  [[nodiscard]] std::string context() const {
    std::string line = meta(call_, "title");
    const std::string as_of = meta(call_, "as_of");
    if (!as_of.empty()) line += (line.empty() ? "" : " · ") + word(call_, "exporter.sheet.as-of", {{"date", as_of}});
    return clean_line(line, subtitle_units);
  }

  /// Where the sheet of document table `index` is in the plan; it is added when it is not.
  std::size_t table_place(std::uint32_t index) {
    const auto found = placed_.find(index);
    if (found != placed_.end()) return found->second;
    const attache_table& info = *call_.document().tables[index];
    const std::string title = first_of({string_of(info.title), section_.title, string_of(info.id)});
    TableSheet& sheet =
        add_sheet(first_of({string_of(info.sheet_name), title}), title, string_of(info.id), std::make_unique<DocumentTable>(call_, index));
    const std::size_t place = plan_.tables.size() - 1;
    placed_.emplace(index, place);
    const std::string description = clean_line(sdk::text(info.description), 2000);
    if (utf16_length(description) > subtitle_units) {
      mark(sheet, description);
    } else if (!description.empty()) {
      sheet.subtitle = description;
    }
    if (const std::string note = plain_text(info.note); !note.empty()) mark(plan_.tables[place], note);
    add_sheet_link(plan_.tables[place]);
    return place;
  }

  void add_table(std::uint32_t index) {
    if (index < call_.document().table_count) table_place(index);
  }

  void add_chart(const attache_chart& chart) {
    if (chart.table >= call_.document().table_count) return;
    TableSheet& sheet = plan_.tables[table_place(chart.table)];
    sheet.charts.push_back(&chart);
    if (const std::string note = plain_text(chart.note); !note.empty()) mark(sheet, note);
  }

  void add_key_figures(const attache_key_figures& figures) {
    const std::string title = first_of({section_.title, word(call_, "exporter.sheet.key-figures")});
    add_sheet_link(add_sheet(first_of({section_.sheet_name, title}), title, "key_figures", key_figures_table(call_, figures)));
    for (std::uint32_t i = 0; i < figures.figure_count; ++i) {
      const std::int32_t trend = figures.figures[i]->trend_table;
      if (trend >= 0) add_table(static_cast<std::uint32_t>(trend));
    }
  }

  void add_timeline(const attache_timeline& timeline) {
    const std::string title = first_of({section_.title, word(call_, "exporter.sheet.timeline")});
    add_sheet_link(add_sheet(first_of({section_.sheet_name, title}), title, "timeline", timeline_table(call_, timeline)));
  }

  void add_sources(const attache_sources& sources) {
    const std::string title = first_of({section_.title, word(call_, "exporter.sheet.sources")});
    add_sheet(first_of({section_.sheet_name, title}), title, "sources", sources_table(call_, sources));
    if (!book_.source_rows.empty()) return;
    book_.sources_sheet = plan_.tables.back().sheet;
    for (std::uint32_t i = 0; i < sources.source_count; ++i) book_.source_rows.emplace(sources.sources[i]->number, body_row + i);
  }

  void flush(std::vector<const attache_quotation*>& quotations) {
    if (quotations.empty()) return;
    const std::string title = word(call_, "exporter.sheet.quotations");
    add_sheet_link(add_sheet(title, first_of({section_.title, title}), "quotations", quotations_table(call_, quotations)));
    quotations.clear();
  }

  void flush(std::vector<const attache_conflict*>& conflicts) {
    if (conflicts.empty()) return;
    const std::string title = word(call_, "exporter.sheet.claims");
    add_sheet_link(add_sheet(title, first_of({section_.title, title}), "claims", conflicts_table(call_, conflicts)));
    conflicts.clear();
  }

  void flush_groups() {
    flush(quotations_);
    flush(conflicts_);
  }

  // ---- notes

  [[nodiscard]] std::string mark_of(std::uint32_t number) const {
    return "[" + word(call_, "exporter.note-mark", {{"number", std::to_string(number)}}) + "]";
  }

  /// A note on a sheet: its mark stands in the sheet's title.
  void mark(TableSheet& sheet, const std::string& text) {
    const std::string sign = mark_of(next_note_);
    sheet.title += " " + sign;
    plan_.notes.push_back({next_note_++, sign, text, sheet.sheet});
  }

  void add_note(const attache_note& note) {
    const std::uint32_t number = note.number != 0 ? note.number : next_note_++;
    plan_.notes.push_back({number, mark_of(number), plain_text(note.text), ""});
  }

  void add_legend(const attache_legend& legend) {
    for (std::uint32_t i = 0; i < legend.entry_count; ++i)
      plan_.legend.push_back({0, string_of(legend.entries[i].key), string_of(legend.entries[i].value), ""});
  }

  struct Section {
    std::string title, sheet_name;
    std::int32_t role = ATTACHE_SECTION_NORMAL;
  };

  Book& book_;
  const Call& call_;
  Plan plan_;
  Section section_;
  int section_level_ = 0;
  bool in_cover_ = false;
  std::vector<TextLine> pending_;  // heads whose text has not come yet
  std::vector<const attache_quotation*> quotations_;
  std::vector<const attache_conflict*> conflicts_;
  std::map<std::uint32_t, std::size_t> placed_;
  std::uint32_t next_note_ = 1;
};

}  // namespace

Plan plan_document(Book& book) { return Planner(book).run(); }

std::string plain_text(const attache_inline* text) {
  std::string out;
  for (const attache_run& run : sdk::runs(text)) {
    if (run.citation == 0) {
      out += sdk::text(run.text);
      continue;
    }
    out += (out.empty() || out.back() == ' ' ? "[" : " [") + std::to_string(run.citation) + "]";
  }
  return out;
}

}  // namespace attache::xlsx
