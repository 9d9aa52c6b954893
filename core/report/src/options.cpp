#include "options.hpp"

#include <algorithm>
#include <cstdint>

#include "value/joined.hpp"

namespace attache::report {

namespace {

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto comma = text.find(',');
    parts.emplace_back(text.substr(0, comma));
    text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
  }
  return parts;
}

LocalText local_text(const std::string& text) {
  LocalText local;
  if (text.empty()) return local;
  if (text.front() == '@') {
    local.message = text.substr(1);
  } else {
    local.by_language[""] = text;
  }
  return local;
}

OptionValue default_value(const OptionSpec& spec) {
  switch (spec.type) {
    case OptionType::boolean:
      return spec.default_text == "true";
    case OptionType::integer:
      return static_cast<std::int64_t>(spec.default_text.empty() ? 0 : std::stoll(std::string(spec.default_text)));
    case OptionType::list:
      return split(spec.default_text);
    case OptionType::local_text:
      return local_text(std::string(spec.default_text));
    case OptionType::text:
    case OptionType::choice:
      break;
  }
  return std::string(spec.default_text);
}

/// "chart = { columns = … }" as "chart.columns": a table that is no local text is a prefix.
void flatten(const Members& members, const std::string& prefix, const std::vector<OptionSpec>& specs,
             std::vector<std::pair<std::string, const Node*>>& out) {
  for (const auto& member : members) {
    const std::string id = prefix + member.key;
    const bool is_option = std::any_of(specs.begin(), specs.end(), [&](const OptionSpec& spec) { return spec.id == id; });
    if (const auto* table = member.node.table(); table != nullptr && !is_option) {
      flatten(*table, id + ".", specs, out);
    } else {
      out.emplace_back(id, &member.node);
    }
  }
}

Outcome<OptionValue> wrong_type(const Node& node, const OptionSpec& spec) {
  return fail(
      file_problem(node.at, "option-type",
                   "'" + std::string(spec.id) + "' must be " + std::string(name_of(spec.type)) + ", not " + std::string(node.kind())));
}

Outcome<OptionValue> one_of(const Node& node, const OptionSpec& spec, const std::string& word) {
  if (std::find(spec.choices.begin(), spec.choices.end(), word) != spec.choices.end()) return OptionValue(word);
  const std::string hint = did_you_mean(word, spec.choices);
  return fail(file_problem(node.at, "option-choice", "'" + word + "' is no choice of '" + std::string(spec.id) + "'",
                           hint.empty() ? "choose one of: " + joined(spec.choices) : hint));
}

Outcome<OptionValue> list_of(const Node& node, const OptionSpec& spec) {
  std::vector<std::string> words;
  for (const auto& element : *node.list()) {
    if (element.text() == nullptr) return wrong_type(element, spec);
    if (!spec.choices.empty()) {
      if (auto ok = one_of(element, spec, *element.text()); !ok) return ok;
    }
    words.push_back(*element.text());
  }
  return OptionValue(std::move(words));
}

Outcome<OptionValue> languages_of(const Node& node, const OptionSpec& spec) {
  LocalText local;
  for (const auto& member : *node.table()) {
    if (member.node.text() == nullptr) return wrong_type(member.node, spec);
    local.by_language[member.key] = *member.node.text();
  }
  return OptionValue(std::move(local));
}

}  // namespace

std::string LocalText::in(const text::Language& language) const {
  if (!message.empty()) return language.message(message);
  for (const std::string& tag : {language.tag(), language.tag().substr(0, language.tag().find('-')), std::string(), std::string("en")}) {
    if (const auto it = by_language.find(tag); it != by_language.end()) return it->second;
  }
  return by_language.empty() ? std::string() : by_language.begin()->second;
}

Options::Options(const std::vector<OptionSpec>& specs) {
  for (const auto& spec : specs) values_.emplace(std::string(spec.id), default_value(spec));
}

bool Options::flag(std::string_view id) const { return std::get<bool>(values_.find(id)->second); }
std::int64_t Options::integer(std::string_view id) const { return std::get<std::int64_t>(values_.find(id)->second); }
const std::string& Options::text(std::string_view id) const { return std::get<std::string>(values_.find(id)->second); }
const std::vector<std::string>& Options::list(std::string_view id) const {
  return std::get<std::vector<std::string>>(values_.find(id)->second);
}
const LocalText& Options::local(std::string_view id) const { return std::get<LocalText>(values_.find(id)->second); }

std::string_view name_of(OptionType type) {
  switch (type) {
    case OptionType::boolean:
      return "true or false";
    case OptionType::integer:
      return "a whole number";
    case OptionType::text:
      return "text";
    case OptionType::choice:
      return "a choice";
    case OptionType::list:
      return "a list of texts";
    case OptionType::local_text:
      break;
  }
  return "text, \"@message\" or { en = \"…\" }";
}

Problem file_problem(const Position& at, std::string rule, std::string what, std::string next) {
  Problem problem;
  problem.failure = Failure::usage;
  problem.rule = std::move(rule);
  problem.what = std::move(what);
  problem.where = at;
  problem.next = std::move(next);
  return problem;
}

Outcome<OptionValue> read_option(const Node& node, const OptionSpec& spec) {
  switch (spec.type) {
    case OptionType::boolean:
      if (const auto* value = std::get_if<bool>(&node.value)) return OptionValue(*value);
      break;
    case OptionType::integer:
      if (const auto* value = std::get_if<std::int64_t>(&node.value)) {
        if (*value >= 0) return OptionValue(*value);
        return fail(file_problem(node.at, "option-range", "'" + std::string(spec.id) + "' must not be negative"));
      }
      break;
    case OptionType::text:
      if (node.text() != nullptr) return OptionValue(*node.text());
      break;
    case OptionType::choice:
      if (node.text() != nullptr) return one_of(node, spec, *node.text());
      break;
    case OptionType::list:
      if (node.list() != nullptr) return list_of(node, spec);
      break;
    case OptionType::local_text:
      if (node.text() != nullptr) return OptionValue(local_text(*node.text()));
      if (node.table() != nullptr) return languages_of(node, spec);
      break;
  }
  return wrong_type(node, spec);
}

void read_options(const Members& members, const std::vector<OptionSpec>& specs, const std::vector<std::string>& reserved, Options& options,
                  std::vector<Problem>& problems) {
  std::vector<std::string> known = reserved;
  for (const auto& spec : specs) known.emplace_back(spec.id);
  std::vector<std::pair<std::string, const Node*>> given;
  flatten(members, "", specs, given);
  for (const auto& [id, node] : given) {
    const std::string head = id.substr(0, id.find('.'));
    if (std::find(reserved.begin(), reserved.end(), head) != reserved.end()) continue;
    const auto spec = std::find_if(specs.begin(), specs.end(), [&, wanted = id](const OptionSpec& s) { return s.id == wanted; });
    if (spec == specs.end()) {
      const std::string hint = did_you_mean(id, known);
      problems.push_back(
          file_problem(node->at, "unknown-option", "no option '" + id + "' here", hint.empty() ? "options are: " + joined(known) : hint));
      continue;
    }
    if (auto value = read_option(*node, *spec)) {
      options.set(id, std::move(*value));
    } else {
      problems.push_back(value.error());
    }
  }
}

}  // namespace attache::report
