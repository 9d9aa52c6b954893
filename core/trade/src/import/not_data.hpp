#pragma once

#include <string>
#include <string_view>

#include "trade/src/import/byte_source.hpp"

namespace attache::trade {

/// What a file is that cannot hold rows ("a pointer of Git LFS"), and what to do; both "" when it may.
struct NotData {
  std::string what, next;
};
[[nodiscard]] NotData not_data(std::string_view start, const FileFacts& facts);

}  // namespace attache::trade
