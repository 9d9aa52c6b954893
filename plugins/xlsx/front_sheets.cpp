#include "front_sheets.hpp"

#include <algorithm>
#include <cstdint>
#include <set>

#include "block_tables.hpp"
#include "cell_width.hpp"
#include "table_layout.hpp"

namespace attache::xlsx {
namespace {

using Cell = MemoryTable::Cell;

constexpr double text_width = 100, cover_width = 72;

bool has_text(const Plan& plan) {
  return std::any_of(plan.text.begin(), plan.text.end(),
                     [](const TextLine& line) { return line.kind != TextLine::Kind::link && line.kind != TextLine::Kind::heading; });
}

bool has_notes(const Plan& plan) { return !plan.notes.empty() || !plan.legend.empty(); }

Style style_of(const Book& book, const TextLine& line) {
  Style style;
  style.wrap = true;
  style.top = true;
  switch (line.kind) {
    case TextLine::Kind::heading:
      style.bold = true;
      style.top = false;
      style.size = line.level <= 1 ? 14 : line.level == 2 ? 12 : 11;
      style.color = book.theme.accent;
      break;
    case TextLine::Kind::lead:
      style.bold = true;
      break;
    case TextLine::Kind::small:
      style.size = 10;
      style.color = book.theme.muted;
      break;
    case TextLine::Kind::item:
      style.indent = 1;
      break;
    case TextLine::Kind::link:
      style.link = true;
      style.color = book.theme.link;
      break;
    case TextLine::Kind::body:
      break;
  }
  return style;
}

/// The runs with their weights; citations as "[3]".
std::vector<Fragment> fragments_of(const TextLine& line) {
  std::vector<Fragment> out;
  if (!line.words.empty()) out.push_back({line.words, false, false});
  for (const attache_run& run : sdk::runs(line.text)) {
    const bool bold = (run.style & ATTACHE_STYLE_STRONG) != 0, italic = (run.style & ATTACHE_STYLE_EMPHASIS) != 0;
    out.push_back(run.citation == 0 ? Fragment{string_of(run.text), bold, italic}
                                    : Fragment{" [" + std::to_string(run.citation) + "]", false, false});
  }
  return out;
}

std::vector<std::uint32_t> citations_of(const TextLine& line) {
  std::vector<std::uint32_t> out;
  for (const attache_run& run : sdk::runs(line.text)) {
    if (run.citation != 0 && std::find(out.begin(), out.end(), run.citation) == out.end()) out.push_back(run.citation);
  }
  return out;
}

void write_line(Book& book, Sheet& sheet, unsigned row, const TextLine& line) {
  const Style style = style_of(book, line);
  const Format format = book.workbook.format(style);
  if (line.target) return sheet.write_link(row, 0, *line.target, line.words, format);
  const bool uniform = line.kind == TextLine::Kind::heading || line.kind == TextLine::Kind::lead;
  if (uniform) {
    sheet.write_text(row, 0, line.words + plain_text(line.text), format);
  } else {
    sheet.write_rich(row, 0, fragments_of(line), format);
  }
  const int size = std::max(style.size, 11);
  const int room = column_pixels(text_width) - cell_padding - style.indent * 9;
  const std::string words = line.words + plain_text(line.text);
  const int lines = wrapped_lines(words, room * 11 / size, style.bold);
  if (size > 11) {
    sheet.set_height(row, lines * size * 1.4 + 8);
  } else {
    set_lines(sheet, row, lines);
  }
  Style link;
  link.link = true;
  link.top = true;
  link.color = book.theme.link;
  link.align = Align::center;
  unsigned column = 1;
  for (const std::uint32_t citation : citations_of(line)) {
    const CellAddress target = source_address(book, citation);
    if (!target.sheet.empty()) sheet.write_link(row, column++, target, static_cast<double>(citation), book.workbook.format(link));
  }
}

/// Label and value, one a row.
class Facts {
 public:
  Facts(Book& book, Sheet& sheet, unsigned& row) : book_(book), sheet_(sheet), row_(row) {
    Style label;
    label.bold = true;
    label.top = true;
    label.rule_below = book.theme.rule;
    label_ = book.workbook.format(label);
    Style value;
    value.wrap = true;
    value.top = true;
    value.align = Align::left;
    value.rule_below = book.theme.rule;
    value_ = book.workbook.format(value);
  }

  /// What stands there already is not said again.
  void add(const std::string& label, const std::string& value) {
    if (value.empty() || !told_.insert(value).second) return;
    sheet_.write_text(row_, 0, label, label_);
    sheet_.write_text(row_, 1, value, value_);
    set_lines(sheet_, row_++, wrapped_lines(value, column_pixels(cover_width) - cell_padding));
  }
  void add_known(const char* head, const std::string& value) { add(word(book_.call, head), value); }

 private:
  Book& book_;
  Sheet& sheet_;
  unsigned& row_;
  Format label_ = nullptr, value_ = nullptr;
  std::set<std::string> told_;
};

void write_facts(Book& book, Facts& facts) {
  const auto known = [&book](const char* key) { return meta(book.call, key); };
  const std::string first = known("first.name"), second = known("second.name");
  facts.add_known("exporter.cover.pair", first.empty() || second.empty() ? known("pair") : first + " – " + second);
  const std::string perspective = known("perspective");
  const bool is_first = perspective == "first" || perspective == known("first"),
             is_second = perspective == "second" || perspective == known("second");
  facts.add_known("exporter.cover.perspective", is_first && !first.empty() ? first : is_second && !second.empty() ? second : "");
  facts.add_known("exporter.cover.period", known("period"));
  facts.add_known("exporter.cover.as-of", known("as_of"));
  facts.add_known("exporter.cover.marking", known("marking"));
  facts.add_known("exporter.cover.edition", known("edition"));
  facts.add_known("exporter.cover.embargo", known("embargo"));
  if (known("draft") == "true") facts.add_known("exporter.cover.state", word(book.call, "exporter.word.draft"));
  facts.add_known("exporter.cover.producer", known("producer"));
  facts.add_known("exporter.cover.dataset", known("dataset"));
  facts.add_known("exporter.cover.licence", known("licence"));
  facts.add_known("exporter.cover.generator", known("generator"));
}

/// The document's own cover lines: items "Period: 2003–2014" become label and value, what repeats the heads is left out.
void write_cover_lines(Book& book, Sheet& sheet, const Plan& plan, unsigned& row, Facts& facts) {
  for (const TextLine& line : plan.cover) {
    const std::string text = plain_text(line.text);
    if (line.kind == TextLine::Kind::item) continue;
    if (text.empty() || text == meta(book.call, "title") || text == meta(book.call, "subtitle")) continue;
    Style style = style_of(book, line);
    style.wrap = false;
    sheet.write_text(row++, 0, line.words + text, book.workbook.format(style));
  }
  for (const TextLine& line : plan.cover) {
    if (line.kind != TextLine::Kind::item) continue;
    const std::string text = plain_text(line.text);
    const std::size_t colon = text.find(": ");
    if (colon == std::string::npos) {
      facts.add("", text);
    } else {
      facts.add(text.substr(0, colon), text.substr(colon + 2));
    }
  }
}

TableSheet front_table(Book& book, const std::string& sheet, const char* title, const char* table_name,
                       std::unique_ptr<TableSource> source) {
  TableSheet table;
  table.sheet = sheet;
  table.title = word(book.call, title);
  table.subtitle = meta(book.call, "title");
  table.table_name = book.table_names.take(table_name);
  table.source = std::move(source);
  table.filter = false;
  return table;
}

}  // namespace

void write_cover(Book& book, const Plan& plan) {
  Sheet& sheet = book.workbook.add_sheet(book.cover_sheet);
  sheet.hide_gridlines();
  sheet.set_tab_color(book.theme.accent);
  sheet.set_width(0, 26);
  sheet.set_width(1, cover_width);
  Style title;
  title.bold = true;
  title.size = 20;
  title.color = book.theme.accent;
  Style subtitle;
  subtitle.size = 13;
  subtitle.color = book.theme.muted;
  unsigned row = 0;
  const std::string words = meta(book.call, "title");
  sheet.write_text(row, 0, words.empty() ? word(book.call, "exporter.sheet.cover") : words, book.workbook.format(title));
  sheet.set_height(row++, 34);
  if (const std::string below = meta(book.call, "subtitle"); !below.empty()) {
    sheet.write_text(row, 0, below, book.workbook.format(subtitle));
    sheet.set_height(row++, 22);
  }
  Facts facts(book, sheet, row);
  write_cover_lines(book, sheet, plan, row, facts);
  write_facts(book, facts);
  Style link;
  link.link = true;
  link.color = book.theme.link;
  sheet.write_link(row, 0, CellAddress{book.contents_sheet, 0, 0}, word(book.call, "exporter.sheet.contents"), book.workbook.format(link));
  set_page(book, sheet, PageSetup{});
}

void write_contents(Book& book, const Plan& plan) {
  TableColumn rows;
  rows.id = "rows";
  rows.head = word(book.call, "exporter.head.rows");
  rows.type = ATTACHE_INT64;
  rows.decimals = 0;
  auto table = std::make_unique<MemoryTable>(std::vector<TableColumn>{words_column(book.call, "sheet", "exporter.head.sheet"),
                                                                      words_column(book.call, "title", "exporter.head.content"), rows});
  const auto add = [&table](const std::string& sheet, const std::string& title, Cell count) {
    table->add_row({Cell::of_link(sheet, CellAddress{sheet, 0, 0}), Cell(title), std::move(count)});
  };
  add(book.cover_sheet, meta(book.call, "title"), {});
  if (has_notes(plan))
    add(book.notes_sheet, word(book.call, "exporter.sheet.notes-title"),
        Cell::of_number(static_cast<double>(plan.notes.size() + plan.legend.size())));
  if (has_text(plan)) add(plan.text_sheet, word(book.call, "exporter.sheet.text-title"), {});
  for (const TableSheet& sheet : plan.tables)
    add(sheet.sheet, sheet.title, Cell::of_number(static_cast<double>(sheet.source->row_count())));
  TableSheet sheet = front_table(book, book.contents_sheet, "exporter.sheet.contents", "contents", std::move(table));
  write_table_sheet(book, sheet);
}

void write_notes(Book& book, const Plan& plan) {
  if (!has_notes(plan)) return;
  auto table = std::make_unique<MemoryTable>(std::vector<TableColumn>{words_column(book.call, "mark", "exporter.head.mark"),
                                                                      words_column(book.call, "meaning", "exporter.head.meaning"),
                                                                      words_column(book.call, "sheet", "exporter.head.sheet")});
  for (const std::vector<Note>* notes : {&plan.notes, &plan.legend}) {
    for (const Note& note : *notes) {
      table->add_row(
          {Cell(note.mark), Cell(note.text), note.sheet.empty() ? Cell() : Cell::of_link(note.sheet, CellAddress{note.sheet, 0, 0})});
    }
  }
  table->drop_empty_columns();
  TableSheet sheet = front_table(book, book.notes_sheet, "exporter.sheet.notes-title", "notes", std::move(table));
  write_table_sheet(book, sheet);
}

void write_text_sheet(Book& book, const Plan& plan) {
  if (!has_text(plan)) return;
  Sheet& sheet = book.workbook.add_sheet(plan.text_sheet);
  sheet.hide_gridlines();
  write_head_lines(book, sheet, meta(book.call, "title"), meta(book.call, "subtitle"));
  sheet.set_width(0, text_width);
  unsigned row = head_lines;
  std::size_t sources = 0;
  for (const TextLine& line : plan.text) {
    write_line(book, sheet, row++, line);
    sources = std::max(sources, citations_of(line).size());
  }
  for (unsigned column = 1; column <= sources; ++column) sheet.set_width(column, 4);
  sheet.freeze(head_lines, 0);
  set_page(book, sheet, PageSetup{});
}

}  // namespace attache::xlsx
