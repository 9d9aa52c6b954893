#pragma once

#include <string_view>
#include <vector>

namespace attache::cli {

/// A file of the project that `plugins new` writes. It is that of a plugin `my-format`: whoever copies it puts another name in the place
/// of `my-format`, `my_format`, `MyFormat` and `My format`, in path and text.
struct TemplateFile {
  std::string_view language, path, text;
};
/// From sdk/templates, embedded by the build.
[[nodiscard]] const std::vector<TemplateFile>& template_files();

}  // namespace attache::cli
