#pragma once
/// Report and theme files by name: a path ending in .toml, the dataset's, the user's, the built-in ones.

#include <string>
#include <utility>
#include <vector>

#include "embedded.hpp"
#include "value/outcome.hpp"

namespace attache::report {

struct Wanted {
  std::string what;    ///< "report", for messages
  std::string folder;  ///< "reports": under the dataset and under the user's configuration folder
  std::string name;
  std::string dataset_folder;
};
struct Found {
  std::string name, origin, file, text;  ///< origin: "built in" or the file
};

[[nodiscard]] Outcome<Found> find_text(const Wanted& wanted, const std::vector<Embedded>& built_in);
/// Names with their origin, sorted; a dataset's file hides the user's, the user's a built-in one.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> names_of(const std::string& folder, const std::string& dataset_folder,
                                                                        const std::vector<Embedded>& built_in);
[[nodiscard]] Outcome<std::string> read_text(const std::string& file);

}  // namespace attache::report
