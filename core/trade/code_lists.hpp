#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "trade/trade_codes.hpp"

namespace attache::trade {

/// English names of Comtrade's codes, by the official code lists; "" for a code that is not in them.
[[nodiscard]] std::string_view flow_name(Flow flow);
[[nodiscard]] std::string_view customs_name(std::uint8_t customs);       ///< of C05: 5
[[nodiscard]] std::string_view transport_name(std::uint16_t transport);  ///< of 3100
[[nodiscard]] std::string_view supply_name(std::uint8_t supply);         ///< of a mode of supply of services, 0 to 4
[[nodiscard]] std::string_view unit_name(std::uint16_t unit);            ///< in words: of 8 "Weight in kilograms"
/// Areas of Comtrade that no other list has: "Other Asia, nes", "Bunkers". Countries are text::area_name's.
[[nodiscard]] std::string_view special_area_name(AreaCode area);

/// What a chapter or heading ("27", "2709") is called: in English by the Harmonized System of 2022, in Russian by the ТН ВЭД in force
/// on a day ("2015-07-01"; "" = the newest). "" for a code or a language that is not there: nothing is made up for other editions.
[[nodiscard]] std::string_view product_name(std::string_view code, std::string_view language, std::string_view day = {});

}  // namespace attache::trade
