#include "trade/src/import/not_data.hpp"

#include <array>

#include "trade/src/import/letters.hpp"
#include "trade/src/import/number.hpp"

namespace attache::trade {

namespace {

struct Start {
  std::string_view bytes, what, next;
};

constexpr std::array starts = {
    Start{"version https://git-lfs.github.com/spec", "a pointer of Git LFS, not the file it stands for",
          "fetch the file with 'git lfs pull'"},
    Start{"PK\x03\x04", "a ZIP archive or a workbook", "unpack it, or save the sheet as CSV"},
    Start{"\x1f\x8b", "compressed with gzip", "unpack it with gunzip"},
    Start{"%PDF", "a PDF", "give the table as CSV"},
    Start{"SQLite format 3", "an SQLite database", "give the table as CSV"},
    Start{"\xD0\xCF\x11\xE0", "an old Excel workbook", "save the sheet as CSV"},
};

}  // namespace

NotData not_data(std::string_view start, const FileFacts& facts) {
  if (facts.bytes == 0) return {"empty", "fetch the file again"};
  for (const Start& each : starts) {
    if (facts.start.starts_with(each.bytes)) return {std::string(each.what), std::string(each.next)};
  }
  const std::string text = lower_case(trimmed(start.substr(0, 2000)));
  if (text.size() < 3)
    return {"of " + std::to_string(facts.bytes) + (facts.bytes == 1 ? " byte" : " bytes") + " and holds no table", "fetch the file again"};
  if (text.starts_with("<!doctype html") || text.starts_with("<html"))
    return {"a web page", "fetch the data itself, not the page about it"};
  if (text.starts_with('<')) return {"XML or HTML", "fetch the data as CSV"};
  if (text.starts_with('{') || text.starts_with('[')) return {"JSON", "fetch the data as CSV"};
  if (text.starts_with("query complexity") || text.find("resultset count: 0") != std::string::npos) {
    return {"an answer without data: " + std::string(trimmed(start.substr(0, start.find_first_of("\r\n")))),
            "ask for less at once and fetch it again"};
  }
  if (facts.encoding.starts_with("utf-16")) return {};
  if (facts.start.find('\0') != std::string_view::npos) return {"binary", "give the table as CSV"};
  return {};
}

}  // namespace attache::trade
