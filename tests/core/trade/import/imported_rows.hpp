#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "trade/import.hpp"
#include "trade/memory_source.hpp"

namespace attache::test {

/// tests/data/trade/<name>.
[[nodiscard]] std::string trade_file(const std::string& name);

/// A file of the test's own in a temporary folder that goes with it.
class WrittenFile {
 public:
  WrittenFile(const std::string& name, const std::string& bytes);
  ~WrittenFile();
  WrittenFile(const WrittenFile&) = delete;
  WrittenFile& operator=(const WrittenFile&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string folder_, path_;
};

struct ImportedRows {
  trade::ReadyImport ready;
  std::vector<trade::SourcedRow> rows;
  trade::CodeBook codes;

  /// A row a line: "KAZ M RUS 2010-01 H3 030240 15405 19998kg 3u".
  [[nodiscard]] std::string text() const;
  /// A problem a line: "error basis file:1:2: …", the folder left out.
  [[nodiscard]] std::string problems() const;
  /// All in one source, as the release "r".
  [[nodiscard]] std::unique_ptr<trade::MemoryFlowSource> source() const;
};
[[nodiscard]] ImportedRows imported(const std::vector<std::string>& files, const trade::ImportOptions& options = {});
[[nodiscard]] ImportedRows imported_text(const std::string& text, const trade::ImportOptions& options = {});

}  // namespace attache::test
