#pragma once
/// The room `value`: the exact small things all others are made of: outcomes and problems, decimals, dates, digests.
/// It knows no file format, no language and no dataset, and never will.

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace attache {

enum class Severity { error, warning };

/// Where in a file something is. line and column are 1-based; 0 = not known. column counts characters of a text file;
/// for a CSV it is the field's first character, and field names the column.
struct Position {
  std::string file;
  int line = 0;
  int column = 0;
  std::string field;

  /// "file:line:column", as much of it as is known; "" when nothing is.
  [[nodiscard]] std::string text() const;
};

/// What kind of failure it is; core/cli maps it to the exit code of the same meaning.
enum class Failure {
  internal,
  usage,
  data,
  missing_input,
  unavailable,
  plugin,
  cannot_create,
  io,
  temporary,
  permission,
  configuration,
  time_limit,
  cancelled
};

/// One thing that is wrong: what, where, why, and what to do next. Every part is a phrase a user can act on.
struct Problem {
  Failure failure = Failure::internal;
  Severity severity = Severity::error;
  std::string rule;  ///< stable id of the broken rule: "foreign-key"; "" when there is none
  std::string what;  ///< one sentence without a full stop: "no source 'kazinfom'"
  Position where;
  std::string why;   ///< "" when what says it all
  std::string next;  ///< next step: "add it to sources.csv, or did you mean 'kazinform'?"

  /// "file:line:column: what: why; next", the parts that are there.
  [[nodiscard]] std::string message() const;
};

template <class T = void>
using Outcome = tl::expected<T, Problem>;

/// `return fail(Failure::data, "…", "next step");`
[[nodiscard]] inline tl::unexpected<Problem> fail(Problem problem) { return tl::unexpected<Problem>(std::move(problem)); }
[[nodiscard]] tl::unexpected<Problem> fail(Failure failure, std::string what, std::string next = {});

/// The candidate nearest to `wrong` (Damerau-Levenshtein, at most a third of its length, case ignored), or "" when none is near.
[[nodiscard]] std::string nearest(std::string_view wrong, const std::vector<std::string>& candidates);
/// "did you mean 'x'?" or "" when nothing is near.
[[nodiscard]] std::string did_you_mean(std::string_view wrong, const std::vector<std::string>& candidates);

}  // namespace attache
