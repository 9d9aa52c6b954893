#include "support/document_dump.hpp"

#include <cstdint>
#include <variant>

namespace attache::test {

using namespace report;

namespace {

class Dump {
 public:
  explicit Dump(const Document& document) : document_(document) {}

  std::string text() {
    for (const auto& child : std::get<Section>(document_.root.data).children) block(child);
    return std::move(out_);
  }

 private:
  static std::string words(const Inline& text) {
    std::string all;
    for (const auto& run : text) all += run.citation != 0 ? " [" + std::to_string(run.citation) + "]" : run.text;
    return all;
  }
  static std::string cited(std::uint32_t number) { return number == 0 ? "" : " [" + std::to_string(number) + "]"; }
  void line(const std::string& text) { out_ += text + "\n"; }

  void block(const Block& block) {
    std::visit([&](const auto& data) { put(block, data); }, block.data);
  }
  void put(const Block& block, const Section& section) {
    line("\n" + std::string(static_cast<std::size_t>(section.level), '#') + " " + section.title + "  {" + block.id +
         (section.restricted ? ", restricted" : "") + "}");
    for (const auto& child : section.children) this->block(child);
  }
  void put(const Block&, const Heading& heading) { line("== " + words(heading.text)); }
  void put(const Block&, const Paragraph& paragraph) { line(words(paragraph.text)); }
  void put(const Block&, const List& list) {
    for (const auto& item : list.items) line("- " + words(item));
  }
  void put(const Block&, const KeyFigures& figures) {
    for (const auto& figure : figures.figures) {
      std::string text = "* " + figure.label + ": " + figure.value.printed + (figure.unit.empty() ? "" : " " + figure.unit);
      if (figure.change) text += " (" + figure.change->printed + " % " + figure.change_label + ")";
      if (!figure.note.empty()) text += " — " + figure.note;
      line(text + cited(figure.citation));
    }
  }
  void put(const Block&, const TableRef& ref) {
    const Table& table = document_.tables[ref.table];
    line("| " + table.title + "  {table " + table.id + "}");
    std::string head;
    for (const auto& column : table.columns) {
      if (!column.data_only)
        head +=
            "| " + (column.group.empty() ? "" : column.group + ": ") + column.title + (column.unit.empty() ? "" : ", " + column.unit) + " ";
    }
    line(head);
    for (const auto& row : table.rows) line(row_text(table, row));
    if (!table.note.empty()) line("  note: " + words(table.note));
    if (!ref.left_out.empty()) line("  " + ref.left_out);
  }
  std::string row_text(const Table& table, const std::vector<Cell>& row) {
    std::string text;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!table.columns[i].data_only) text += "| " + cell(table.columns[i], row[i], status_of(table, row, i)) + " ";
    }
    return text;
  }
  static std::string status_of(const Table& table, const std::vector<Cell>& row, std::size_t i) {
    const int column = table.columns[i].status_column;
    const auto* text = column < 0 ? nullptr : std::get_if<std::string>(&row[static_cast<std::size_t>(column)].value);
    return text == nullptr ? std::string() : *text;
  }
  std::string cell(const Column& column, const Cell& cell, const std::string& status) const {
    const auto& language = *document_.language;
    if (!cell.present()) return language.figure(nullptr, 0, cell.missing, status);
    if (const auto* value = std::get_if<Decimal>(&cell.value)) {
      const Decimal shown = value->shifted(-column.magnitude).value_or(*value);
      return language.figure(&shown, column.decimals, Missing::present, status);
    }
    if (const auto* value = std::get_if<std::int64_t>(&cell.value))
      return column.role == Role::citation ? "[" + std::to_string(*value) + "]" : language.integer(*value, !column.no_grouping);
    if (const auto* value = std::get_if<Edtf>(&cell.value)) return language.date(*value);
    if (const auto* value = std::get_if<std::string>(&cell.value)) return *value;
    if (const auto* value = std::get_if<bool>(&cell.value)) return *value ? "yes" : "no";
    return {};
  }
  void put(const Block&, const Chart& chart) {
    line("<chart> " + chart.title + " (" + chart.axis_unit + ")");
    line("  alt: " + chart.alt_text);
  }
  void put(const Block&, const Timeline& timeline) {
    for (const auto& entry : timeline.entries) {
      std::string text = entry.printed_date + " · " + entry.type + " · " + entry.title;
      if (!entry.place.empty()) text += " · " + entry.place;
      if (!entry.text.empty()) text += " · " + words(entry.text);
      if (!entry.status.empty()) text += " · " + entry.status;
      line(text + cited(entry.citation));
    }
  }
  void put(const Block&, const Quotation& quotation) {
    line("> " + words(quotation.text));
    line("  — " + quotation.speaker + (quotation.office.empty() ? "" : ", " + quotation.office) +
         (quotation.context.empty() ? "" : "; " + quotation.context) + cited(quotation.citation));
    if (!quotation.note.empty()) line("  " + words(quotation.note));
  }
  void put(const Block&, const Note& note) {
    line((note.number > 0 ? "(" + std::to_string(note.number) + ") " : "(–) ") + words(note.text));
  }
  void put(const Block&, const Conflict& conflict) {
    line("? " + conflict.topic);
    for (const auto& claim : conflict.claims) {
      line("  - " + claim.statement + " | " + claim.attribution + " | " + claim.figure + " | " + claim.rank +
           (claim.official ? " | official" : "") + cited(claim.citation));
    }
    if (!conflict.assessment.empty()) line("  = " + words(conflict.assessment));
  }
  void put(const Block&, const Sources& sources) {
    for (const auto& entry : sources.entries) line("[" + std::to_string(entry.number) + "] " + words(entry.text));
  }
  void put(const Block&, const Legend& legend) {
    for (const auto& [sign, meaning] : legend.entries) line(sign + " " + meaning);
  }
  void put(const Block&, const PageBreak&) { line("----"); }
  void put(const Block&, const report::Contents&) { line("<contents>"); }

  const Document& document_;
  std::string out_;
};

}  // namespace

std::string dump(const Document& document) {
  std::string text = Dump(document).text();
  for (const std::string space : {"\u00a0", "\u202f"}) {
    for (auto at = text.find(space); at != std::string::npos; at = text.find(space, at)) text.replace(at, space.size(), " ");
  }
  return text;
}

}  // namespace attache::test
