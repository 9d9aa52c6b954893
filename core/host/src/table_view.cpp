#include "host/src/table_view.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <unordered_map>

#include "host/src/lower_blocks.hpp"

namespace attache::host {
namespace {

using report::Cell;
using report::Type;

/// Where a cell of a document is: datasets have files and lines, documents tables and rows.
std::string place_of(const report::Table& table, const report::Column& column, std::size_t row) {
  return "table '" + table.id + "', column '" + column.id + "', row " + std::to_string(row + 1) + ": ";
}

std::string_view type_name(Type type) {
  switch (type) {
    case Type::boolean:
      return "boolean";
    case Type::integer:
      return "integer";
    case Type::decimal:
      return "decimal";
    case Type::real:
      return "real";
    case Type::date:
      return "date";
    case Type::text:
      return "text";
    case Type::dictionary:
      return "dictionary";
  }
  return "unknown";
}

bool holds(const Cell& cell, Type type) {
  const auto& value = cell.value;
  switch (type) {
    case Type::boolean:
      return std::holds_alternative<bool>(value);
    case Type::integer:
      return std::holds_alternative<std::int64_t>(value);
    case Type::decimal:
      return std::holds_alternative<Decimal>(value) || std::holds_alternative<std::int64_t>(value);
    case Type::real:
      return std::holds_alternative<double>(value) && std::isfinite(std::get<double>(value));
    case Type::date:
      return std::holds_alternative<Edtf>(value);
    case Type::text:
    case Type::dictionary:
      return std::holds_alternative<std::string>(value);
  }
  return false;
}

Decimal decimal_of(const Cell& cell) {
  if (const auto* whole = std::get_if<std::int64_t>(&cell.value)) return Decimal::of(*whole);
  return std::get<Decimal>(cell.value);
}

/// The digits after the point that a value cannot do without.
int needed_scale(const Decimal& value) {
  auto mantissa = value.mantissa();
  int scale = value.scale();
  while (scale > 0 && mantissa % 10 == 0) {
    mantissa /= 10;
    --scale;
  }
  return scale;
}

attache_date lower_point(const Date& date, bool open) {
  attache_date lowered{};
  lowered.year = date.year;
  lowered.month = static_cast<std::int8_t>(date.month);
  lowered.day = static_cast<std::int8_t>(date.day);
  lowered.precision = static_cast<std::uint8_t>(date.precision);
  const int flags = (date.approximate ? ATTACHE_DATE_APPROXIMATE : 0) | (date.uncertain ? ATTACHE_DATE_UNCERTAIN : 0) |
                    (date.unspecified ? ATTACHE_DATE_UNSPECIFIED : 0) | (open && !date.unspecified ? ATTACHE_DATE_OPEN : 0) |
                    (static_cast<int>(date.mask) << 4);
  lowered.flags = static_cast<std::uint8_t>(flags);
  return lowered;
}

void set_bit(std::vector<std::uint8_t>& bits, std::size_t index) {
  bits[index / 8] = static_cast<std::uint8_t>(bits[index / 8] | (1U << (index % 8)));
}

attache_formula lower_formula(const report::Formula& formula) {
  return {static_cast<std::int32_t>(formula.op), formula.a, formula.b, formula.c};
}

}  // namespace

DatePair lower_date(const Edtf& date) { return {lower_point(date.start(), date.open_start()), lower_point(date.end(), date.open_end())}; }

Outcome<TableView> TableView::make(const report::Table& table, Arena& arena) {
  TableView view(table);
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    if (table.rows[row].size() != table.columns.size()) {
      return fail(Failure::internal, "table '" + table.id + "', row " + std::to_string(row + 1) + " has " +
                                         std::to_string(table.rows[row].size()) + " cells for " + std::to_string(table.columns.size()) +
                                         " columns");
    }
  }
  if ((!table.row_kind.empty() && table.row_kind.size() != table.rows.size()) ||
      (!table.indent.empty() && table.indent.size() != table.rows.size()) || (table.has_total && table.rows.empty()) ||
      table.key_columns > table.columns.size()) {
    return fail(Failure::internal, "table '" + table.id + "': row kinds, indents, total or keys do not fit its rows and columns");
  }
  view.scales_.assign(table.columns.size(), 0);
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    if (auto checked = view.check_column(column); !checked) return fail(checked.error());
    if (table.columns[column].type == Type::dictionary) view.build_dictionary(column);
  }
  view.lower(arena);
  return view;
}

Outcome<> TableView::check_column(std::size_t column) {
  const report::Column& head = table_->columns[column];
  const int count = static_cast<int>(table_->columns.size());
  if (head.status_column >= count || head.citation_column >= count || head.formula.a >= count || head.formula.b >= count ||
      head.formula.c >= count) {
    return fail(Failure::internal, "table '" + table_->id + "', column '" + head.id + "' points to a column that is not there");
  }
  int written = 0;
  int needed = 0;
  for (std::size_t row = 0; row < table_->rows.size(); ++row) {
    const Cell& cell = table_->rows[row][column];
    if (!cell.present()) continue;
    if (!holds(cell, head.type)) {
      return fail(Failure::internal, place_of(*table_, head, row) + "the value is not of type " + std::string(type_name(head.type)));
    }
    if (head.type == Type::text || head.type == Type::dictionary) {
      if (!is_utf8(std::get<std::string>(cell.value))) {
        return fail(Failure::data, place_of(*table_, head, row) + "the text is not valid UTF-8", "save the dataset's files as UTF-8");
      }
    } else if (head.type == Type::decimal) {
      const Decimal value = decimal_of(cell);
      written = std::max(written, value.scale());
      needed = std::max(needed, needed_scale(value));
    }
  }
  if (head.type != Type::decimal) return {};
  const auto all_fit = [&](int scale) {
    return std::all_of(table_->rows.begin(), table_->rows.end(),
                       [&](const auto& row) { return !row[column].present() || decimal_of(row[column]).at_scale(scale).has_value(); });
  };
  const bool fits = all_fit(written);
  scales_[column] = fits ? written : needed;
  if (fits || all_fit(needed)) return {};
  for (std::size_t row = 0; row < table_->rows.size(); ++row) {
    const Cell& cell = table_->rows[row][column];
    if (cell.present() && !decimal_of(cell).at_scale(needed)) {
      return fail(Failure::data,
                  place_of(*table_, head, row) + decimal_of(cell).text() + " does not fit 18 digits with the " + std::to_string(needed) +
                      " decimals of its column",
                  "round the column's values or state them in a larger unit");
    }
  }
  return {};
}

void TableView::build_dictionary(std::size_t column) {
  Dictionary& dictionary = dictionaries_[column];
  std::unordered_map<std::string_view, std::int32_t> known;
  dictionary.offsets.push_back(0);
  for (const auto& row : table_->rows) {
    if (!row[column].present()) {
      dictionary.codes.push_back(0);
      continue;
    }
    const std::string& text = std::get<std::string>(row[column].value);
    const auto [place, is_new] = known.try_emplace(text, static_cast<std::int32_t>(known.size()));
    if (is_new) {
      dictionary.bytes += text;
      dictionary.offsets.push_back(static_cast<std::int32_t>(dictionary.bytes.size()));
    }
    dictionary.codes.push_back(place->second);
  }
}

void TableView::lower(Arena& arena) {
  auto heads = arena.many<const attache_column_info*>(table_->columns.size());
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const report::Column& from = table_->columns[i];
    auto* to = arena.one<attache_column_info>();
    to->type = static_cast<attache_type>(from.type);
    to->role = static_cast<attache_role>(from.role);
    to->total = static_cast<attache_total>(from.total);
    to->id = arena.text(from.id);
    to->title = arena.text(from.title);
    to->group = arena.text(from.group);
    to->unit = arena.text(from.unit);
    to->description = arena.text(from.description);
    to->scale = scales_[i];
    to->decimals = from.decimals;
    to->magnitude = from.magnitude;
    to->width_hint = from.width_hint;
    to->status_column = from.status_column;
    to->citation_column = from.citation_column;
    to->flags = (from.data_only ? std::uint32_t{ATTACHE_COLUMN_DATA_ONLY} : 0U) |
                (from.no_grouping ? std::uint32_t{ATTACHE_COLUMN_NO_GROUPING} : 0U);
    to->formula = lower_formula(from.formula);
    heads[i] = to;
  }
  lowered_ = arena.one<attache_table>();
  lowered_->column_count = static_cast<std::uint32_t>(heads.size());
  lowered_->columns = heads.data();
  lowered_->id = arena.text(table_->id);
  lowered_->title = arena.text(table_->title);
  lowered_->sheet_name = arena.text(table_->sheet_name);
  lowered_->description = arena.text(table_->description);
  lowered_->row_count = static_cast<std::int64_t>(table_->rows.size());
  lowered_->key_columns = table_->key_columns;
  lowered_->has_total = table_->has_total ? 1 : 0;
  lowered_->note = table_->note.empty() ? nullptr : lower_inline(arena, table_->note);
}

attache_status TableView::read(std::int64_t first, std::int64_t max, attache_batch* out) {
  const auto rows = static_cast<std::int64_t>(table_->rows.size());
  if (first < 0 || first > rows || max < 0) return ATTACHE_ERR_DATA;
  const std::int64_t count = std::min(max, rows - first);
  buffers_.resize(table_->columns.size());
  columns_.clear();
  for (std::size_t column = 0; column < buffers_.size(); ++column) {
    if (!fill(buffers_[column], column, first, count)) return ATTACHE_ERR_DATA;
    columns_.push_back(&buffers_[column].column);
  }
  row_kinds_.clear();
  for (std::int64_t row = first; !table_->row_kind.empty() && row < first + count; ++row) {
    row_kinds_.push_back(static_cast<std::uint8_t>(table_->row_kind[static_cast<std::size_t>(row)]));
  }
  const std::uint32_t size = std::min(out->struct_size, static_cast<std::uint32_t>(sizeof(attache_batch)));
  attache_batch batch{};
  batch.struct_size = size;
  batch.column_count = static_cast<std::uint32_t>(columns_.size());
  batch.first_row = first;
  batch.row_count = count;
  batch.columns = columns_.data();
  batch.row_kind = table_->row_kind.empty() ? nullptr : row_kinds_.data();
  batch.indent = table_->indent.empty() ? nullptr : table_->indent.data() + first;
  std::copy_n(reinterpret_cast<const char*>(&batch), size, reinterpret_cast<char*>(out));
  return ATTACHE_OK;
}

void TableView::append(Buffer& buffer, std::size_t column, std::size_t row, const Cell& cell) const {
  const bool here = cell.present();
  switch (table_->columns[column].type) {
    case Type::boolean:
      buffer.booleans.push_back(here && std::get<bool>(cell.value) ? 1 : 0);
      break;
    case Type::integer:
      buffer.integers.push_back(here ? std::get<std::int64_t>(cell.value) : 0);
      break;
    case Type::decimal:
      buffer.integers.push_back(here ? decimal_of(cell).at_scale(scales_[column]).value_or(0) : 0);
      break;
    case Type::real:
      buffer.reals.push_back(here ? std::get<double>(cell.value) : 0.0);
      break;
    case Type::date:
      buffer.dates.push_back(here ? lower_date(std::get<Edtf>(cell.value)) : DatePair{});
      break;
    case Type::text:
      if (here) buffer.bytes += std::get<std::string>(cell.value);
      buffer.offsets.push_back(static_cast<std::int32_t>(buffer.bytes.size()));
      break;
    case Type::dictionary:
      buffer.codes.push_back(dictionaries_.at(column).codes[row]);
      break;
  }
}

void TableView::point_to_values(Buffer& buffer, std::size_t column) const {
  attache_column& out = buffer.column;
  switch (table_->columns[column].type) {
    case Type::boolean:
      out.values = buffer.booleans.data();
      break;
    case Type::integer:
    case Type::decimal:
      out.values = buffer.integers.data();
      break;
    case Type::real:
      out.values = buffer.reals.data();
      break;
    case Type::date:
      out.values = buffer.dates.data();
      break;
    case Type::text:
      out.values = buffer.bytes.data();
      out.offsets = buffer.offsets.data();
      break;
    case Type::dictionary: {
      const Dictionary& dictionary = dictionaries_.at(column);
      out.values = buffer.codes.data();
      out.dictionary_offsets = dictionary.offsets.data();
      out.dictionary_bytes = dictionary.bytes.data();
      out.dictionary_size = static_cast<std::int32_t>(dictionary.offsets.size()) - 1;
      break;
    }
  }
}

bool TableView::fill(Buffer& buffer, std::size_t column, std::int64_t first, std::int64_t count) {
  const auto length = static_cast<std::size_t>(count);
  buffer.validity.assign(length / 8 + 1, 0);
  buffer.missing.assign(length, ATTACHE_PRESENT);
  buffer.booleans.clear();
  buffer.integers.clear();
  buffer.reals.clear();
  buffer.dates.clear();
  buffer.codes.clear();
  buffer.bytes.clear();
  buffer.offsets.assign(1, 0);
  std::int64_t nulls = 0;
  for (std::size_t i = 0; i < length; ++i) {
    const auto row = static_cast<std::size_t>(first) + i;
    const Cell& cell = table_->rows[row][column];
    if (cell.present()) {
      set_bit(buffer.validity, i);
    } else {
      ++nulls;
      buffer.missing[i] = static_cast<std::uint8_t>(cell.missing);
    }
    append(buffer, column, row, cell);
    if (buffer.bytes.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) return false;
  }
  attache_column& out = buffer.column;
  out = {};
  out.struct_size = static_cast<std::uint32_t>(sizeof out);
  out.type = static_cast<attache_type>(table_->columns[column].type);
  out.length = count;
  out.null_count = nulls;
  out.validity = nulls > 0 ? buffer.validity.data() : nullptr;
  out.missing = nulls > 0 ? buffer.missing.data() : nullptr;
  point_to_values(buffer, column);
  return true;
}

std::string TableView::printed(const Printing& printing, std::uint32_t column, std::int64_t row) const {
  if (column >= table_->columns.size() || row < 0 || row >= static_cast<std::int64_t>(table_->rows.size())) return {};
  if (const auto found = overrides_.find({column, row}); found != overrides_.end()) return found->second;
  const report::Column& head = table_->columns[column];
  const auto& cells = table_->rows[static_cast<std::size_t>(row)];
  const Cell& cell = cells[column];
  std::string_view status;
  if (head.status_column >= 0) {
    if (const auto* text = std::get_if<std::string>(&cells[static_cast<std::size_t>(head.status_column)].value)) status = *text;
  }
  if (!cell.present())
    return cell.missing == report::Missing::blank ? std::string{} : printing.figure(nullptr, head.decimals, cell.missing, status);
  const auto figure = [&](const Decimal& value) {
    const Decimal shown = head.magnitude == 0 ? value : value.shifted(-head.magnitude).value_or(value);
    return printing.figure(&shown, head.decimals, cell.missing, status);
  };
  switch (head.type) {
    case Type::boolean:
      return printing.message(std::get<bool>(cell.value) ? "exporter.word.yes" : "exporter.word.no", {});
    case Type::integer:
      if (head.no_grouping || head.role == report::Role::citation) return printing.integer(std::get<std::int64_t>(cell.value), false);
      return figure(Decimal::of(std::get<std::int64_t>(cell.value)));
    case Type::decimal:
      return figure(decimal_of(cell));
    case Type::real: {  // shortest exact digits, as far as a decimal has them
      std::array<char, 400> digits{};
      const double value = std::get<double>(cell.value);
      auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
      const std::size_t point = std::string_view(digits.data(), static_cast<std::size_t>(end.ptr - digits.data())).find('.');
      if (point != std::string_view::npos && digits.data() + point + 1 + Decimal::max_scale < end.ptr) {
        end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, Decimal::max_scale);
      }
      const std::string text(digits.data(), end.ptr);
      const auto exact = Decimal::parse(text);
      return exact ? figure(*exact) : text;
    }
    case Type::date:
      return printing.date(std::get<Edtf>(cell.value));
    case Type::text:
    case Type::dictionary:
      return std::get<std::string>(cell.value);
  }
  return {};
}

}  // namespace attache::host
