#include "csv_tables.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace csv {
namespace {

std::string_view missing_name(attache_missing reason) {
  switch (reason) {
    case ATTACHE_NOT_AVAILABLE:
      return "not_available";
    case ATTACHE_NOT_APPLICABLE:
      return "not_applicable";
    case ATTACHE_CONFIDENTIAL:
      return "confidential";
    case ATTACHE_NOT_COLLECTED:
      return "not_collected";
    default:
      return "";
  }
}

std::string_view row_kind_name(attache_row_kind kind) {
  switch (kind) {
    case ATTACHE_ROW_SUBTOTAL:
      return "subtotal";
    case ATTACHE_ROW_TOTAL:
      return "total";
    case ATTACHE_ROW_OTHER:
      return "other";
    default:
      return "body";
  }
}

/// The columns that get a companion: measures whose companion is no column of the table already.
std::vector<bool> with_missing(const attache::sdk::Table& table) {
  std::vector<bool> wanted;
  for (std::uint32_t i = 0; i < table.columns(); ++i) {
    const std::string companion = std::string(attache::sdk::text(table.column(i).id)) + "_missing";
    bool taken = false;
    for (std::uint32_t k = 0; k < table.columns(); ++k) taken = taken || attache::sdk::text(table.column(k).id) == companion;
    wanted.push_back(table.column(i).role == ATTACHE_ROLE_MEASURE && !taken);
  }
  return wanted;
}

void write_header(const attache::sdk::Table& table, const std::vector<bool>& missing, bool kinds, Writer& writer) {
  for (std::uint32_t i = 0; i < table.columns(); ++i) {
    const std::string id(attache::sdk::text(table.column(i).id));
    writer.field(id);
    if (missing[i]) writer.field(id + "_missing");
  }
  if (kinds) writer.field(std::string_view("row_kind"));
  writer.end_row();
}

}  // namespace

void write_table(const attache::sdk::Table& table, Writer writer, bool header) {
  const std::vector<bool> missing = with_missing(table);
  bool kinds = false;
  bool begun = false;
  const auto begin = [&](bool with_kinds) {
    kinds = with_kinds;
    begun = true;
    if (header) write_header(table, missing, kinds, writer);
  };
  table.for_each_batch([&](const attache::sdk::Batch& batch) {
    if (!begun) begin(batch.has_row_kinds());
    for (std::int64_t row = 0; row < batch.rows(); ++row) {
      for (std::uint32_t i = 0; i < batch.columns(); ++i) {
        const auto column = batch[i];
        column.visit(row, [&](const auto& value) { writer.field(value); });
        if (missing[i]) writer.field(missing_name(column.missing(row)));
      }
      if (kinds) writer.field(row_kind_name(batch.row_kind(row)));
      writer.end_row();
    }
  });
  if (!begun) begin(false);
  writer.close();
}

}  // namespace csv
