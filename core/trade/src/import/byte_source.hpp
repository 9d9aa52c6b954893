#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "value/outcome.hpp"

namespace attache::trade {

/// A file's bytes as UTF-8, piece by piece, without its byte-order mark.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Writes at most `room` (at least 4) bytes to `to` and gives their number; 0 is the end.
  [[nodiscard]] virtual Outcome<std::size_t> read(char* to, std::size_t room) = 0;
};

/// What a look at all bytes of a file tells.
struct FileFacts {
  std::string sha256;
  std::string start;  ///< the first 4096 bytes
  std::uint64_t bytes = 0;
  std::string encoding;    ///< found in the bytes: "utf-8", "utf-16le", "utf-16be", "windows-1252", "windows-1251", "cp866"
  bool is_certain = true;  ///< false: guessed from which letters are frequent
};
[[nodiscard]] Outcome<FileFacts> look_at(const std::string& path);

/// The encoding ICU knows by that name, in its own spelling; Failure::usage with the nearest name when there is none.
[[nodiscard]] Outcome<std::string> known_encoding(const std::string& name);

/// The file from its start. Failure::data where bytes are not of the encoding, with the byte's place.
[[nodiscard]] Outcome<std::unique_ptr<ByteSource>> open_bytes(const std::string& path, const std::string& encoding);
/// A text that is UTF-8 already.
[[nodiscard]] std::unique_ptr<ByteSource> bytes_of(std::string_view text);

/// "CÃ´te" → "Côte": UTF-8 that was once read as Latin-1. Other texts stay.
[[nodiscard]] std::string repaired(std::string_view text);

}  // namespace attache::trade
