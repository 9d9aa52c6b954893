#include "commands/plugin_text.hpp"

#include "attache/plugin.h"
#include "commands/common.hpp"
#include "help.hpp"

namespace attache::cli {

namespace {

void write_option(JsonWriter& json, const host::OptionInfo& option) {
  json.begin_object()
      .field("id", option.id)
      .field("type", option.type)
      .field("title", option.title)
      .field("description", option.description);
  json.key("default");
  option.has_default ? json.value(option.default_text) : json.null();
  if (!option.choices.empty()) json.field("choices", option.choices);
  if (option.min) json.field("minimum", *option.min);
  if (option.max) json.field("maximum", *option.max);
  json.field("required", option.required).field("deprecated", option.deprecated).end_object();
}

std::string explain(const host::OptionInfo& option) {
  std::string text = option.description.empty() ? option.title : option.description;
  if (!option.choices.empty()) {
    text += ":";
    for (const std::string& choice : option.choices) text += (text.back() == ':' ? " " : ", ") + choice;
  }
  if (option.has_default && !option.default_text.empty()) text += " (default: " + option.default_text + ")";
  if (option.required) text += " (required)";
  if (option.deprecated) text += " (deprecated)";
  return text;
}

}  // namespace

void write_plugin(JsonWriter& json, const host::PluginInfo& plugin) {
  json.begin_object().field("id", plugin.id).field("title", plugin.title).field("description", plugin.description);
  json.field("version", plugin.version).field("vendor", plugin.vendor).field("license", plugin.license).field("url", plugin.url);
  json.field("media_type", plugin.media_type).field("extensions", plugin.extensions).field("contract", plugin.abi);
  json.field("deterministic", (plugin.flags & ATTACHE_PLUGIN_DETERMINISTIC) != 0);
  json.field("reentrant", (plugin.flags & ATTACHE_PLUGIN_REENTRANT) != 0);
  json.field("all_rows", (plugin.flags & ATTACHE_PLUGIN_ALL_ROWS) != 0);
  json.field("path", plugin.path).field("sha256", plugin.sha256()).key("options").begin_array();
  for (const host::OptionInfo& option : plugin.options) write_option(json, option);
  json.end_array().end_object();
}

void write_rejected(JsonWriter& json, const host::Rejected& rejected) {
  json.begin_object().field("path", rejected.path).field("id", rejected.id).field("shadowed", rejected.shadowed);
  json.field("reason", rejected.reason).field("next", rejected.next).end_object();
}

std::string extensions_of(const host::PluginInfo& plugin) {
  std::string out;
  for (const std::string& extension : plugin.extensions) out += (out.empty() ? "." : ", .") + extension;
  return out;
}

std::string describe(const host::PluginInfo& plugin) {
  std::string out = plugin.id + ": " + plugin.title + '\n';
  if (!plugin.description.empty()) out += wrapped(plugin.description, 0) + '\n';
  out += '\n' + aligned({{"writes", extensions_of(plugin) + " (" + plugin.media_type + ")"},
                         {"version", plugin.version + ", contract " + plugin.abi},
                         {"by", plugin.vendor + ", " + plugin.license},
                         {"file", plugin.path},
                         {"sha256", plugin.sha256()}});
  if (plugin.options.empty()) return out + "\nIt takes no options.\n";
  out += "\nOptions:\n";
  for (const host::OptionInfo& option : plugin.options) {
    out += "  --option " + option.id + '=' + (option.type.empty() ? "VALUE" : option.type) + "\n      " + wrapped(explain(option), 6, 74) +
           '\n';
  }
  return out;
}

}  // namespace attache::cli
