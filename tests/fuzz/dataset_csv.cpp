#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "csv.hpp"

// Any bytes are read as a CSV without a crash: rows as long as the head, places within the text, problems that say what to do.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::vector<attache::Problem> problems;
  const auto csv = attache::dataset::read_csv(bytes, "fuzz.csv", problems);
  int last_line = 1;
  for (const auto& row : csv.rows) {
    if (row.size() != csv.header.size() || row.front().line < last_line || row.front().column != 1) std::abort();
    last_line = row.front().line;
  }
  for (const auto& problem : problems) {
    if (problem.what.empty() || problem.next.empty() || problem.where.line < 1 || problem.where.column < 1) std::abort();
  }
  return 0;
}
