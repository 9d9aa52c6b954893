#pragma once

#include <string>

#include "host/host.hpp"
#include "json.hpp"

namespace attache::cli {

void write_plugin(JsonWriter& json, const host::PluginInfo& plugin);
void write_rejected(JsonWriter& json, const host::Rejected& rejected);
/// ".csv, .tsv"
[[nodiscard]] std::string extensions_of(const host::PluginInfo& plugin);
/// What a plugin is and which options it takes, at most 80 columns wide where its words allow.
[[nodiscard]] std::string describe(const host::PluginInfo& plugin);

}  // namespace attache::cli
