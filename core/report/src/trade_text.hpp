#pragma once
/// Sentences, notes and chart words about the trade series.

#include <string>

#include "context.hpp"
#include "trade.hpp"

namespace attache::report {

/// "Trade of Kazakhstan with Russia by year (Russia's statistics)".
[[nodiscard]] std::string trade_title(Context& context, std::string_view message_id);
/// Whose statistics they are, whose exports are meant, valuation, source.
[[nodiscard]] Inline trade_note(Context& context);
/// Three sentences: the course of turnover, the last year's two flows, the average growth.
void add_trade_sentences(Context& context, SectionDraft& draft);
/// The course of turnover in one sentence: "rose from … to … and fell to …"; "" without two years. Its figures are traced under `block`.
[[nodiscard]] std::string course_of_turnover(Context& context, const std::string& block);
/// Title and alternative text from the drawn numbers; `first` is the first drawn row of trade.years.
void describe_chart(Context& context, const Trade& trade, std::size_t first, Chart& chart);

}  // namespace attache::report
