#include "layout/fit.hpp"

#include <algorithm>
#include <charconv>

namespace attache::pdf {
namespace {

constexpr std::size_t rows_kept = 5;

std::string word_of(Shortening step) {
  switch (step) {
    case Shortening::mirror:
      return "mirror";
    case Shortening::regions:
      return "regions";
    case Shortening::partners:
      return "partners";
    case Shortening::second_chart:
      return "chart-b";
    case Shortening::products_below_five:
      return "products";
    case Shortening::years_before_last_five:
      return "annual";
  }
  return "";
}

/// Keeps five body rows, the first or the last, and every total and residual row.
bool cut_rows(Table& table, bool keep_last) {
  const auto body = static_cast<std::size_t>(
      std::count_if(table.rows.begin(), table.rows.end(), [](const TableRow& row) { return row.kind == RowKind::body; }));
  if (body <= rows_kept) return false;
  std::size_t seen = 0;
  std::vector<TableRow> kept;
  for (TableRow& row : table.rows) {
    const bool is_body = row.kind == RowKind::body;
    const bool keep = !is_body || (keep_last ? seen >= body - rows_kept : seen < rows_kept);
    if (is_body) ++seen;
    if (keep) kept.push_back(std::move(row));
  }
  table.rows = std::move(kept);
  return true;
}

/// By the table's own id; for years, also when its rows are periods.
bool is_meant(const Table& table, Shortening step) {
  return table.id.find(word_of(step)) != std::string::npos || (step == Shortening::years_before_last_five && table.by_period);
}

/// `inside`: a section around has the word in its id already.
bool shorten_blocks(Blocks& blocks, Shortening step, bool inside, std::vector<std::string>& left_out) {
  const bool drops = step != Shortening::products_below_five && step != Shortening::years_before_last_five;
  bool changed = false;
  for (auto block = blocks.begin(); block != blocks.end();) {
    const bool named = inside || block->id.find(word_of(step)) != std::string::npos;
    bool gone = named && drops;
    if (gone) left_out.push_back(block->id);
    if (auto* table = std::get_if<Table>(&block->data);
        !gone && table != nullptr && (named || is_meant(*table, step)) && cut_rows(*table, step == Shortening::years_before_last_five)) {
      left_out.push_back(block->id);
      changed = true;
    }
    if (auto* section = std::get_if<Section>(&block->data); !gone && section != nullptr) {
      changed = shorten_blocks(section->blocks, step, named, left_out) || changed;
      gone = changed && section->blocks.empty();
    }
    changed = changed || gone;
    block = gone ? blocks.erase(block) : std::next(block);
  }
  return changed;
}

}  // namespace

const std::vector<Shortening>& shortenings() {
  static const std::vector<Shortening> order = {Shortening::mirror,
                                                Shortening::regions,
                                                Shortening::partners,
                                                Shortening::second_chart,
                                                Shortening::products_below_five,
                                                Shortening::years_before_last_five};
  return order;
}

std::size_t page_limit(const Document& document) {
  std::size_t limit = 0;
  const std::string& text = document.about("layout.pages.max");
  std::from_chars(text.data(), text.data() + text.size(), limit);
  return limit;
}

bool shorten(Section& section, Shortening step, std::vector<std::string>& left_out) {
  return shorten_blocks(section.blocks, step, false, left_out);
}

}  // namespace attache::pdf
