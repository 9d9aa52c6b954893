#include <algorithm>
#include <charconv>

#include "command.hpp"
#include "limit.hpp"
#include "value/joined.hpp"
#include "value/utf8.hpp"

namespace attache::cli {

namespace {

Problem wrong(const Option& option, const std::string& text, std::string why, std::string next) {
  Problem problem;
  problem.failure = Failure::usage;
  problem.what = "'" + option.name + "' cannot be '" + text + "'";
  problem.why = std::move(why);
  problem.next = std::move(next);
  return problem;
}

Outcome<> check_integer(const Option& option, const std::string& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < option.min) {
    return fail(wrong(option, text, {}, "give a whole number from " + std::to_string(option.min) + " up"));
  }
  return {};
}

/// U+0000 … U+001F, U+007F … U+009F and the two separators of lines: nothing that stands within a line of a document.
bool is_control(std::string_view character) {
  const auto byte = [character](std::size_t i) { return static_cast<unsigned char>(character[i]); };
  if (character.size() == 1) return byte(0) < 0x20 || byte(0) == 0x7F;
  if (character.size() == 2) return byte(0) == 0xC2 && byte(1) < 0xA0;
  return character == "\u2028" || character == "\u2029";
}

Outcome<> check_text(const Option& option, const std::string& text) {
  std::size_t characters = 0;
  for (std::string_view rest = text; !rest.empty(); ++characters) {
    const std::size_t length = utf8_length(rest);
    if (length == 0) return fail(wrong(option, text, "it is not UTF-8", "write it in a terminal with a UTF-8 locale"));
    if (is_control(rest.substr(0, length))) return fail(wrong(option, text, "it has a control character", "write one line of plain text"));
    rest.remove_prefix(length);
  }
  if (option.longest == 0 || characters <= option.longest) return {};
  return fail(
      wrong(option, text, "it has " + std::to_string(characters) + " characters", "write " + std::to_string(option.longest) + " at most"));
}

}  // namespace

std::string_view name_of(Value value) {
  switch (value) {
    case Value::flag:
      return "flag";
    case Value::text:
      return "text";
    case Value::integer:
      return "integer";
    case Value::choice:
      return "choice";
    case Value::file:
      return "file";
    case Value::folder:
      return "folder";
    case Value::dataset:
      return "dataset";
    case Value::pair:
      return "pair";
    case Value::report:
      return "report";
    case Value::plugin:
      return "plugin";
    case Value::language:
      return "language";
    case Value::key_value:
      return "key-value";
    case Value::limit:
      return "limit";
    case Value::command:
      return "command";
  }
  return "text";
}

Outcome<> check_value(const Option& option, const std::string& text) {
  if (option.value == Value::flag) {
    if (text == "true" || text == "false") return {};
    return fail(wrong(option, text, {}, "use true or false"));
  }
  if (text.empty() && option.name != "marking") return fail(wrong(option, text, "it is empty", "give a " + option.placeholder));
  if (option.value == Value::text) return check_text(option, text);
  if (option.value == Value::integer) return check_integer(option, text);
  if (option.value == Value::limit) {
    if (auto limit = parse_limit(text); !limit) return fail(limit.error());
    return {};
  }
  if (option.value == Value::key_value && (text.find('=') == std::string::npos || text.front() == '=')) {
    return fail(wrong(option, text, "there is no KEY= in it", "write KEY=VALUE"));
  }
  if (!option.choices.empty() && std::find(option.choices.begin(), option.choices.end(), text) == option.choices.end()) {
    const std::string hint = did_you_mean(text, option.choices);
    return fail(wrong(option, text, {}, hint.empty() ? "choose one of: " + joined(option.choices) : hint));
  }
  return {};
}

}  // namespace attache::cli
