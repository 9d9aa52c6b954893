#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "dataset/dataset.hpp"
#include "support/printed_lists.hpp"

namespace attache::test {

/// A folder of its own under the system's one for temporary files, removed at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] std::string path() const { return path_.string(); }
  void write(const std::string& name, const std::string& bytes) const;

 private:
  std::filesystem::path path_;
};

/// A small dataset to be made wrong. It starts with the areas KAZ, RUS and cis, the source `paper` of 2015-10-15, the agent `putin`,
/// diplomatic relations between KAZ and RUS, and the indicators turnover, exports, imports and students.
class DatasetFolder {
 public:
  DatasetFolder();
  /// Sets a table: its head and its rows as CSV text.
  DatasetFolder& table(const std::string& name, const std::string& csv);
  DatasetFolder& without(const std::string& name);
  /// Replaces the settings, a JSON object.
  DatasetFolder& settings(const std::string& json);
  /// Writes a further file.
  DatasetFolder& file(const std::string& name, const std::string& bytes);
  [[nodiscard]] std::string path() const { return folder_.path(); }
  /// Writes datapackage.json and loads it.
  [[nodiscard]] Outcome<dataset::Loaded> try_load() const;
  [[nodiscard]] dataset::Loaded load() const;
  /// "events.csv:2:14 enum" of each problem, files named without the folder, in order.
  [[nodiscard]] std::vector<std::string> places() const;
  /// The same of the problems of one rule, with the messages' first part: "events.csv:2:14 no status 'hold'".
  [[nodiscard]] std::vector<std::string> found(const std::string& rule) const;

 private:
  TemporaryFolder folder_;
  std::map<std::string, std::string> tables_;
  std::string settings_;
};

}  // namespace attache::test
