#pragma once

#include <string>
#include <vector>

#include "trade/flow_source.hpp"
#include "trade/row_reader.hpp"
#include "trade/store_builder.hpp"

namespace attache::test {

/// Trade rows written as text, one a line, for tests: `KAZ X RUS 2019 H5 270900 1000` and then any of `kg=5`, `qty=3u`, `c=2`
/// (customs), `mot=3200`, `p2=CHN`, `status=E`, `est` (weight estimated). A value of `-` is not available, `?` confidential.
[[nodiscard]] std::vector<trade::SourcedRow> small_rows(const std::string& text, trade::CodeBook& codes);

/// Their import as a release of that id. The rows are read with the store's own code book.
[[nodiscard]] trade::Import small_import(const std::string& store, const std::string& release, const std::string& text);

/// "RUS X 2019 1000 declared H5/0": what a total says, for comparing whole answers as text.
[[nodiscard]] std::string text_of(const trade::Total& total, const trade::CodeBook& codes);
[[nodiscard]] std::string text_of(const trade::PairAnswer& answer, const trade::CodeBook& codes);
[[nodiscard]] std::string text_of(const std::vector<trade::AreaTotal>& totals, const trade::CodeBook& codes);
[[nodiscard]] std::string text_of(const std::vector<trade::PeriodTotal>& totals, const trade::CodeBook& codes);
[[nodiscard]] std::string text_of(const std::vector<trade::ProductTotal>& totals, const trade::CodeBook& codes);
[[nodiscard]] std::string text_of(std::span<const trade::TradeRow> rows, const trade::CodeBook& codes);

[[nodiscard]] trade::AreaCode area(const std::string& iso3);

}  // namespace attache::test
