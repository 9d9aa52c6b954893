#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "trade/src/import/mapping.hpp"
#include "trade/src/import/seen.hpp"
#include "value/outcome.hpp"

namespace attache::trade {

/// What it takes to read a file again.
struct FilePlan {
  std::string path;
  std::string encoding;
  char separator = ',';
  Layout layout;
  FileBasis basis;
  Scales scales;
  CrossShape cross;  ///< of a cross table
};

/// Why a record was refused, and the record.
using RejectedRecord = std::function<void(Problem, std::string_view)>;

}  // namespace attache::trade
