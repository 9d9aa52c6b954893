#pragma once
/// A report::Document as a plugin sees it: the C structs of sdk/include/attache/plugin.h, fallbacks included, and the services
/// that read and print its cells.

#include <attache/plugin.h>

#include <cstdint>
#include <memory>

#include "host/printing.hpp"
#include "report/document.hpp"
#include "value/outcome.hpp"

namespace attache::host {

class DocumentView {
 public:
  /// Keeps the document. Refused with Failure::internal when the document contradicts itself (a cell not of its column's type, an
  /// index out of range, an id used twice), with Failure::data when a number does not fit int64 or a text is not UTF-8.
  [[nodiscard]] static Outcome<std::unique_ptr<DocumentView>> make(report::Document document, std::shared_ptr<const Printing> printing);
  ~DocumentView();

  [[nodiscard]] const attache_document* document() const;
  [[nodiscard]] const report::Document& source() const;
  [[nodiscard]] const Printing& printing() const;

  /// Not for two threads at once. The batch lives until the next read of the same table.
  attache_status read_batch(std::uint32_t table, std::int64_t first, std::int64_t max, attache_batch* out);
  /// Printed form with signs; "" for an index out of range.
  [[nodiscard]] std::string format_cell(std::uint32_t table, std::uint32_t column, std::int64_t row) const;

 private:
  struct Data;
  explicit DocumentView(std::unique_ptr<Data> data);
  std::unique_ptr<Data> data_;
};

/// data NULL when there is no such key.
[[nodiscard]] attache_str meta_value(const attache_document* document, const char* key);
[[nodiscard]] Edtf date_from(attache_date start, attache_date end);

}  // namespace attache::host
