#pragma once
/// The sRGB colour profile every file carries as its output intent; put into the plugin when it is built.

#include <string>

namespace attache::pdf {

[[nodiscard]] std::string srgb_profile();

}  // namespace attache::pdf
