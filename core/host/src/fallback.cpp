#include "host/src/fallback.hpp"

#include <algorithm>
#include <cstdint>

namespace attache::host {
namespace {

using report::Block;
using report::Cell;
using report::Inline;
using report::Role;
using report::Run;
using report::Type;

Cell text_cell(const std::string& text) { return text.empty() ? Cell(report::Missing::blank) : Cell(text); }
Cell citation_cell(std::uint32_t number) { return number == 0 ? Cell(report::Missing::blank) : Cell(std::int64_t{number}); }

Run text_run(std::string text, std::uint32_t style = Run::plain) {
  Run run;
  run.text = std::move(text);
  run.style = style;
  return run;
}

void add_citation(Inline& runs, std::uint32_t number) {
  if (number == 0) return;
  Run run;
  run.citation = number;
  runs.push_back(std::move(run));
}

/// A group without a head that stands in the place of `id`.
Block group(const std::string& id, report::Blocks children) {
  report::Section section;
  section.level = 6;
  section.children = std::move(children);
  return {id, std::move(section)};
}

Block of_quotation(const std::string& id, const report::Quotation& quotation) {
  report::Paragraph words;
  words.text = quotation.text;
  for (Run& run : words.text) run.style |= Run::emphasis;
  std::string by;
  for (const std::string* part : {&quotation.speaker, &quotation.office, &quotation.context}) {
    if (!part->empty()) by += (by.empty() ? "— " : ", ") + *part;
  }
  report::Paragraph attribution;
  attribution.role = report::ParagraphRole::small;
  if (!by.empty()) attribution.text.push_back(text_run(std::move(by)));
  add_citation(attribution.text, quotation.citation);
  report::Blocks blocks;
  blocks.push_back({id + "-words", std::move(words)});
  if (!attribution.text.empty()) blocks.push_back({id + "-attribution", std::move(attribution)});
  if (!quotation.note.empty()) blocks.push_back({id + "-note", report::Paragraph{report::ParagraphRole::small, quotation.note}});
  return group(id, std::move(blocks));
}

void link_sections(const report::Blocks& blocks, std::vector<Inline>& items) {
  for (const Block& block : blocks) {
    const auto* section = std::get_if<report::Section>(&block.data);
    if (section == nullptr) continue;
    if (!section->title.empty()) {
      Run run = text_run(section->title);
      run.href = "#" + block.id;
      items.push_back({std::move(run)});
    }
    link_sections(section->children, items);
  }
}

/// The cells of one measure; as numbers when all are, else as the texts they are printed as.
struct Measure {
  std::vector<const report::Figure*> figures;  ///< nullptr = nothing belongs there

  [[nodiscard]] bool is_numeric() const {
    int scale = 0;
    for (const auto* figure : figures) {
      if (figure == nullptr || !figure->cell.present()) continue;
      if (const auto* decimal = std::get_if<Decimal>(&figure->cell.value))
        scale = std::max(scale, decimal->scale());
      else if (!std::holds_alternative<std::int64_t>(figure->cell.value))
        return false;
    }
    return std::all_of(figures.begin(), figures.end(), [scale](const auto* figure) {
      if (figure == nullptr || !figure->cell.present()) return true;
      const auto* decimal = std::get_if<Decimal>(&figure->cell.value);
      return (decimal != nullptr ? *decimal : Decimal::of(std::get<std::int64_t>(figure->cell.value))).at_scale(scale).has_value();
    });
  }
  [[nodiscard]] Cell cell(std::size_t row, bool numeric) const {
    const auto* figure = figures[row];
    if (figure == nullptr) return report::Missing::blank;
    if (!figure->cell.present() || numeric) return figure->cell;
    return Cell(figure->printed);
  }
};

}  // namespace

std::string plain_text(const Inline& runs) {
  std::string text;
  for (const Run& run : runs) {
    if (run.citation != 0)
      text += (text.empty() || text.back() == ' ' ? "[" : " [") + std::to_string(run.citation) + "]";
    else
      text += run.text;
  }
  return text;
}

Fallbacks::Fallbacks(const report::Document& document, const Printing& printing) : document_(document), printing_(printing) {
  for (const report::Table& table : document.tables) {
    names_.insert(table.id);
    names_.insert(table.sheet_name);
  }
}

std::optional<Block> Fallbacks::of(const Block& block) {
  if (const auto* chart = std::get_if<report::Chart>(&block.data)) return Block{block.id, report::TableRef{chart->table, 0, {}}};
  if (const auto* figures = std::get_if<report::KeyFigures>(&block.data)) return of_key_figures(block.id, *figures);
  if (const auto* timeline = std::get_if<report::Timeline>(&block.data)) return of_timeline(block.id, *timeline);
  if (const auto* quotation = std::get_if<report::Quotation>(&block.data)) return of_quotation(block.id, *quotation);
  if (const auto* conflict = std::get_if<report::Conflict>(&block.data)) return of_conflict(block.id, *conflict);
  if (std::holds_alternative<report::Contents>(block.data)) return of_contents(block.id);
  return std::nullopt;
}

report::Column Fallbacks::column(std::string id, Type type, Role role) const {
  static const std::map<std::string, std::string_view> heads = {{"label", "exporter.head.figure"},
                                                                {"value", "exporter.head.value"},
                                                                {"unit", "exporter.head.unit"},
                                                                {"status", "exporter.head.status"},
                                                                {"previous", "exporter.head.previous"},
                                                                {"change", "exporter.head.change-percent"},
                                                                {"change_on", "exporter.head.change-basis"},
                                                                {"note", "exporter.head.note"},
                                                                {"citation", "exporter.head.source"},
                                                                {"date", "exporter.head.date"},
                                                                {"type", "exporter.head.type"},
                                                                {"title", "exporter.head.event"},
                                                                {"place", "exporter.head.place"},
                                                                {"text", "exporter.head.details"},
                                                                {"planned", "exporter.head.planned"},
                                                                {"statement", "exporter.head.statement"},
                                                                {"attribution", "exporter.head.attribution"},
                                                                {"figure", "exporter.head.stated-figure"},
                                                                {"rank", "exporter.head.rank"},
                                                                {"official", "exporter.head.official"}};
  report::Column made;
  made.title = printing_.message(heads.at(id), {});
  made.id = std::move(id);
  made.type = type;
  made.role = role;
  return made;
}

std::string Fallbacks::free_name(const std::string& wanted) {
  std::string name;
  for (const char c : wanted) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    name += plain ? c : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : '-';
  }
  constexpr std::size_t longest = 27;  // leaves room for a number in the 31 characters a sheet's name may have
  if (name.size() > longest) {
    const auto word_end = name.rfind('-', longest);
    name.resize(word_end == std::string::npos || word_end == 0 ? longest : word_end);
  }
  const std::string stem = name.empty() ? "table" : name;
  name = stem;
  for (int number = 2; !names_.insert(name).second; ++number) name = stem + "-" + std::to_string(number);
  return name;
}

Block Fallbacks::add_table(const std::string& block_id, FallbackTable made) {
  made.table.id = free_name(block_id);
  made.table.sheet_name = made.table.id;
  const auto index = static_cast<std::uint32_t>(document_.tables.size() + tables_.size());
  tables_.push_back(std::move(made));
  return {block_id, report::TableRef{index, 0, {}}};
}

Block Fallbacks::of_key_figures(const std::string& id, const report::KeyFigures& figures) {
  Measure value;
  Measure previous;
  Measure change;
  for (const auto& figure : figures.figures) {
    value.figures.push_back(&figure.value);
    previous.figures.push_back(figure.previous ? &*figure.previous : nullptr);
    change.figures.push_back(figure.change ? &*figure.change : nullptr);
  }
  const auto type = [](const Measure& measure) { return measure.is_numeric() ? Type::decimal : Type::text; };
  FallbackTable made;
  made.table.columns = {column("label", Type::text, Role::label),          column("value", type(value), Role::measure),
                        column("unit", Type::text, Role::other),           column("status", Type::text, Role::status),
                        column("previous", type(previous), Role::measure), column("change", type(change), Role::measure),
                        column("change_on", Type::text, Role::note),       column("note", Type::text, Role::note),
                        column("citation", Type::integer, Role::citation)};
  made.table.columns[1].status_column = 3;
  made.table.columns[1].citation_column = 8;
  for (const int hidden : {3, 8}) made.table.columns[static_cast<std::size_t>(hidden)].data_only = true;
  for (std::size_t i = 0; i < figures.figures.size(); ++i) {
    const report::KeyFigure& figure = figures.figures[i];
    made.table.rows.push_back({text_cell(figure.label), value.cell(i, value.is_numeric()), text_cell(figure.unit),
                               text_cell(figure.value.status), previous.cell(i, previous.is_numeric()), change.cell(i, change.is_numeric()),
                               text_cell(figure.change_label), text_cell(figure.note), citation_cell(figure.citation)});
    const auto row = static_cast<std::int64_t>(i);
    made.printed[{1, row}] = figure.value.printed;
    if (figure.previous) made.printed[{4, row}] = figure.previous->printed;
    if (figure.change) made.printed[{5, row}] = figure.change->printed;
  }
  return add_table(id, std::move(made));
}

Block Fallbacks::of_timeline(const std::string& id, const report::Timeline& timeline) {
  FallbackTable made;
  made.table.columns = {column("date", Type::date, Role::period),      column("type", Type::text, Role::other),
                        column("title", Type::text, Role::label),      column("place", Type::text, Role::other),
                        column("text", Type::text, Role::note),        column("status", Type::text, Role::note),
                        column("planned", Type::boolean, Role::other), column("citation", Type::integer, Role::citation)};
  made.table.columns[6].data_only = true;
  made.table.key_columns = 1;
  for (std::size_t i = 0; i < timeline.entries.size(); ++i) {
    const report::TimelineEntry& entry = timeline.entries[i];
    made.table.rows.push_back({Cell(entry.date), text_cell(entry.type), text_cell(entry.title), text_cell(entry.place),
                               text_cell(plain_text(entry.text)), text_cell(entry.status), Cell(entry.planned),
                               citation_cell(entry.citation)});
    made.printed[{0, static_cast<std::int64_t>(i)}] = entry.printed_date;
  }
  return add_table(id, std::move(made));
}

Block Fallbacks::of_conflict(const std::string& id, const report::Conflict& conflict) {
  FallbackTable made;
  made.table.title = conflict.topic;
  made.table.columns = {column("statement", Type::text, Role::label),   column("attribution", Type::text, Role::other),
                        column("figure", Type::text, Role::other),      column("rank", Type::text, Role::other),
                        column("official", Type::boolean, Role::other), column("citation", Type::integer, Role::citation)};
  for (const auto& claim : conflict.claims) {
    made.table.rows.push_back({text_cell(claim.statement), text_cell(claim.attribution), text_cell(claim.figure), text_cell(claim.rank),
                               Cell(claim.official), citation_cell(claim.citation)});
  }
  report::Blocks blocks;
  report::Heading heading;
  heading.text = {text_run(conflict.topic)};
  blocks.push_back({id + "-topic", std::move(heading)});
  blocks.push_back(add_table(id + "-claims", std::move(made)));
  if (!conflict.assessment.empty())
    blocks.push_back({id + "-assessment", report::Paragraph{report::ParagraphRole::body, conflict.assessment}});
  return group(id, std::move(blocks));
}

Block Fallbacks::of_contents(const std::string& id) const {
  report::List list;
  if (const auto* root = std::get_if<report::Section>(&document_.root.data)) link_sections(root->children, list.items);
  return {id, std::move(list)};
}

}  // namespace attache::host
