#pragma once
/// What the program says to people and log collectors: always on stderr. The library that writes it is in messages.cpp alone.

#include <string>
#include <string_view>

#include "value/outcome.hpp"

namespace attache::cli::messages {

enum class Level { trace, debug, info, warning, error, off };
enum class Format { text, json };

struct Style {
  Level level = Level::info;  ///< info is for what a user must be told on success (where a file went), and nothing else
  Format format = Format::text;
  bool colour = false;
};

[[nodiscard]] std::string_view name_of(Level level);
/// "error" … "trace"; `off` for anything else.
[[nodiscard]] Level level_named(std::string_view name);
/// Is stderr a terminal that shows colours, and did nobody set NO_COLOR?
[[nodiscard]] bool colour_wanted();

/// How messages look from now on. Without it: text, level info.
void start(const Style& style);

void say(Level level, std::string_view text);
/// "error: file:line:column: what: why; next", or in JSON each part as a member.
void problem(const Problem& problem);
inline void debug(std::string_view text) { say(Level::debug, text); }
inline void info(std::string_view text) { say(Level::info, text); }
inline void warning(std::string_view text) { say(Level::warning, text); }

/// `text` with control characters and bytes that are no UTF-8 made visible ("\x1b"), so that data cannot drive a terminal or forge a second
/// log line.
[[nodiscard]] std::string visible(std::string_view text);

}  // namespace attache::cli::messages
