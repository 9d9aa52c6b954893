#include <string>
#include <string_view>
#include <vector>

#include "cli/program.hpp"
#include "host/host.hpp"

int main(int argc, char** argv) {
  if (argc > 1 && std::string_view(argv[1]) == "__worker") return attache::host::worker_main(argc, argv);
  return attache::cli::run_program(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
}
