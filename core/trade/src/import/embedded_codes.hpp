#pragma once

#include <span>
#include <string_view>

namespace attache::trade {

/// core/trade/codes/*.tsv, sorted by code, in pieces of whole lines.
[[nodiscard]] std::span<const std::string_view> hs2022_en();
[[nodiscard]] std::span<const std::string_view> tnved_ru();

}  // namespace attache::trade
