#pragma once
/// Where finished PDF objects go. The emitter knows only these calls, so that the file writer can be replaced.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace attache::pdf {

using ObjectNumber = int;

class Sink {
 public:
  Sink() = default;
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;
  virtual ~Sink() = default;
  /// A number for an object that is put later; each must be put before finish().
  [[nodiscard]] virtual ObjectNumber allocate() = 0;
  /// A serialised object without a stream.
  virtual void put(ObjectNumber number, std::string body) = 0;
  /// `entries`: the dictionary as (key without slash, serialised value), without Length; `data` as it shall stand in the file.
  virtual void put_stream(ObjectNumber number, std::vector<std::pair<std::string, std::string>> entries, std::string data) = 0;
  /// The file. `info`: the document information as (key, PDF string bytes: ASCII or UTF-16BE with its mark). Throws Problem.
  [[nodiscard]] virtual std::string finish(ObjectNumber root, const std::vector<std::pair<std::string, std::string>>& info) = 0;
};

}  // namespace attache::pdf
