#include <doctest/doctest.h>

#include <cstdint>

#include "host/src/limits.hpp"

using namespace attache::host;

TEST_CASE("limits are said in the largest unit that leaves a whole number") {
  CHECK(time_text(60) == "60 s");
  CHECK(time_text(0.5) == "0.5 s");
  CHECK(time_text(90) == "90 s");
  CHECK(time_text(600) == "10 min");
  CHECK(time_text(601) == "601 s");
  CHECK(size_text(100) == "100 bytes");
  CHECK(size_text(2048) == "2 KiB");
  CHECK(size_text(std::uint64_t{3} << 30) == "3 GiB");
  CHECK(size_text(1000000) == "1000000 bytes");
}

TEST_CASE("the advice doubles a limit in a form that --limit takes") {
  CHECK(raise_time("stall", 60) == "raise the limit: --limit stall=120s");
  CHECK(raise_time("time", 0.3) == "raise the limit: --limit time=1s");
  CHECK(raise_size("size", 100) == "raise the limit: --limit size=200");
  CHECK(raise_size("memory", std::uint64_t{1} << 29) == "raise the limit: --limit memory=1024M");
}

TEST_CASE("memory that ran out names the limit, or says that there was none") {
  CHECK(out_of_memory(attache::Failure::plugin, "x: the plugin", 1 << 20).message() ==
        "x: the plugin ran out of memory: the limit is 1 MiB; raise the limit: --limit memory=2M, or choose a smaller report");
  CHECK(out_of_memory(attache::Failure::plugin, "x: the plugin", 0).next == "choose a smaller report, or a larger machine");
}
