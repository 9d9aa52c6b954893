#pragma once
/// The room `cli`: the program `attache`. It reads the command line and the configuration, calls the rooms below through their
/// public headers, and alone prints and sets exit codes. It computes nothing: no figure, no file format, no dataset rule lives here.

#include <string>
#include <vector>

namespace attache::cli {

/// Runs `attache ARGS…` (without the program's name) and returns its exit code. Writes data to stdout, everything else to stderr.
int run_program(const std::vector<std::string>& args);

}  // namespace attache::cli
