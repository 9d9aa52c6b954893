#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/document.hpp"
#include "value/outcome.hpp"

namespace attache::host::check {

/// The documents that trials are made over:
/// "sample" (everything that reports make), "empty", "block-<kind>" for each kind of block_kinds(), "all-missing", "one-row", "no-rows",
/// "no-columns", "hundred-columns", "rows", "deep", "huge-text", "hostile-text", "bidi", "right-to-left", "extreme-numbers", "odd-dates",
/// "odd-links", "no-metadata"; "news" and "no-news", with and without one paragraph, for what becomes of its future forms.
[[nodiscard]] Outcome<report::Document> document_named(std::string_view name);

/// "section", "heading" … in the order of attache_block_kind.
[[nodiscard]] const std::vector<std::string>& block_kinds();

/// The id of the paragraph of "news".
inline constexpr std::string_view news_id = "news";

// Each in a file of its own.
[[nodiscard]] report::Document block_document(std::size_t kind);
[[nodiscard]] report::Document missing_document();
[[nodiscard]] report::Document hostile_document();
[[nodiscard]] report::Document bidi_document();
[[nodiscard]] report::Document huge_document();
[[nodiscard]] report::Document links_document();
[[nodiscard]] report::Document numbers_document();
[[nodiscard]] report::Document dates_document();
[[nodiscard]] report::Document deep_document();

/// A document of one section "body" that holds these blocks.
[[nodiscard]] report::Document document_of(std::string title, report::Blocks blocks, std::vector<report::Table> tables = {});
[[nodiscard]] report::Inline plain_words(std::string text);

}  // namespace attache::host::check
