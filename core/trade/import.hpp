#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "trade/release.hpp"
#include "trade/row_reader.hpp"
#include "value/outcome.hpp"

namespace attache::trade {

/// How files of others are to be read. What is left empty is found in the files.
struct ImportOptions {
  std::string format = "auto";  ///< a name of import_formats()
  /// What all rows share, or what the files do not say: flow, freq, unit (currency), period, reporter, partner, classification,
  /// product, multiplier (1000 = thousands), decimals.
  std::map<std::string, std::string> set{};
  std::string mapping{};   ///< a mapping file, or the name of one that comes with the program
  std::string encoding{};  ///< "" = found in the bytes
  std::uint64_t max_errors = 0;
  /// Called for every row that is refused, in order: why, and the record as it is in the file (as UTF-8).
  std::function<void(const Problem&, std::string_view)> rejected{};
};

/// What a file turned out to be.
struct FileReading {
  std::string path, format, encoding;
  char separator = ',';
  std::uint64_t bytes = 0, rows = 0, rejected = 0;
};

/// Files that were read once from end to end and can be read again as trade rows.
struct ReadyImport {
  /// Scales, currency, valuation and whether it is reconciled are filled in; id, title and source are the caller's.
  Release release;
  std::vector<RowInput> inputs;
  std::string options;  ///< all that decides how the inputs are read
  std::vector<FileReading> files;
  std::vector<Problem> problems;  ///< errors (of rows: the first hundred) and warnings, by file and line
  std::uint64_t rejected = 0;     ///< rows
  bool is_usable = false;         ///< no file failed, and not more rows than max_errors
};

/// Names for ImportOptions::format, "auto" first.
[[nodiscard]] const std::vector<std::string>& import_formats();

/// Reads all of every file, finds its format, encoding and scales, and every row that is no trade row. Failure::usage for options that
/// mean nothing; what is wrong with files is in ReadyImport::problems.
[[nodiscard]] Outcome<ReadyImport> ready_import(const std::vector<std::string>& files, const ImportOptions& options);

}  // namespace attache::trade
