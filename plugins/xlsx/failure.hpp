#pragma once
/// Why an export stops: the SDK's exception, which becomes a status and a text at the plugin's door.

#include <attache/plugin.hpp>

namespace attache::xlsx {

using ExportFailure = sdk::Error;

}  // namespace attache::xlsx
