/// Reading a document from C++: cells, batches, blocks. Views over the host's memory, alive as long as what they look at.
#ifndef ATTACHE_VIEW_HPP
#define ATTACHE_VIEW_HPP

#if !defined(__cplusplus) || __cplusplus < 202002L
#error "attache/view.hpp and attache/plugin.hpp need C++20 (-std=c++20); attache/plugin.h is C99"
#endif

#include <attache/plugin.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace attache::sdk {

[[nodiscard]] inline std::string_view text(attache_str value) noexcept {
  return value.data == nullptr ? std::string_view{} : std::string_view(value.data, value.size);
}
/// `value` must outlive the call it is given to.
[[nodiscard]] inline attache_str str(std::string_view value) noexcept { return {value.data(), value.size()}; }

// ---- cells ------------------------------------------------------------------------------------------------------------------

struct MissingCell {
  attache_missing reason;
};
/// value × 10^-scale, exact.
struct DecimalCell {
  std::int64_t value;
  std::int32_t scale;
};
struct DateCell {
  attache_date start, end;
};

/// One column of a batch; `row` counts from the batch's first row.
class Column {
 public:
  Column(const attache_column& column, const attache_column_info& info) noexcept : column_(&column), info_(&info) {}
  [[nodiscard]] const attache_column_info& info() const noexcept { return *info_; }
  [[nodiscard]] attache_type type() const noexcept { return column_->type; }
  [[nodiscard]] bool present(std::int64_t row) const noexcept {
    return column_->validity == nullptr || ((column_->validity[row >> 3] >> (row & 7)) & 1) != 0;
  }
  [[nodiscard]] attache_missing missing(std::int64_t row) const noexcept {
    if (present(row)) return ATTACHE_PRESENT;
    return column_->missing == nullptr ? attache_missing{ATTACHE_NOT_AVAILABLE} : attache_missing{column_->missing[row]};
  }
  [[nodiscard]] bool boolean(std::int64_t row) const noexcept { return values<std::uint8_t>()[row] != 0; }
  [[nodiscard]] std::int64_t integer(std::int64_t row) const noexcept { return values<std::int64_t>()[row]; }
  [[nodiscard]] DecimalCell decimal(std::int64_t row) const noexcept { return {values<std::int64_t>()[row], info_->scale}; }
  [[nodiscard]] double real(std::int64_t row) const noexcept { return values<double>()[row]; }
  [[nodiscard]] DateCell date(std::int64_t row) const noexcept {
    return {values<attache_date>()[2 * row], values<attache_date>()[2 * row + 1]};
  }
  /// TEXT and DICTIONARY.
  [[nodiscard]] std::string_view text(std::int64_t row) const noexcept {
    if (column_->type == ATTACHE_DICTIONARY) {
      return slice(column_->dictionary_bytes, column_->dictionary_offsets, values<std::int32_t>()[row]);
    }
    return slice(values<char>(), column_->offsets, row);
  }
  /// The values as the type says: std::int64_t for INT64 and DECIMAL …
  template <class T>
  [[nodiscard]] const T* values() const noexcept {
    return static_cast<const T*>(column_->values);
  }
  /// Calls f with MissingCell, bool, std::int64_t, DecimalCell, double, DateCell or std::string_view. A type of a later contract
  /// comes as MissingCell{ATTACHE_NOT_AVAILABLE}.
  template <class F>
  decltype(auto) visit(std::int64_t row, F&& f) const {
    if (!present(row)) return f(MissingCell{missing(row)});
    switch (column_->type) {
      case ATTACHE_BOOL:
        return f(boolean(row));
      case ATTACHE_INT64:
        return f(integer(row));
      case ATTACHE_DECIMAL:
        return f(decimal(row));
      case ATTACHE_DOUBLE:
        return f(real(row));
      case ATTACHE_DATE:
        return f(date(row));
      case ATTACHE_TEXT:
      case ATTACHE_DICTIONARY:
        return f(text(row));
      default:
        return f(MissingCell{ATTACHE_NOT_AVAILABLE});
    }
  }

 private:
  static std::string_view slice(const char* bytes, const std::int32_t* offsets, std::int64_t index) noexcept {
    return {bytes + offsets[index], static_cast<std::size_t>(offsets[index + 1] - offsets[index])};
  }
  const attache_column* column_;
  const attache_column_info* info_;
};

/// Rows of a table that are in memory together.
class Batch {
 public:
  Batch(const attache_batch& batch, const attache_table& table) noexcept : batch_(&batch), table_(&table) {}
  [[nodiscard]] std::int64_t first_row() const noexcept { return batch_->first_row; }
  [[nodiscard]] std::int64_t rows() const noexcept { return batch_->row_count; }
  [[nodiscard]] std::uint32_t columns() const noexcept { return batch_->column_count; }
  [[nodiscard]] Column operator[](std::uint32_t column) const noexcept { return {*batch_->columns[column], *table_->columns[column]}; }
  [[nodiscard]] attache_row_kind row_kind(std::int64_t row) const noexcept {
    return batch_->row_kind == nullptr ? attache_row_kind{ATTACHE_ROW_BODY} : attache_row_kind{batch_->row_kind[row]};
  }
  /// Does the table say kinds of rows? The same for all its batches.
  [[nodiscard]] bool has_row_kinds() const noexcept { return batch_->row_kind != nullptr; }
  [[nodiscard]] int indent(std::int64_t row) const noexcept { return batch_->indent == nullptr ? 0 : batch_->indent[row]; }

 private:
  const attache_batch* batch_;
  const attache_table* table_;
};

// ---- blocks -----------------------------------------------------------------------------------------------------------------

template <class T>
inline constexpr attache_block_kind kind_of = 0;
template <>
inline constexpr attache_block_kind kind_of<attache_section> = ATTACHE_SECTION;
template <>
inline constexpr attache_block_kind kind_of<attache_heading> = ATTACHE_HEADING;
template <>
inline constexpr attache_block_kind kind_of<attache_paragraph> = ATTACHE_PARAGRAPH;
template <>
inline constexpr attache_block_kind kind_of<attache_list> = ATTACHE_LIST;
template <>
inline constexpr attache_block_kind kind_of<attache_key_figures> = ATTACHE_KEY_FIGURES;
template <>
inline constexpr attache_block_kind kind_of<attache_table_ref> = ATTACHE_TABLE_REF;
template <>
inline constexpr attache_block_kind kind_of<attache_chart> = ATTACHE_CHART;
template <>
inline constexpr attache_block_kind kind_of<attache_timeline> = ATTACHE_TIMELINE;
template <>
inline constexpr attache_block_kind kind_of<attache_quotation> = ATTACHE_QUOTATION;
template <>
inline constexpr attache_block_kind kind_of<attache_note> = ATTACHE_NOTE;
template <>
inline constexpr attache_block_kind kind_of<attache_conflict> = ATTACHE_CONFLICT;
template <>
inline constexpr attache_block_kind kind_of<attache_sources> = ATTACHE_SOURCES;
template <>
inline constexpr attache_block_kind kind_of<attache_legend> = ATTACHE_LEGEND;

[[nodiscard]] inline std::span<const attache_run> runs(const attache_inline* line) noexcept {
  return line == nullptr ? std::span<const attache_run>{} : std::span<const attache_run>(line->runs, line->run_count);
}

/// One node of the document.
class Block {
 public:
  explicit Block(const attache_block& block) noexcept : block_(&block) {}
  [[nodiscard]] attache_block_kind kind() const noexcept { return block_->kind; }
  [[nodiscard]] std::string_view id() const noexcept { return text(block_->id); }
  /// `if (auto* chart = block.as<attache_chart>())`; NULL for another kind.
  template <class T>
  requires(kind_of<T> != 0) [[nodiscard]] const T* as() const noexcept {
    return block_->kind == kind_of<T> ? static_cast<const T*>(block_->data) : nullptr;
  }
  [[nodiscard]] std::span<const attache_block* const> children() const noexcept { return {block_->children, block_->child_count}; }
  [[nodiscard]] const attache_block* fallback() const noexcept { return block_->fallback; }

 private:
  const attache_block* block_;
};

/// Renders a block, or what it falls back to: `render_one(Block)` returns false for a kind it does not draw. False when neither
/// the block nor its fallbacks can be drawn. A section is drawn by render_one, which calls this for its children; where it declines a
/// section, only the children are drawn.
template <class F>
bool render(const attache_block& block, F&& render_one) {
  if (render_one(Block(block))) return true;
  if (block.fallback != nullptr) return render(*block.fallback, render_one);
  bool any = false;
  for (const attache_block* child : Block(block).children()) any = render(*child, render_one) || any;
  return any;
}

}  // namespace attache::sdk

#endif
