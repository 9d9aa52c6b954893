#include "completion.hpp"

#include <algorithm>
#include <set>

#include "candidates.hpp"
#include "command.hpp"
#include "command_words.hpp"

namespace attache::cli {

namespace {

constexpr std::string_view bash_script = R"(# bash completion for attache; needs nothing but bash
_attache() {
  local line words=() IFS=$'\n'
  # COMP_WORDS is cut at '='; take the line apart at blanks instead
  IFS=$' \t\n' read -ra words <<< "${COMP_LINE:0:COMP_POINT}"
  [[ "${COMP_LINE:0:COMP_POINT}" == *[$' \t'] ]] && words+=("")
  local current="${words[-1]}" cut=""
  [[ "$current" == *=* && "$COMP_WORDBREAKS" == *=* ]] && cut="${current%=*}="
  COMPREPLY=()
  compopt +o nospace 2>/dev/null
  while read -r line; do
    case "$line" in
      :files) COMPREPLY+=($(compgen -f -- "$current")); compopt -o filenames 2>/dev/null ;;
      :folders) COMPREPLY+=($(compgen -d -- "$current")); compopt -o filenames 2>/dev/null ;;
      *=) COMPREPLY+=("${line#"$cut"}"); compopt -o nospace 2>/dev/null ;;
      *) COMPREPLY+=("${line#"$cut"}") ;;
    esac
  done < <("${words[0]}" __complete "${words[@]:1}" 2>/dev/null)
}
complete -F _attache attache
)";

constexpr std::string_view zsh_script = R"(#compdef attache
_attache() {
  local line
  local -a found
  for line in "${(@f)$("${words[1]}" __complete "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    case "$line" in
      '') ;;
      :files) _files ;;
      :folders) _files -/ ;;
      *) found+=("$line") ;;
    esac
  done
  (( ${#found} )) && compadd -S '' -a found -M 'm:{a-zA-Z}={A-Za-z}'
}
if [ "$funcstack[1]" = "_attache" ]; then _attache "$@"; else compdef _attache attache; fi
)";

constexpr std::string_view fish_script = R"(# fish completion for attache
function __attache_complete
  set -l words (commandline -opc)
  set -l current (commandline -ct)
  for line in ($words[1] __complete $words[2..-1] $current 2>/dev/null)
    switch $line
      case ':files'
        __fish_complete_path $current
      case ':folders'
        __fish_complete_directories $current
      case '*'
        echo $line
    end
  end
end
complete -c attache -f -a '(__attache_complete)'
)";

std::string option_list(const std::vector<Option>& options, const std::set<std::string>& given) {
  std::string out;
  for (const Option& option : options) {
    if (option.repeatable || given.count("--" + option.name) == 0) out += "--" + option.name + '\n';
  }
  return out;
}

const Option* option_of(const std::vector<Option>& options, const std::string& token) {
  const auto found = std::find_if(options.begin(), options.end(), [&](const Option& each) {
    return token == "--" + each.name || (each.letter != 0 && token == std::string("-") + each.letter);
  });
  return found == options.end() ? nullptr : &*found;
}

/// Next words of a command path: "data" for "", "check" for "data".
std::string command_words(const std::string& group) {
  std::set<std::string> words;
  for (const Command& command : commands()) {
    const std::string head = group.empty() ? "" : group + ' ';
    if (command.path.starts_with(head)) words.insert(command.path.substr(head.size(), command.path.find(' ', head.size()) - head.size()));
  }
  std::string out;
  for (const std::string& word : words) out += word + '\n';
  return out;
}

/// How many arguments stand before the word being completed, and the first of them that is a dataset.
struct Context {
  std::size_t position = 0;
  Surroundings surroundings;
};

Context context_of(const CommandWords& line, const std::vector<Option>& options) {
  Context context;
  for (std::size_t i = 0; i < line.rest.size(); ++i) {
    const Option* option = option_of(options, line.rest[i]);
    if (option != nullptr && option->value != Value::flag) {
      if (option->value == Value::plugin && i + 1 < line.rest.size()) context.surroundings.plugin = line.rest[i + 1];
      ++i;
    } else if (!line.rest[i].starts_with("-")) {
      const auto& arguments = line.command->arguments;
      if (context.position < arguments.size() && arguments[context.position].value == Value::dataset)
        context.surroundings.dataset = line.rest[i];
      ++context.position;
    }
  }
  return context;
}

std::string starting_with(const std::string& lines, const std::string& start) {
  std::string out;
  for (std::size_t from = 0; from < lines.size();) {
    const std::size_t end = lines.find('\n', from);
    const std::string line = lines.substr(from, end - from);
    if (line.starts_with(":") || line.starts_with(start)) out += line + '\n';
    from = end + 1;
  }
  return out;
}

std::string all_candidates(const std::vector<std::string>& before, const std::string& current) {
  const auto line = find_command_words(before);
  if (!line) return "";
  if (line->command == nullptr) {
    if (!current.starts_with("-")) return command_words(line->group);
    return option_list(program_options(), {}) + option_list(global_options(), {});
  }
  std::vector<Option> options = line->command->options;
  options.insert(options.end(), global_options().begin(), global_options().end());
  const Context context = context_of(*line, options);
  const Option* waiting = before.empty() ? nullptr : option_of(options, before.back());
  if (waiting != nullptr && waiting->value != Value::flag) return candidates(waiting->value, waiting->choices, context.surroundings);
  if (current.starts_with("-")) return option_list(options, {line->rest.begin(), line->rest.end()});
  const auto& arguments = line->command->arguments;
  if (arguments.empty()) return "";
  const std::size_t index = std::min(context.position, arguments.size() - 1);
  if (context.position >= arguments.size() && !arguments[index].repeatable) return "";
  return candidates(arguments[index].value, arguments[index].choices, context.surroundings);
}

}  // namespace

std::string completion_script(std::string_view shell) {
  if (shell == "bash") return std::string(bash_script);
  if (shell == "zsh") return std::string(zsh_script);
  return std::string(fish_script);
}

std::string complete(const std::vector<std::string>& words) {
  std::vector<std::string> before = words;
  const std::string current = before.empty() ? "" : before.back();
  if (!before.empty()) before.pop_back();
  const std::size_t equals = current.find('=');
  if (current.starts_with("--") && equals != std::string::npos) {  // --report=brie
    before.push_back(current.substr(0, equals));
    const std::string found = starting_with(all_candidates(before, ""), current.substr(equals + 1));
    std::string out;
    for (std::size_t from = 0; from < found.size(); from = found.find('\n', from) + 1) {
      const std::string line = found.substr(from, found.find('\n', from) + 1 - from);
      if (!line.starts_with(":")) out += current.substr(0, equals + 1) + line;
    }
    return out;
  }
  return starting_with(all_candidates(before, current), current);
}

}  // namespace attache::cli
