#include "command_words.hpp"

#include <algorithm>
#include <string_view>

namespace attache::cli {

namespace {

/// Does this token take the next one as its value, in whichever command?
bool takes_next(std::string_view token) {
  if (token.size() < 2 || token.front() != '-' || token.find('=') != std::string_view::npos) return false;
  const auto matches = [&](const Option& option) {
    if (option.value == Value::flag) return false;
    return token.starts_with("--") ? token.substr(2) == option.name : token.size() == 2 && token[1] == option.letter;
  };
  const auto any = [&](const std::vector<Option>& options) { return std::any_of(options.begin(), options.end(), matches); };
  return any(global_options()) ||
         std::any_of(commands().begin(), commands().end(), [&](const Command& command) { return any(command.options); });
}

std::size_t next_word(const std::vector<std::string>& args, std::size_t from) {
  for (std::size_t i = from; i < args.size(); ++i) {
    if (args[i] == "--") break;
    if (args[i].size() < 2 || args[i].front() != '-') return i;
    if (takes_next(args[i])) ++i;
  }
  return args.size();
}

/// Commands that end in this word: a user who forgot the group.
std::string commands_ending_in(const std::string& word) {
  std::string out;
  for (const Command& command : commands()) {
    if (command.path.ends_with(" " + word)) out += (out.empty() ? "did you mean '" : " or '") + command.path + "'";
  }
  return out.empty() ? out : out + "?";
}

Problem unknown_command(const std::string& group, const std::string& word) {
  std::vector<std::string> names;
  for (const Command& command : commands()) {
    const std::size_t space = command.path.find(' ');
    if (group.empty()) {
      names.push_back(command.path.substr(0, space));
    } else if (command.path.starts_with(group + " ")) {
      names.push_back(command.path.substr(space + 1));
    }
  }
  const std::string near = nearest(word, names);
  Problem problem;
  problem.failure = Failure::usage;
  problem.what = "unknown command '" + (group.empty() ? word : group + " " + word) + "'";
  if (!near.empty()) {
    problem.next = "did you mean '" + (group.empty() ? near : group + " " + near) + "'?";
  } else {
    problem.next = group.empty() ? commands_ending_in(word) : "";
    if (problem.next.empty()) problem.next = group.empty() ? "see 'attache --help'" : "see 'attache " + group + " --help'";
  }
  return problem;
}

void take(std::vector<std::string>& words, std::size_t index) { words.erase(words.begin() + static_cast<std::ptrdiff_t>(index)); }

}  // namespace

Outcome<CommandWords> find_command_words(const std::vector<std::string>& args) {
  CommandWords found;
  found.rest = args;
  std::size_t at = next_word(found.rest, 0);
  if (at < found.rest.size() && found.rest[at] == "help") {  // `attache help export` is `attache export --help`
    take(found.rest, at);
    found.rest.insert(found.rest.begin(), "--help");
    at = next_word(found.rest, 0);
  }
  if (at == found.rest.size()) return found;
  std::string path = found.rest[at];
  take(found.rest, at);
  const auto is_group = [&](const Group& group) { return group.name == path; };
  if (std::any_of(groups().begin(), groups().end(), is_group)) {
    at = next_word(found.rest, at);
    if (at == found.rest.size()) {
      found.group = path;
      return found;
    }
    const std::string word = found.rest[at];
    if (find_command(path + " " + word) == nullptr) return fail(unknown_command(path, word));
    path += " " + word;
    take(found.rest, at);
  }
  found.command = find_command(path);
  if (found.command == nullptr) return fail(unknown_command("", path));
  return found;
}

}  // namespace attache::cli
