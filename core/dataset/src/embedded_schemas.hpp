#pragma once

#include <string_view>
#include <vector>

namespace attache::dataset {

/// A file of schema/, as it stands there.
struct EmbeddedSchema {
  std::string_view table;
  std::string_view json;
};

/// In the order data travels: what others point to comes first.
[[nodiscard]] const std::vector<EmbeddedSchema>& embedded_schemas();

}  // namespace attache::dataset
