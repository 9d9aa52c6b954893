#include "messages.hpp"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/ansicolor_sink.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include "exit_code.hpp"
#include "json.hpp"
#include "value/utf8.hpp"

namespace attache::cli::messages {

namespace {

struct Named {
  Level level;
  std::string_view name;
  spdlog::level::level_enum library;
};
constexpr std::array<Named, 6> levels = {{{Level::trace, "trace", spdlog::level::trace},
                                          {Level::debug, "debug", spdlog::level::debug},
                                          {Level::info, "info", spdlog::level::info},
                                          {Level::warning, "warning", spdlog::level::warn},
                                          {Level::error, "error", spdlog::level::err},
                                          {Level::off, "off", spdlog::level::off}}};

const Named& named(Level level) { return levels[static_cast<std::size_t>(level)]; }

/// "error: " and so on before a text message; a notice (info) stands alone.
class Prefix : public spdlog::custom_flag_formatter {
 public:
  void format(const spdlog::details::log_msg& message, const std::tm& /*time*/, spdlog::memory_buf_t& out) override {
    for (const Named& each : levels) {
      if (each.library != message.level || each.level == Level::info) continue;
      message.color_range_start = out.size();
      out.append(each.name.data(), each.name.data() + each.name.size());
      message.color_range_end = out.size();
      out.push_back(':');
      out.push_back(' ');
    }
  }
  [[nodiscard]] std::unique_ptr<custom_flag_formatter> clone() const override { return spdlog::details::make_unique<Prefix>(); }
};

struct Writer {
  Style style;
  std::shared_ptr<spdlog::logger> logger;
};

Writer make_writer(const Style& style) {
  const auto mode = style.colour ? spdlog::color_mode::always : spdlog::color_mode::never;
  auto sink = std::make_shared<spdlog::sinks::ansicolor_stderr_sink_mt>(mode);
  auto logger = std::make_shared<spdlog::logger>("attache", sink);
  auto formatter = std::make_unique<spdlog::pattern_formatter>(spdlog::pattern_time_type::utc);
  if (style.format == Format::json) {
    formatter->set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ",%v})");
  } else {
    formatter->add_flag<Prefix>('*').set_pattern("%*%v");
  }
  logger->set_formatter(std::move(formatter));
  logger->set_level(named(style.level).library);
  logger->flush_on(spdlog::level::trace);
  logger->set_error_handler([](const std::string& /*what*/) {});  // stderr is gone: nobody is left to tell
  return {style, std::move(logger)};
}

Writer& writer() {
  static Writer one = make_writer({});
  return one;
}

std::string json_head(Level level, std::string_view text) {
  return "\"level\":" + json_string(name_of(level)) + ",\"message\":" + json_string(text);
}

}  // namespace

std::string_view name_of(Level level) { return named(level).name; }

Level level_named(std::string_view name) {
  for (const Named& each : levels) {
    if (each.name == name) return each.level;
  }
  return Level::off;
}

bool colour_wanted() {
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  if (no_color != nullptr && *no_color != '\0') return false;
  return ::isatty(STDERR_FILENO) == 1 && terminal != nullptr && std::string_view(terminal) != "dumb";
}

void start(const Style& style) { writer() = make_writer(style); }

void say(Level level, std::string_view text) {
  const Writer& out = writer();
  const std::string line = out.style.format == Format::json ? json_head(level, text) : visible(text);
  out.logger->log(named(level).library, line);
}

void problem(const Problem& problem) {
  const Level level = problem.severity == Severity::error ? Level::error : Level::warning;
  const Writer& out = writer();
  if (out.style.format == Format::text) return say(level, problem.message());
  std::string line = json_head(level, problem.message());
  const auto add = [&line](const char* key, const std::string& value) {
    if (!value.empty()) line += std::string(",\"") + key + "\":" + json_string(value);
  };
  add("rule", problem.rule);
  add("what", problem.what);
  add("file", problem.where.file);
  if (problem.where.line > 0) line += ",\"line\":" + std::to_string(problem.where.line);
  if (problem.where.column > 0) line += ",\"column\":" + std::to_string(problem.where.column);
  add("field", problem.where.field);
  add("why", problem.why);
  add("next", problem.next);
  if (level == Level::error) line += ",\"exit_code\":" + std::to_string(exit_code(problem.failure));
  out.logger->log(named(level).library, line);
}

std::string visible(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    const auto byte = static_cast<unsigned char>(text[0]);
    const bool c1 = length == 2 && byte == 0xC2 && static_cast<unsigned char>(text[1]) < 0xA0;  // U+0080 … U+009F
    const std::size_t taken = std::max<std::size_t>(length, 1);
    if (length == 0 || byte < 0x20 || byte == 0x7F || c1) {
      const auto code = static_cast<unsigned char>(text[taken - 1]);
      out += "\\x";
      out += digits[code >> 4U];
      out += digits[code & 0xFU];
    } else {
      out += text.substr(0, taken);
    }
    text.remove_prefix(taken);
  }
  return out;
}

}  // namespace attache::cli::messages
