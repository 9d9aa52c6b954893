#pragma once
/// What stops an export: thrown anywhere inside the plugin, turned into set_error and a status by the SDK's C++ layer.

#include <attache/plugin.hpp>

namespace attache::pdf {

using Problem = sdk::Error;

}  // namespace attache::pdf
