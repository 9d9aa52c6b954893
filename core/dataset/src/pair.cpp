#include "dataset/pair.hpp"

#include <functional>

#include "schema.hpp"
#include "value/joined.hpp"

namespace attache::dataset {
namespace {

using Test = std::function<bool(std::string_view)>;

std::vector<Pair> cuts(std::string_view text, const Test& is_area) {
  std::vector<Pair> out;
  for (auto at = text.find('-'); at != std::string_view::npos; at = text.find('-', at + 1)) {
    const std::string_view first = text.substr(0, at), second = text.substr(at + 1);
    if (is_area(first) && is_area(second)) out.push_back({std::string(first), std::string(second)});
  }
  return out;
}

tl::unexpected<Problem> refuse(std::string_view text, std::string why, std::string next) {
  Problem problem;
  problem.failure = Failure::usage;
  problem.rule = "pair";
  problem.what = "'" + std::string(text) + "' is no pair";
  problem.why = std::move(why);
  problem.next = std::move(next);
  return fail(std::move(problem));
}

Outcome<Pair> only(std::string_view text, const std::vector<Pair>& found) {
  if (found.size() > 1) return refuse(text, "it can be read in several ways", "use ISO codes for the areas");
  if (found[0].first == found[0].second) return refuse(text, "both areas are the same", "name two areas");
  return found[0];
}

}  // namespace

bool is_area_id(std::string_view text) {
  const std::regex& expression = schema("areas")->field("id")->expression;
  return text.size() <= 100 && std::regex_match(text.begin(), text.end(), expression);
}

Outcome<Pair> parse_pair(std::string_view text) {
  const auto found = cuts(text, is_area_id);
  if (found.empty()) return refuse(text, "a pair is two area ids joined by a dash", "write it like KAZ-RUS");
  return only(text, found);
}

Outcome<Pair> parse_pair(const Dataset& dataset, std::string_view text) {
  const auto known = cuts(text, [&dataset](std::string_view id) { return dataset.area(id) != nullptr; });
  if (!known.empty()) return only(text, known);
  std::vector<std::string> ids;
  for (const Area& area : dataset.areas) ids.push_back(area.id);
  const auto formed = cuts(text, is_area_id);
  if (formed.empty()) {
    const std::string pairs = joined(dataset.settings.pairs);
    return refuse(text, "a pair is two area ids joined by a dash", pairs.empty() ? "write it like KAZ-RUS" : "the dataset has " + pairs);
  }
  const Pair& pair = formed.front();
  const std::string& unknown = dataset.area(pair.first) == nullptr ? pair.first : pair.second;
  const std::string suggestion = did_you_mean(unknown, ids);
  return refuse(text, "areas.csv has no '" + unknown + "'", suggestion.empty() ? "add it to areas.csv" : suggestion);
}

}  // namespace attache::dataset
