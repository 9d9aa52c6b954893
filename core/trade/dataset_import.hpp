#pragma once

#include <string>

#include "trade/import.hpp"
#include "trade/store_builder.hpp"
#include "value/outcome.hpp"

namespace attache::trade {

/// Where read files go.
struct DatasetImport {
  std::string folder;        ///< of the dataset
  std::string release;       ///< id in releases.csv; "" = made of the first file's name
  std::string source;        ///< id in sources.csv; needed where releases.csv has no row of the release yet
  bool keeps_files = false;  ///< copies them to raw/ in the dataset
  std::string tool;          ///< version of the program
};

struct DatasetImported {
  Imported store;
  std::string release;
  bool is_listed_already = false;  ///< releases.csv had a row of it, which stayed as it was
};

/// Adds the files as one release to DATASET/trade.sqlite and a row to its releases.csv. What can be refused is refused before anything
/// is written; a failure leaves the store as it was. Failures: ::usage for a release or source that has no name or is unknown, ::data
/// for a dataset without releases.csv, and those of import_release.
[[nodiscard]] Outcome<DatasetImported> import_into(const DatasetImport& where, const ReadyImport& ready);

/// "BACI_HS92_Y2021.csv" → "baci-hs92-y2021": a release's id by a file's name.
[[nodiscard]] std::string release_id_of(const std::string& path);

}  // namespace attache::trade
