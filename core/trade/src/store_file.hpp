#pragma once

#include <string>
#include <vector>

#include "trade/code_book.hpp"
#include "trade/release.hpp"
#include "trade/src/sqlite.hpp"

namespace attache::trade {

/// A release as the store keeps it: also what an import compares.
struct StoredRelease {
  std::int64_t id = 0;
  ReleaseSummary summary;
  std::string inputs;   ///< digest of the files
  std::string options;  ///< as given
  std::string tool;
};

/// Opens a published store after looking at its header: Failure::missing_input when it is not there, ::data when it is empty, cut
/// short, another kind of file, another version, unfinished, or with other tables.
[[nodiscard]] Outcome<Database> open_store(const std::string& path);

/// In the order of their ids.
[[nodiscard]] Outcome<std::vector<StoredRelease>> read_releases(const Database& store);
[[nodiscard]] Outcome<CodeBook> read_codes(const Database& store);

/// Over all that read_releases and read_codes give: kept in meta as 'lists'.
[[nodiscard]] std::string digest_of_lists(const std::vector<StoredRelease>& releases, const CodeBook& codes);

/// What the store as a whole is: a digest over its releases'.
[[nodiscard]] std::string generation_of(const std::vector<StoredRelease>& releases);

/// "the trade store 'x' is damaged": what and what to do.
[[nodiscard]] tl::unexpected<Problem> damaged(const std::string& file, const std::string& why);

}  // namespace attache::trade
