#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "trade/release.hpp"
#include "trade/row_reader.hpp"
#include "value/outcome.hpp"

namespace attache::trade {

/// One release to add to a store.
struct Import {
  std::string store;  ///< the file; made when it is not there
  Release release;
  std::vector<RowInput> inputs;
  std::string options;                                 ///< all that decides how the inputs are read, in one fixed form
  std::string tool;                                    ///< version of the program: another one builds anew
  std::size_t memory_bytes = std::size_t{128} << 20U;  ///< about what sorting and adding up may take; the rest lies in the store's folder
};

struct Imported {
  bool unchanged = false;  ///< the store holds this release from the same inputs: nothing was done
  std::string generation;  ///< of the release
  std::uint64_t rows = 0;  ///< totals
  std::uint64_t detail_rows = 0;
  std::uint64_t summed = 0;      ///< totals that were added up from their breakdown
  std::uint64_t duplicates = 0;  ///< exact repetitions, counted once
  std::vector<Problem> notes;    ///< the first of them, as warnings
  bool sorted = false;           ///< the inputs were out of order and had to be sorted
};

/// Adds a release to a store, keeping the others. A new file is written beside the store, checked, made durable and put in its place
/// in one step: whatever happens, the store is the former one or the new one, complete. Readers of the former one go on undisturbed.
/// Failures: ::temporary when another import works on the store; ::data for contradicting rows, a damaged store, or a release of that
/// id with other contents; ::io, ::permission, ::cannot_create for the disk.
[[nodiscard]] Outcome<Imported> import_release(const Import& import);

}  // namespace attache::trade
