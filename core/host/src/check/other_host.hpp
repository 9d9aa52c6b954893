#pragma once

#include <attache/plugin.h>

#include <cstddef>
#include <memory>
#include <vector>

#include "host/src/check/trial.hpp"

namespace attache::host::check {

/// Memory that ends exactly where a page begins that nobody may touch.
class GuardedCopy {
 public:
  GuardedCopy(const void* bytes, std::size_t size);
  ~GuardedCopy();
  GuardedCopy(const GuardedCopy&) = delete;
  GuardedCopy& operator=(const GuardedCopy&) = delete;
  [[nodiscard]] void* address() const { return address_; }

 private:
  void* pages_ = nullptr;
  std::size_t length_ = 0;
  void* address_ = nullptr;
};

/// The host's tables as another release of the program would give them.
class OtherHost {
 public:
  explicit OtherHost(HostKind kind) : kind_(kind) {}
  [[nodiscard]] const attache_host* host(const attache_host* own);
  [[nodiscard]] const attache_request* request(const attache_request* own);

 private:
  HostKind kind_;
  std::unique_ptr<GuardedCopy> old_host_, old_request_;
  std::vector<std::byte> new_host_, new_request_;
  attache_host bare_{};
};

}  // namespace attache::host::check
