#pragma once

#include "trade/src/store_file.hpp"
#include "trade/store_builder.hpp"

namespace attache::trade {

/// Settings of a file that is being written: crash-safe, in one transaction, never write-ahead.
[[nodiscard]] Outcome<> prepare_for_writing(Database& store);
/// The tables of a new store.
[[nodiscard]] Outcome<> create_tables(Database& store);
[[nodiscard]] Outcome<> remove_release(Database& store, std::int64_t release);
/// Writes the lists: releases, series, inputs, codes, their digest, and that the store is complete.
[[nodiscard]] Outcome<> write_lists(Database& store, const StoredRelease& release, const std::vector<RowInput>& inputs,
                                    const CodeBook& codes);

}  // namespace attache::trade
