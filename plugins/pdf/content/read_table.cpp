#include <algorithm>
#include <cmath>
#include <cstdint>

#include "content/read_document.hpp"

namespace attache::pdf {
namespace {

bool numeric(attache_type type) { return type == ATTACHE_INT64 || type == ATTACHE_DECIMAL || type == ATTACHE_DOUBLE; }

/// What a printed column is made of.
struct Origin {
  std::uint32_t column = 0;
  bool citation = false;  ///< printed as [n]
};

std::vector<Origin> printed_columns(const sdk::Table& table) {
  std::vector<Origin> sources;
  for (std::uint32_t k = 0; k < table.columns(); ++k) {
    const attache_column_info& info = table.column(k);
    if (info.role == ATTACHE_ROLE_CITATION && info.type == ATTACHE_INT64)
      sources.push_back({k, true});
    else if (info.role != ATTACHE_ROLE_STATUS && (info.flags & ATTACHE_COLUMN_DATA_ONLY) == 0)
      sources.push_back({k, false});
  }
  return sources;
}

RowKind kind_of(const sdk::Batch& batch, std::int64_t row, bool is_total) {
  if (is_total) return RowKind::total;
  switch (batch.row_kind(row)) {
    case ATTACHE_ROW_SUBTOTAL:
      return RowKind::subtotal;
    case ATTACHE_ROW_TOTAL:
      return RowKind::total;
    case ATTACHE_ROW_OTHER:
      return RowKind::other;
    default:
      return RowKind::body;
  }
}

/// Is this row within the rows asked for (count −1: all)? Sums of other rows are never drawn beside them.
bool is_drawn(const sdk::Table& table, const sdk::Batch& batch, std::int64_t row, std::int64_t first, std::int64_t count) {
  const std::int64_t at = batch.first_row() + row;
  const bool sum = batch.row_kind(row) == ATTACHE_ROW_TOTAL || batch.row_kind(row) == ATTACHE_ROW_SUBTOTAL ||
                   (table.info().has_total != 0 && at + 1 == table.rows());
  return at >= first && !sum && (count < 0 || at < first + count);
}

TableRow read_row(const sdk::Table& table, const sdk::Batch& batch, std::int64_t row, const std::vector<Origin>& sources) {
  TableRow out;
  out.indent = std::min(batch.indent(row), 6);
  for (const Origin& source : sources) {
    std::uint32_t number = 0;
    if (source.citation && batch[source.column].present(row))
      number = static_cast<std::uint32_t>(std::clamp<std::int64_t>(batch[source.column].integer(row), 0, 1'000'000));
    out.citations.push_back(number);
    out.cells.push_back(source.citation ? std::string() : table.printed(source.column, batch.first_row() + row));
  }
  return out;
}

TableColumn describe(const sdk::Table& table, const Origin& source) {
  const attache_column_info& info = table.column(source.column);
  TableColumn column;
  column.title = read_string(info.title);
  column.group = read_string(info.group);
  column.unit = source.citation ? std::string() : read_string(info.unit);
  column.header = source.column < table.info().key_columns && !source.citation;
  column.number =
      numeric(info.type) && !column.header && !source.citation && info.role != ATTACHE_ROLE_PERIOD && info.role != ATTACHE_ROLE_PRODUCT;
  column.date = info.type == ATTACHE_DATE || info.role == ATTACHE_ROLE_PERIOD;
  return column;
}

void erase_column(Table& table, std::size_t k) {
  const auto at = static_cast<std::ptrdiff_t>(k);
  table.columns.erase(table.columns.begin() + at);
  for (TableRow& row : table.rows) {
    row.cells.erase(row.cells.begin() + at);
    row.citations.erase(row.citations.begin() + at);
  }
}

/// A column without a single word says nothing on paper; where a value is missing for a reason, the reason is printed.
void erase_blank_columns(Table& table) {
  for (std::size_t k = table.columns.size(); k-- > 0 && table.rows.size() > 0;) {
    const bool blank = std::all_of(table.rows.begin(), table.rows.end(),
                                   [k](const TableRow& row) { return row.cells[k].empty() && row.citations[k] == 0; });
    if (blank && !table.columns[k].header && table.columns.size() > 1) erase_column(table, k);
  }
}

/// A citation that is the same in every row that has one belongs to the caption; one nobody has belongs nowhere.
void fold_citations(Table& table, const std::vector<Origin>& sources, std::vector<std::uint32_t>& caption) {
  for (std::size_t k = sources.size(); k-- > 0;) {
    if (!sources[k].citation) continue;
    std::uint32_t only = 0;
    bool several = false;
    for (const TableRow& row : table.rows) {
      several = several || (only != 0 && row.citations[k] != 0 && row.citations[k] != only);
      only = std::max(only, row.citations[k]);
    }
    if (several) continue;
    if (only != 0 && std::find(caption.begin(), caption.end(), only) == caption.end()) caption.insert(caption.begin(), only);
    erase_column(table, k);
  }
}

}  // namespace

Table read_table(const sdk::Context& context, const attache_table_ref& reference) {
  const sdk::Table source = context.table(reference.table);
  Table table;
  table.id = read_string(source.info().id);
  table.by_period = source.columns() > 0 && source.column(0).role == ATTACHE_ROLE_PERIOD;
  table.title = read_string(source.info().title);
  table.left_out = read_string(reference.left_out);
  table.note = read_text(source.info().note);
  const auto sources = printed_columns(source);
  for (const Origin& s : sources) table.columns.push_back(describe(source, s));
  std::int64_t body = 0;
  source.for_each_row([&](const sdk::Batch& batch, std::int64_t row) {
    const bool last = source.info().has_total != 0 && batch.first_row() + row + 1 == source.rows();
    const RowKind kind = kind_of(batch, row, last);
    if (kind == RowKind::body) ++body;
    const bool over = reference.max_rows > 0 && body > reference.max_rows;
    if (over && kind != RowKind::total) return;
    TableRow read = read_row(source, batch, row, sources);
    read.kind = kind;
    table.rows.push_back(std::move(read));
  });
  fold_citations(table, sources, table.citations);
  erase_blank_columns(table);
  return table;
}

std::vector<std::optional<double>> read_numbers(const sdk::Table& table, std::uint32_t column, std::int64_t first, std::int64_t count) {
  std::vector<std::optional<double>> numbers;
  if (column >= table.columns()) return numbers;
  const double divisor = std::pow(10.0, table.column(column).magnitude);
  table.for_each_row([&](const sdk::Batch& batch, std::int64_t row) {
    if (!is_drawn(table, batch, row, first, count)) return;
    const auto value = batch[column].visit(row, [](const auto& cell) -> std::optional<double> {
      using Cell = std::decay_t<decltype(cell)>;
      if constexpr (std::is_same_v<Cell, sdk::DecimalCell>)
        return static_cast<double>(cell.value) / std::pow(10.0, cell.scale);
      else if constexpr (std::is_same_v<Cell, std::int64_t>)
        return static_cast<double>(cell);
      else if constexpr (std::is_same_v<Cell, double>)
        return cell;
      else
        return std::nullopt;
    });
    numbers.push_back(value ? std::optional<double>(*value / divisor) : std::nullopt);
  });
  return numbers;
}

Chart read_chart(const sdk::Context& context, const attache_chart& chart) {
  const sdk::Table source = context.table(chart.table);
  Chart out;
  out.title = read_string(chart.title);
  out.alt = read_string(chart.alt_text);
  out.unit = read_string(chart.axis_unit);
  out.secondary_unit = read_string(chart.secondary_axis_unit);
  out.zero_baseline = chart.zero_baseline != 0;
  out.note = read_text(chart.note);
  std::vector<std::int64_t> drawn;
  source.for_each_row([&](const sdk::Batch& batch, std::int64_t row) {
    if (!is_drawn(source, batch, row, chart.first_row, chart.row_count)) return;
    drawn.push_back(batch.first_row() + row);
    out.categories.push_back(source.printed(chart.category_column, drawn.back()));
  });
  for (std::uint32_t i = 0; i < chart.series_count; ++i) {
    const attache_series& series = *chart.series[i];
    Series read;
    const bool known = series.kind >= ATTACHE_SERIES_COLUMN && series.kind <= ATTACHE_SERIES_STACKED;
    read.kind = known ? static_cast<Series::Kind>(series.kind) : Series::Kind::line;
    read.secondary = series.axis == 1;
    read.name = read_string(series.name);
    if (read.kind == Series::Kind::bar)
      for (const std::int64_t row : drawn) read.printed.push_back(source.printed(series.column, row));
    read.values = read_numbers(source, series.column, chart.first_row, chart.row_count);
    out.series.push_back(std::move(read));
  }
  return out;
}

}  // namespace attache::pdf
