#pragma once
/// One export of the nonconforming plugin, and the faults that have nothing to do with the document.

#include <attache/plugin.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace nonconforming {

struct Export {
  const attache_host* host;
  attache_call* call;
  const attache_request* request;
  std::string_view name;  ///< of the fault
  attache_status status = ATTACHE_OK;
  attache_sink sink{sizeof(attache_sink), 0, nullptr, nullptr};

  [[nodiscard]] bool is(std::string_view fault) const { return name == fault; }
  void fail(attache_status why, std::string_view text = {});
  void open();
  void write(const std::string& text);
  void close();
};

/// Faults before the artifact is opened.
void before(Export& job);
/// Faults while it is open.
void after(Export& job);

}  // namespace nonconforming
