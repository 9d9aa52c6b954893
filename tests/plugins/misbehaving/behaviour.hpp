#pragma once
// A plugin that does what its option `mode` says: one fault of each kind, and `well` for comparison. A file a kind of fault, a function a
// fault; each file lists its own.
#include <attache/plugin.h>

#include <span>
#include <string>

namespace misbehaving {

struct Export {
  const attache_host* host;
  attache_call* call;
  const attache_request* request;

  /// The value of the option `file`.
  [[nodiscard]] std::string file() const;
  attache_status open_main(attache_sink* sink) const;
  /// Opens the main artifact, writes, closes.
  attache_status write_main(const std::string& text) const;
  attache_status write(const std::string& name, const std::string& text) const;
};

struct Behaviour {
  const char* name;
  attache_status (*run)(const Export&);
};

attache_status write_text(attache_sink& sink, const std::string& text);

std::span<const Behaviour> of_ends();     // the process crashes or ends
std::span<const Behaviour> of_hangs();    // it never comes back
std::span<const Behaviour> of_floods();   // it wants too much of something
std::span<const Behaviour> of_files();    // files that are not as they should be
std::span<const Behaviour> of_traces();   // the process is not as it was
std::span<const Behaviour> of_answers();  // wrong use of the host, errors said badly

}  // namespace misbehaving
