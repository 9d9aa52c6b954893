#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "host/src/worker.hpp"
#include "support/what_of.hpp"

namespace attache::test {

/// The sample document, or the named report of the job's dataset. The pair "FAIL" fails as a dataset would, "CRASH" ends the process,
/// "HANG" never ends.
[[nodiscard]] Outcome<host::BuiltDocument> sample_source(const host::ExportJob& job);

/// A folder of its own for one test, removed afterwards.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }
  /// Names of what lies in it, hidden ones included, sorted.
  [[nodiscard]] std::vector<std::string> names() const;
  void write(const std::string& name, const std::string& text) const;
  [[nodiscard]] std::string read(const std::string& name) const;

 private:
  std::string path_;
};

/// A job for the misbehaving plugin that writes "out.txt" into the folder.
[[nodiscard]] host::ExportJob misbehaving_job(const TemporaryFolder& folder, const std::string& mode);

}  // namespace attache::test
