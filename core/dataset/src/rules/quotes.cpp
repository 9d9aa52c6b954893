#include "../members.hpp"
#include "rules.hpp"

namespace attache::dataset {
namespace {

constexpr int most_words = 60;

int words(std::string_view text) {
  int count = 0;
  bool in_word = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (!blank && !in_word) ++count;
    in_word = !blank;
  }
  return count;
}

}  // namespace

/// A quote is a sentence or two; more is copying.
void check_quotes(Context& context) {
  tables(context.data, [&context](const char*, const auto& rows) {
    for (const auto& row : rows) {
      const int count = words(row.quote);
      if (count <= most_words) continue;
      context.report(row, {"long-quote", "quote", "the quote of '" + row.id + "' has " + std::to_string(count) + " words",
                           "a citation needs a sentence or two", "shorten it to what the row says"});
    }
  });
}

}  // namespace attache::dataset
