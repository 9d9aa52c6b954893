#pragma once
/// Blocks that are tables in a workbook: key figures, timelines, quotations, claims, sources.

#include <memory>
#include <vector>

#include "book.hpp"
#include "table_source.hpp"

namespace attache::xlsx {

[[nodiscard]] std::unique_ptr<MemoryTable> key_figures_table(const Call& call, const attache_key_figures& figures);
[[nodiscard]] std::unique_ptr<MemoryTable> timeline_table(const Call& call, const attache_timeline& timeline);
[[nodiscard]] std::unique_ptr<MemoryTable> quotations_table(const Call& call, const std::vector<const attache_quotation*>& quotations);
[[nodiscard]] std::unique_ptr<MemoryTable> conflicts_table(const Call& call, const std::vector<const attache_conflict*>& conflicts);
[[nodiscard]] std::unique_ptr<MemoryTable> sources_table(const Call& call, const attache_sources& sources);

/// A column of words; `head` is a message id.
[[nodiscard]] TableColumn words_column(const Call& call, const char* id, const char* head);

}  // namespace attache::xlsx
