#pragma once

#include <string>
#include <vector>

#include "dataset/model.hpp"

namespace attache::dataset {

/// A table the package names.
struct Resource {
  std::string name;
  std::string path;  ///< inside the package
  Position at;       ///< its name in datapackage.json
};

/// datapackage.json as far as this project reads it.
struct Package {
  std::string folder;  ///< as given, without a slash at its end
  std::string file;    ///< datapackage.json as messages name it
  Settings settings;
  std::vector<Position> pairs_at;  ///< of settings.pairs
  std::vector<Resource> resources;
};

/// Reads the package `path` (a folder or its datapackage.json). What is wrong inside it is appended to `problems` (rules "package",
/// "resource", "path"); the failure is for what is no package.
[[nodiscard]] Outcome<Package> read_package(const std::string& path, std::vector<Problem>& problems);

}  // namespace attache::dataset
