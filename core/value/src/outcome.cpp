#include "value/outcome.hpp"

namespace attache {

std::string Position::text() const {
  std::string out = file;
  if (line > 0) {
    if (!out.empty()) out += ':';
    out += std::to_string(line);
    if (column > 0) out += ':' + std::to_string(column);
  }
  return out;
}

std::string Problem::message() const {
  std::string out = where.text();
  const auto append = [&out](const char* separator, const std::string& part) {
    if (part.empty()) return;
    if (!out.empty()) out += separator;
    out += part;
  };
  append(": ", what);
  append(": ", why);
  append("; ", next);
  return out;
}

tl::unexpected<Problem> fail(Failure failure, std::string what, std::string next) {
  Problem problem;
  problem.failure = failure;
  problem.what = std::move(what);
  problem.next = std::move(next);
  return fail(std::move(problem));
}

}  // namespace attache
