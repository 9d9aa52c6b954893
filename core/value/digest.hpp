#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "value/outcome.hpp"

namespace attache {

/// SHA-256 of what was added so far.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  void add(std::string_view bytes);
  /// 64 lower-case hexadecimal digits. Call once.
  [[nodiscard]] std::string hex();

 private:
  void* context_;
};

[[nodiscard]] std::string sha256_hex(std::string_view bytes);
[[nodiscard]] Outcome<std::string> sha256_of_file(const std::string& path);

}  // namespace attache
