#include "block_tables.hpp"

#include <algorithm>
#include <cstdint>

#include "plan.hpp"

namespace attache::xlsx {
namespace {

using Cell = MemoryTable::Cell;

TableColumn column(const Call& call, const char* id, const char* head, attache_type type, attache_role role) {
  TableColumn out;
  out.id = id;
  out.head = word(call, head);
  out.type = type;
  out.role = role;
  return out;
}

TableColumn number_column(const Call& call, const char* id, const char* head) {
  return column(call, id, head, ATTACHE_DOUBLE, ATTACHE_ROLE_MEASURE);
}

TableColumn source_column(const Call& call) {
  TableColumn out = column(call, "source", "exporter.head.source", ATTACHE_INT64, ATTACHE_ROLE_CITATION);
  out.decimals = 0;
  out.grouping = false;
  return out;
}

Cell text_cell(attache_str text) { return Cell(string_of(text)); }
Cell source_cell(std::uint32_t citation) { return citation == 0 ? Cell() : Cell::of_number(citation); }

/// The status of a value in words: its letters, or why it is missing.
/// What the printed form says beyond the number and its signs: "about 44"; "" nothing.
std::string words_of(const attache_cell* cell) {
  if (cell == nullptr || cell->missing != ATTACHE_PRESENT) return "";
  const std::string_view printed = sdk::text(cell->printed);
  const bool bare =
      printed.empty() || std::string_view("0123456789-+").find(printed.front()) != std::string_view::npos || printed.starts_with("−");
  return bare ? "" : std::string(printed);
}

std::string status_of(const attache_cell* cell) {
  if (cell == nullptr) return "";
  if (cell->missing != ATTACHE_PRESENT && cell->missing != ATTACHE_BLANK) return string_of(cell->printed);
  return string_of(cell->status);
}

}  // namespace

TableColumn words_column(const Call& call, const char* id, const char* head) {
  return column(call, id, head, ATTACHE_TEXT, ATTACHE_ROLE_OTHER);
}

std::unique_ptr<MemoryTable> key_figures_table(const Call& call, const attache_key_figures& figures) {
  TableColumn status = words_column(call, "status", "exporter.head.status");
  status.role = ATTACHE_ROLE_STATUS;
  TableColumn value = number_column(call, "value", "exporter.head.value");
  value.status_column = 3;
  auto table = std::make_unique<MemoryTable>(std::vector<TableColumn>{
      words_column(call, "figure", "exporter.head.figure"), value, words_column(call, "unit", "exporter.head.unit"), status,
      words_column(call, "printed", "exporter.head.printed"), number_column(call, "previous", "exporter.head.previous"),
      number_column(call, "change", "exporter.head.change-percent"), words_column(call, "basis", "exporter.head.change-basis"),
      words_column(call, "note", "exporter.head.note"), source_column(call)});
  for (std::uint32_t i = 0; i < figures.figure_count; ++i) {
    const attache_key_figure& figure = *figures.figures[i];
    table->add_row({text_cell(figure.label), Cell::of(call, figure.value), text_cell(figure.unit), Cell(status_of(figure.value)),
                    Cell(words_of(figure.value)), Cell::of(call, figure.previous), Cell::of(call, figure.change),
                    text_cell(figure.change_label), text_cell(figure.note), source_cell(figure.citation)});
  }
  table->drop_empty_columns();
  return table;
}

std::unique_ptr<MemoryTable> timeline_table(const Call& call, const attache_timeline& timeline) {
  auto table = std::make_unique<MemoryTable>(
      std::vector<TableColumn>{words_column(call, "date", "exporter.head.date"),
                               column(call, "date_edtf", "exporter.head.date-iso", ATTACHE_DATE, ATTACHE_ROLE_PERIOD),
                               words_column(call, "type", "exporter.head.type"), words_column(call, "event", "exporter.head.event"),
                               words_column(call, "place", "exporter.head.place"), words_column(call, "details", "exporter.head.details"),
                               words_column(call, "status", "exporter.head.status"), source_column(call)});
  for (std::uint32_t i = 0; i < timeline.entry_count; ++i) {
    const attache_timeline_entry& entry = *timeline.entries[i];
    Cell date;
    const bool undated = entry.start.precision == ATTACHE_DATE_NONE && entry.end.precision == ATTACHE_DATE_NONE;
    date.kind = undated ? CellValue::Kind::empty : CellValue::Kind::date;
    date.start = entry.start;
    date.end = entry.end;
    table->add_row({text_cell(entry.printed_date), date, text_cell(entry.type), text_cell(entry.title), text_cell(entry.place),
                    Cell(plain_text(entry.text)), text_cell(entry.status), source_cell(entry.citation)});
  }
  table->drop_empty_columns();
  return table;
}

std::unique_ptr<MemoryTable> quotations_table(const Call& call, const std::vector<const attache_quotation*>& quotations) {
  auto table = std::make_unique<MemoryTable>(
      std::vector<TableColumn>{words_column(call, "words", "exporter.head.words"), words_column(call, "speaker", "exporter.head.speaker"),
                               words_column(call, "office", "exporter.head.office"), words_column(call, "context", "exporter.head.context"),
                               words_column(call, "note", "exporter.head.note"), source_column(call)});
  for (const attache_quotation* quotation : quotations) {
    table->add_row({Cell(plain_text(quotation->text)), text_cell(quotation->speaker), text_cell(quotation->office),
                    text_cell(quotation->context), Cell(plain_text(quotation->note)), source_cell(quotation->citation)});
  }
  table->drop_empty_columns();
  return table;
}

std::unique_ptr<MemoryTable> conflicts_table(const Call& call, const std::vector<const attache_conflict*>& conflicts) {
  auto table = std::make_unique<MemoryTable>(std::vector<TableColumn>{
      words_column(call, "topic", "exporter.head.topic"), words_column(call, "statement", "exporter.head.statement"),
      words_column(call, "attribution", "exporter.head.attribution"), words_column(call, "figure", "exporter.head.stated-figure"),
      words_column(call, "rank", "exporter.head.rank"), words_column(call, "official", "exporter.head.official"),
      words_column(call, "assessment", "exporter.head.assessment"), source_column(call)});
  const std::string yes = word(call, "exporter.word.yes"), no = word(call, "exporter.word.no");
  for (const attache_conflict* conflict : conflicts) {
    for (std::uint32_t i = 0; i < conflict->claim_count; ++i) {
      const attache_conflict_claim& claim = *conflict->claims[i];
      table->add_row({text_cell(conflict->topic), text_cell(claim.statement), text_cell(claim.attribution), text_cell(claim.figure),
                      text_cell(claim.rank), Cell(claim.official != 0 ? yes : no), Cell(plain_text(conflict->assessment)),
                      source_cell(claim.citation)});
    }
  }
  table->drop_empty_columns();
  return table;
}

std::unique_ptr<MemoryTable> sources_table(const Call& call, const attache_sources& sources) {
  TableColumn number = column(call, "number", "exporter.head.number", ATTACHE_INT64, ATTACHE_ROLE_KEY);
  number.decimals = 0;
  number.grouping = false;
  auto table = std::make_unique<MemoryTable>(std::vector<TableColumn>{
      number, words_column(call, "publisher", "exporter.head.publisher"), words_column(call, "title", "exporter.head.title"),
      words_column(call, "published", "exporter.head.published"), words_column(call, "accessed", "exporter.head.accessed"),
      words_column(call, "licence", "exporter.head.licence"), words_column(call, "language", "exporter.head.language"),
      words_column(call, "address", "exporter.head.address"), words_column(call, "reference", "exporter.head.reference")});
  const auto told = [](const attache_source* source) { return source->title.size != 0 && source->publisher.size != 0; };
  const bool all_told = std::all_of(sources.sources, sources.sources + sources.source_count, told);  // the reference would repeat it
  for (std::uint32_t i = 0; i < sources.source_count; ++i) {
    const attache_source& source = *sources.sources[i];
    table->add_row({Cell::of_number(source.number), text_cell(source.publisher), text_cell(source.title), text_cell(source.published),
                    text_cell(source.accessed), text_cell(source.licence), text_cell(source.language),
                    Cell::of_address(string_of(source.url)), all_told ? Cell() : Cell(plain_text(source.text))});
  }
  table->drop_empty_columns();
  return table;
}

}  // namespace attache::xlsx
