#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "value/outcome.hpp"

namespace attache::trade {

/// A file without a name that holds what does not fit into memory; gone with the process.
class SpillFile {
 public:
  [[nodiscard]] static Outcome<std::unique_ptr<SpillFile>> create(const std::string& folder);
  ~SpillFile();
  SpillFile(const SpillFile&) = delete;
  SpillFile& operator=(const SpillFile&) = delete;

  [[nodiscard]] Outcome<> append(const void* bytes, std::size_t count);
  [[nodiscard]] Outcome<> read_at(std::uint64_t at, void* bytes, std::size_t count) const;
  [[nodiscard]] std::uint64_t size() const { return size_; }

 private:
  SpillFile(int descriptor, std::string folder) : descriptor_(descriptor), folder_(std::move(folder)) {}
  int descriptor_;
  std::string folder_;
  std::uint64_t size_ = 0;
};

}  // namespace attache::trade
