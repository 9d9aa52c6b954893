#include "content/long_cells.hpp"

#include <algorithm>

namespace attache::pdf {
namespace {

std::size_t characters_of(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void look_into(const Table& table, std::vector<LongColumn>& found) {
  for (std::size_t k = 0; k < table.columns.size(); ++k) {
    LongColumn column{table.title.empty() ? table.id : table.title, table.columns[k].title};
    for (const TableRow& row : table.rows) {
      const std::string& cell = row.cells[k];
      const std::size_t characters = cell.size() > cell_characters_most ? characters_of(cell) : 0;
      if (characters > cell_characters_most) ++column.cells;
      column.characters = std::max(column.characters, characters);
    }
    if (column.cells > 0) found.push_back(column);
  }
}

void look_into(const Section& section, std::vector<LongColumn>& found) {
  for (const Block& block : section.blocks) {
    if (const auto* table = std::get_if<Table>(&block.data)) look_into(*table, found);
    if (const auto* inner = std::get_if<Section>(&block.data)) look_into(*inner, found);
  }
}

}  // namespace

std::vector<LongColumn> long_columns(const Section& section) {
  std::vector<LongColumn> found;
  look_into(section, found);
  return found;
}

}  // namespace attache::pdf
