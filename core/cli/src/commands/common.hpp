#pragma once
/// What several commands take or print alike.

#include <cstdint>
#include <string>
#include <vector>

#include "command.hpp"
#include "json.hpp"

namespace attache::cli {

[[nodiscard]] Argument dataset_argument(bool required = true);
[[nodiscard]] Option json_option();
[[nodiscard]] Option strict_option();
[[nodiscard]] Option plugin_dir_option();

/// print() and the exit code that goes with it.
[[nodiscard]] Outcome<int> printed(std::string_view data, int code = 0);
/// The folder of `DATASET`, which may also be given as its datapackage.json.
[[nodiscard]] std::string dataset_folder(const std::string& dataset);

/// Is there something at `dataset` that may be one? Failure::missing_input or ::data says what to give instead.
[[nodiscard]] Outcome<> check_dataset_path(const std::string& dataset);

/// Prints all problems as messages; returns the exit code of the first error, 0 when there are only warnings.
int say_problems(const std::vector<Problem>& problems);
[[nodiscard]] std::size_t count(const std::vector<Problem>& problems, Severity severity);
/// Problems in the shape of a Frictionless report: a task a file, its errors and warnings.
[[nodiscard]] std::string problems_json(const std::vector<Problem>& problems);

/// "1 error", "2 errors"
[[nodiscard]] std::string counted(std::size_t number, const std::string& noun);
/// Cells padded so that columns stand under each other, two blanks apart; no blanks at the end of a line.
[[nodiscard]] std::string aligned(const std::vector<std::vector<std::string>>& rows);
/// "84.2 kB"
[[nodiscard]] std::string readable_size(std::uint64_t bytes);

}  // namespace attache::cli
