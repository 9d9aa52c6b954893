#include <algorithm>
#include <cstdint>
#include <cstring>
#include <set>

#include "host/export_call.hpp"
#include "host/src/abi.hpp"
#include "host/src/options.hpp"

namespace attache::host {
namespace {

std::string text_of(const char* text) { return text == nullptr ? std::string{} : std::string(text); }

std::string_view option_type_name(attache_option_type type) {
  switch (type) {
    case ATTACHE_OPTION_BOOL:
      return "bool";
    case ATTACHE_OPTION_INT:
      return "int";
    case ATTACHE_OPTION_FLOAT:
      return "float";
    case ATTACHE_OPTION_TEXT:
      return "text";
    case ATTACHE_OPTION_CHOICE:
      return "choice";
    case ATTACHE_OPTION_PATH:
      return "path";
    case ATTACHE_OPTION_SIZE:
      return "size";
    default:
      return {};
  }
}

/// Part of a file name: "csv", "tar.gz".
bool is_extension(const std::string& text) {
  return !text.empty() && text.size() <= 32 && text.front() != '.' && text.back() != '.' &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.'; });
}

tl::unexpected<Problem> broken(const std::string& what) {
  return fail(Failure::plugin, "the plugin's descriptor " + what, "this is a fault of the plugin: tell its vendor");
}

Outcome<OptionInfo> describe_option(const attache_option* option) {
  if (option == nullptr || option->struct_size < sizeof(attache_option)) return broken("has an option without a size");
  OptionInfo info;
  info.id = text_of(option->id);
  info.title = text_of(option->title);
  info.description = text_of(option->description);
  info.type = option_type_name(option->type);
  info.has_default = option->default_text != nullptr;
  info.default_text = text_of(option->default_text);
  info.required = (option->flags & ATTACHE_OPTION_REQUIRED) != 0;
  info.deprecated = (option->flags & ATTACHE_OPTION_DEPRECATED) != 0;
  const bool is_left_out = option->min == 0 && option->max == 0;
  if (option->min <= option->max && !is_left_out) {
    info.min = option->min;
    info.max = option->max;
  }
  for (std::uint32_t i = 0; i < option->choice_count; ++i) info.choices.push_back(text_of(option->choices[i]));
  return info;
}

Outcome<> check_option(const OptionInfo& option) {
  const std::string name = "the option '" + option.id + "'";
  if (!is_plugin_id(option.id)) return broken("has an option with the impossible name '" + option.id + "'");
  if (option.type.empty()) return broken("has " + name + " of an unknown type");
  if (option.type == "choice" && option.choices.empty()) return broken("has " + name + " without choices");
  if (option.has_default && !takes_default(option))
    return broken("has " + name + " with the default '" + option.default_text + "', which it does not take");
  return {};
}

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> parts;
  std::size_t start = 0;
  while (start <= list.size()) {
    const std::size_t end = std::min(list.find(';', start), list.size());
    if (end > start) parts.push_back(list.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

}  // namespace

bool is_plugin_id(std::string_view id) {
  return !id.empty() && id.front() >= 'a' && id.front() <= 'z' &&
         std::all_of(id.begin(), id.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

Outcome<PluginInfo> describe(const attache_plugin* plugin) {
  if (plugin == nullptr) return broken("is NULL");
  if (plugin->struct_size < offsetof(attache_plugin, id)) return broken("has no size");
  const Abi abi{plugin->abi_version >> 16, plugin->abi_version & 0xFFFFU, plugin->abi_draft};
  if (auto fits = abi.check(); !fits) return fail(fits.error());
  if (plugin->struct_size < sizeof(attache_plugin)) return broken("is smaller than its contract says");
  PluginInfo info;
  info.id = text_of(plugin->id);
  info.title = text_of(plugin->title);
  info.description = text_of(plugin->description);
  info.version = text_of(plugin->version);
  info.vendor = text_of(plugin->vendor);
  info.license = text_of(plugin->license);
  info.url = text_of(plugin->url);
  info.media_type = text_of(plugin->media_type);
  info.extensions = split(text_of(plugin->extensions));
  info.flags = plugin->flags;
  info.abi = abi.text();
  if (plugin->export_document == nullptr) return broken("has no export function");
  for (std::uint32_t i = 0; i < plugin->option_count; ++i) {
    auto option = describe_option(plugin->options[i]);
    if (!option) return fail(option.error());
    info.options.push_back(std::move(*option));
  }
  if (auto checked = check_info(info); !checked) return fail(checked.error());
  return info;
}

Outcome<> check_info(const PluginInfo& info) {
  if (!is_plugin_id(info.id)) return broken("has the impossible id '" + info.id + "'");
  if (info.title.empty() || info.version.empty() || info.media_type.empty() || info.extensions.empty())
    return broken("lacks a title, version, media type or extension");
  for (const std::string& extension : info.extensions) {
    if (!is_extension(extension)) return broken("has the impossible extension '" + extension + "'");
  }
  std::set<std::string> seen;
  for (const OptionInfo& option : info.options) {
    if (auto checked = check_option(option); !checked) return checked;
    if (!seen.insert(option.id).second) return broken("has two options '" + option.id + "'");
  }
  return {};
}

}  // namespace attache::host
