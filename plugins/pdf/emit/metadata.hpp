#pragma once
/// What the file says about itself: XMP packet and document information, which must agree (PDF/A-2 §6.7.3).

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace attache::pdf {

struct FileFacts {
  std::string title, subject, author, keywords, creator, producer, language;
  std::int64_t epoch = 0;  ///< seconds since 1970: creation and modification
  bool conforming = true;  ///< PDF/A-2a and PDF/UA-1
};

[[nodiscard]] std::string xmp_packet(const FileFacts& facts);
/// Keys and PDF string bytes; `fingerprint` makes the file identifier depend on the content.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> information(const FileFacts& facts, const std::string& fingerprint);
/// "2015-10-14T00:00:00Z"
[[nodiscard]] std::string iso_time(std::int64_t epoch);

}  // namespace attache::pdf
