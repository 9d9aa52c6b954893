#include "table_source.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>

#include "failure.hpp"
#include "number_format.hpp"
#include "text_guard.hpp"

namespace attache::xlsx {
namespace {

constexpr std::int64_t empty_search_rows = 4096;
constexpr std::int64_t exact_max = 999'999'999'999'999;  // 15 digits: what spreadsheets keep

/// "Exports – Value (million USD)".
std::string head_of(const attache_column_info& info) {
  std::string head = string_of(info.title);
  if (info.group.size != 0) head = string_of(info.group) + " – " + head;
  if (info.unit.size != 0) head += " (" + string_of(info.unit) + ")";
  if (head.empty()) head = string_of(info.id);
  return clean_line(head, 240);
}

/// Gives every head a form no other has; programs compare them ignoring case.
void make_unique(std::vector<TableColumn>& columns) {
  std::set<std::string> taken;
  for (TableColumn& column : columns) {
    if (column.head.empty()) column.head = column.id.empty() ? "Column" : column.id;
    const std::string plain = column.head;
    for (unsigned n = 2; !taken.insert(case_folded(column.head)).second; ++n) column.head = plain + " (" + std::to_string(n) + ")";
  }
}

std::string_view bytes_at(const char* bytes, const std::int32_t* offsets, std::int64_t i) {
  return {bytes + offsets[i], static_cast<std::size_t>(offsets[i + 1] - offsets[i])};
}

/// value × 10^-scale / 10^magnitude as the nearest double.
double scaled(std::int64_t value, int scale) {
  if (scale >= 0) return static_cast<double>(value) / power_of_ten(scale);
  return static_cast<double>(value) * power_of_ten(-scale);
}

CellValue number_value(double number, bool exact) {
  CellValue out;
  out.kind = CellValue::Kind::number;
  out.number = number;
  out.exact = exact;
  return out;
}

CellValue text_value(std::string_view text) {
  CellValue out;
  out.kind = text.empty() ? CellValue::Kind::empty : CellValue::Kind::text;
  out.text = text;
  return out;
}

/// Does `form` stand in the text as a whole number, not as a part of one?
bool holds_number(std::string_view text, std::string_view form) {
  const auto apart = [text](std::size_t at) { return std::string_view("0123456789.,").find(text[at]) == std::string_view::npos; };
  const std::size_t at = text.find(form);
  if (at == std::string_view::npos) return false;
  return (at == 0 || apart(at - 1)) && (at + form.size() == text.size() || apart(at + form.size()));
}

/// The decimals the host printed the value with ("about 7.5": 1); those of the value when its words hold no number.
int printed_decimals(const Call& call, const attache_cell& cell) {
  const int most = std::clamp(cell.scale, 0, decimals_max);
  for (int decimals = most; decimals >= 0; --decimals) {
    if (holds_number(sdk::text(cell.printed), call.format_number(cell.integer, cell.scale, decimals))) return decimals;
  }
  return most;
}

CellValue integer_value(std::int64_t value, int scale) {
  std::int64_t digits = value;
  while (digits != 0 && digits % 10 == 0) digits /= 10;
  return number_value(scaled(value, scale), digits <= exact_max && digits >= -exact_max);
}

}  // namespace

DocumentTable::DocumentTable(const Call& call, std::uint32_t index) : call_(call), index_(index), table_(*call.document().tables[index]) {
  find_shown();
  const auto shown = [this](std::int32_t column) {
    const std::optional<unsigned> place = column < 0 ? std::nullopt : shown_column(static_cast<unsigned>(column));
    return place ? static_cast<int>(*place) : -1;
  };
  for (const std::uint32_t i : shown_) {
    const attache_column_info& info = *table_.columns[i];
    TableColumn column;
    column.id = string_of(info.id);
    column.head = head_of(info);
    column.type = info.type;
    column.role = info.role;
    column.decimals = info.type == ATTACHE_INT64 && info.magnitude == 0 ? 0 : info.decimals;
    column.grouping = (info.flags & ATTACHE_COLUMN_NO_GROUPING) == 0 && info.role != ATTACHE_ROLE_CITATION;
    column.status_column = shown(info.status_column);
    column.scale = info.type == ATTACHE_DOUBLE ? decimals_max : (info.type == ATTACHE_DECIMAL ? info.scale : 0) + info.magnitude;
    column.total = info.total;
    column.formula = {info.formula.op, shown(info.formula.a), shown(info.formula.b), shown(info.formula.c)};
    columns_.push_back(std::move(column));
  }
  make_unique(columns_);
}

void DocumentTable::find_shown() {
  const auto optional = [](const attache_column_info& info) {
    return info.role == ATTACHE_ROLE_STATUS || info.role == ATTACHE_ROLE_CITATION || info.role == ATTACHE_ROLE_NOTE;
  };
  std::vector<bool> used(table_.column_count, false);
  bool undecided = false;
  for (std::uint32_t i = 0; i < table_.column_count; ++i) {
    used[i] = !optional(*table_.columns[i]) || table_.row_count == 0;
    undecided = undecided || !used[i];
  }
  for (std::int64_t first = 0; undecided && first < table_.row_count;) {
    const std::int64_t rows = load(first, empty_search_rows);
    undecided = false;
    for (std::uint32_t i = 0; i < table_.column_count; ++i) {
      for (std::int64_t row = 0; row < rows && !used[i]; ++row) used[i] = raw_cell(i, row).kind != CellValue::Kind::empty;
      undecided = undecided || !used[i];
    }
    first += rows;
  }
  for (std::uint32_t i = 0; i < table_.column_count; ++i) {
    if (used[i]) shown_.push_back(i);
  }
}

std::optional<unsigned> DocumentTable::shown_column(unsigned document_column) const {
  const auto found = std::find(shown_.begin(), shown_.end(), document_column);
  return found == shown_.end() ? std::nullopt : std::optional<unsigned>(static_cast<unsigned>(found - shown_.begin()));
}

std::int64_t DocumentTable::load(std::int64_t first, std::int64_t max) {
  ATTACHE_NEW(attache_batch, batch);
  sdk::check(call_.host().read_batch(call_.call(), index_, first, max, &batch), "cannot read table " + string_of(table_.id));
  batch_ = batch;
  if (batch_.row_count <= 0) throw ExportFailure(ATTACHE_ERR_DATA, "table " + string_of(table_.id) + " has fewer rows than it says");
  return batch_.row_count;
}

CellValue DocumentTable::cell(unsigned column, std::int64_t row) const { return raw_cell(shown_[column], row); }

CellValue DocumentTable::raw_cell(std::uint32_t column, std::int64_t row) const {
  const attache_column& data = *batch_.columns[column];
  const bool present = data.validity == nullptr || (data.validity[row / 8] >> (row % 8) & 1) != 0;
  if (present) return value(data, *table_.columns[column], row);
  CellValue out;
  out.missing = ATTACHE_NOT_AVAILABLE;
  if (data.missing != nullptr) out.missing = data.missing[row];
  return out;
}

CellValue DocumentTable::value(const attache_column& column, const attache_column_info& info, std::int64_t row) const {
  switch (column.type) {
    case ATTACHE_BOOL: {
      CellValue out;
      out.kind = CellValue::Kind::boolean;
      out.number = static_cast<const std::uint8_t*>(column.values)[row];
      return out;
    }
    case ATTACHE_INT64:
      return integer_value(static_cast<const std::int64_t*>(column.values)[row], info.magnitude);
    case ATTACHE_DECIMAL:
      return integer_value(static_cast<const std::int64_t*>(column.values)[row], info.scale + info.magnitude);
    case ATTACHE_DOUBLE:
      return number_value(static_cast<const double*>(column.values)[row] / power_of_ten(info.magnitude), true);
    case ATTACHE_DATE: {
      CellValue out;
      out.kind = CellValue::Kind::date;
      out.start = static_cast<const attache_date*>(column.values)[2 * row];
      out.end = static_cast<const attache_date*>(column.values)[2 * row + 1];
      return out;
    }
    case ATTACHE_TEXT:
      return text_value(bytes_at(static_cast<const char*>(column.values), column.offsets, row));
    case ATTACHE_DICTIONARY:
      return text_value(bytes_at(column.dictionary_bytes, column.dictionary_offsets, static_cast<const std::int32_t*>(column.values)[row]));
    default:
      throw ExportFailure(ATTACHE_ERR_UNSUPPORTED, "column " + string_of(info.id) + " has a type this plugin does not know; update it");
  }
}

attache_row_kind DocumentTable::row_kind(std::int64_t row) const {
  if (batch_.row_kind == nullptr) return ATTACHE_ROW_BODY;
  return batch_.row_kind[row];
}

int DocumentTable::indent(std::int64_t row) const { return batch_.indent == nullptr ? 0 : batch_.indent[row]; }

MemoryTable::Cell MemoryTable::Cell::of_number(double value) {
  Cell cell;
  cell.kind = CellValue::Kind::number;
  cell.number = value;
  return cell;
}

MemoryTable::Cell MemoryTable::Cell::of_link(std::string words, CellAddress target) {
  Cell cell(std::move(words));
  cell.target = std::move(target);
  return cell;
}

MemoryTable::Cell MemoryTable::Cell::of_address(std::string address) {
  Cell cell(address);
  cell.href = std::move(address);
  return cell;
}

MemoryTable::Cell MemoryTable::Cell::of(const Call& call, const attache_cell* value) {
  Cell cell;
  if (value == nullptr) return cell;
  cell.missing = value->missing;
  if (value->missing != ATTACHE_PRESENT) return cell;
  switch (value->type) {
    case ATTACHE_INT64:
    case ATTACHE_DECIMAL: {
      attache_cell number = *value;
      if (value->type == ATTACHE_INT64) number.scale = 0;
      cell = of_number(scaled(number.integer, number.scale));
      cell.decimals = printed_decimals(call, number);
      return cell;
    }
    case ATTACHE_DOUBLE:
      return of_number(value->real);
    default:
      return Cell(string_of(value->printed.size != 0 ? value->printed : value->text));
  }
}

void MemoryTable::add_row(std::vector<Cell> cells) {
  cells.resize(columns_.size());
  rows_.push_back(std::move(cells));
}

void MemoryTable::drop_empty_columns() {
  for (std::size_t c = columns_.size(); c-- > 1;) {
    const auto position = static_cast<std::ptrdiff_t>(c);
    const bool used = std::any_of(rows_.begin(), rows_.end(), [c](const auto& row) { return row[c].kind != CellValue::Kind::empty; });
    if (used) continue;
    columns_.erase(columns_.begin() + position);
    for (auto& row : rows_) row.erase(row.begin() + position);
  }
}

std::int64_t MemoryTable::load(std::int64_t first, std::int64_t max) {
  first_ = static_cast<std::size_t>(first);
  return std::min(max, row_count() - first);
}

CellValue MemoryTable::cell(unsigned column, std::int64_t row) const {
  const Cell& cell = rows_[first_ + static_cast<std::size_t>(row)][column];
  CellValue out;
  out.kind = cell.kind;
  out.missing = cell.missing == ATTACHE_PRESENT ? ATTACHE_BLANK : cell.missing;
  out.number = cell.number;
  out.decimals = cell.decimals;
  out.text = cell.text;
  out.start = cell.start;
  out.end = cell.end;
  out.target = cell.target ? &*cell.target : nullptr;
  out.href = cell.href;
  return out;
}

}  // namespace attache::xlsx
