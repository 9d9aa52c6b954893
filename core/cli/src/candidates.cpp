#include "candidates.hpp"

#include <array>
#include <string_view>

namespace attache::cli {

namespace {

std::string lines(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += text + '\n';
  return out;
}

}  // namespace

std::string candidates(Value value, const std::vector<std::string>& choices, const Surroundings& /*surroundings*/) {
  switch (value) {
    case Value::file:
      return ":files\n";
    case Value::dataset:
    case Value::folder:
      return ":folders\n";
    case Value::limit:
      return "time=\nstall=\nmemory=\nsize=\n";
    default:
      return lines(choices);
  }
}

}  // namespace attache::cli
