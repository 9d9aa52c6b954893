#include "usage_json.hpp"

#include "attache/plugin.h"
#include "command.hpp"
#include "exit_code.hpp"
#include "help.hpp"
#include "json.hpp"

namespace attache::cli {

namespace {

std::string abi() {
  std::string out = std::to_string(ATTACHE_ABI_MAJOR) + '.' + std::to_string(ATTACHE_ABI_MINOR_LATEST);
  if constexpr (ATTACHE_ABI_DRAFT != 0) out += "-draft" + std::to_string(ATTACHE_ABI_DRAFT);
  return out;
}

void write(JsonWriter& json, const Option& option) {
  json.begin_object().field("name", "--" + option.name);
  if (option.letter != 0) json.field("letter", std::string("-") + option.letter);
  json.field("type", name_of(option.value));
  if (!option.placeholder.empty()) json.field("placeholder", option.placeholder);
  if (!option.choices.empty()) json.field("choices", option.choices);
  if (option.value == Value::integer) json.field("minimum", option.min);
  json.key("default");
  option.default_text.empty() ? json.null() : json.value(option.default_text);
  json.field("required", option.required).field("repeatable", option.repeatable);
  if (option.configurable) json.field("environment", environment_name(option)).field("key", option.name);
  json.field("help", option.help).end_object();
}

void write(JsonWriter& json, std::string_view name, const std::vector<Option>& options) {
  json.key(name).begin_array();
  for (const Option& option : options) write(json, option);
  json.end_array();
}

void write(JsonWriter& json, const Command& command) {
  json.begin_object().field("name", command.path).field("summary", command.summary).field("usage", usage_line(command));
  if (!command.description.empty()) json.field("description", command.description);
  json.key("arguments").begin_array();
  for (const Argument& argument : command.arguments) {
    json.begin_object().field("name", argument.name).field("type", name_of(argument.value));
    if (!argument.choices.empty()) json.field("choices", argument.choices);
    json.field("required", argument.required).field("repeatable", argument.repeatable).field("help", argument.help).end_object();
  }
  json.end_array();
  write(json, "options", command.options);
  json.key("examples").begin_array();
  for (const Example& example : command.examples) {
    json.begin_object().field("purpose", example.purpose).field("line", example.line).end_object();
  }
  json.end_array().end_object();
}

}  // namespace

std::string generator() { return "attache " ATTACHE_VERSION; }

std::string version_text() { return generator() + " (plugin contract " + abi() + ")\n"; }

std::string version_json() {
  JsonWriter json;
  json.begin_object().field("program", "attache").field("version", ATTACHE_VERSION).field("plugin_contract", abi());
  return json.end_object().text();
}

std::string usage_json() {
  JsonWriter json;
  json.begin_object().field("program", "attache").field("version", ATTACHE_VERSION);
  json.key("exit_codes").begin_array();
  for (const ExitMeaning& each : exit_meanings()) json.begin_object().field("code", each.code).field("meaning", each.meaning).end_object();
  json.end_array();
  write(json, "program_options", program_options());
  write(json, "global_options", global_options());
  json.key("commands").begin_array();
  for (const Command& command : commands()) write(json, command);
  return json.end_array().end_object().text();
}

}  // namespace attache::cli
