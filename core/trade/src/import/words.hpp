#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "trade/trade_codes.hpp"

namespace attache::trade {

/// "M", "2", "Re-Imports", "2-EXPORT", "Экспорт": codes, the old numbers of Comtrade, words in English, Russian and Kazakh.
[[nodiscard]] std::optional<Flow> flow_of_text(std::string_view text);

/// "2017", "201901", "20220101", "2021-01-01", "Y2019", "2019-Q1", "January 2014", "Aug. 2024", "201952-Jan.-Dec. 2019", "январь 2006".
/// A full date counts as the year, quarter or month it begins, and is no period while the frequency is not known.
[[nodiscard]] std::optional<Period> period_of_text(std::string_view text, std::optional<Frequency> frequency);

/// 1 … 12 for "январь", "Jan.", "August"; 0 for other words.
[[nodiscard]] int month_of_word(std::string_view word);

/// The area of a name in English, Russian or Kazakh as statistical offices write it, whatever the order of its words; nothing when
/// it is unknown. Latin letters inside a Cyrillic word are taken for the Cyrillic ones they look like.
[[nodiscard]] std::optional<AreaCode> area_of_name(std::string_view name);

/// The area of a letter code in Comtrade's ISO columns: "KAZ", "W00", "X1 ", "_X ", "S19", "EU2".
[[nodiscard]] std::optional<AreaCode> area_of_letters(std::string_view letters);

/// Words joined by dashes for an area without a code: "Euro Area" → "euro-area".
[[nodiscard]] std::string own_area_id(std::string_view name);

}  // namespace attache::trade
