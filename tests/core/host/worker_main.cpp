// The test program is also its own worker: documents come from the samples, chosen by the name of the pair.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <string_view>

#include "core/host/export_test.hpp"

int main(int argc, char** argv) {
  if (argc > 1 && std::string_view(argv[1]) == "__worker") return attache::host::run_worker(attache::test::sample_source);
  return doctest::Context(argc, argv).run();
}
