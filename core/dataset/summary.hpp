#pragma once

#include <string>
#include <vector>

#include "dataset/dataset.hpp"

namespace attache::dataset {

/// What `load` found as one JSON document in the manner of a Frictionless report: valid, stats {errors, warnings, tables, rows},
/// errors and warnings of the package, tasks (one a table) with their own. Each item has rule, severity, file, line, column, field,
/// message, what, why, next.
[[nodiscard]] std::string check_json(const Loaded& loaded);

/// What is in a dataset.
struct Info {
  std::string name, title, folder, licence, language;
  std::vector<std::string> pairs;
  std::vector<TableFile> tables;  ///< in the package's order
  std::size_t rows = 0;           ///< of all tables
  std::size_t sources = 0;
  std::string first_day, last_day;     ///< of events, observations and flows, "" when all are undated; open ends do not count
  std::string as_of;                   ///< the dataset's, else the newest date in it
  std::vector<std::string> languages;  ///< of its texts, sorted
  std::string digest;
};

[[nodiscard]] Info info(const Dataset& dataset);
[[nodiscard]] std::string info_json(const Info& info);

}  // namespace attache::dataset
