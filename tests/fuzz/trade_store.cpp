#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <string>

#include "trade/sqlite_source.hpp"

using namespace attache::trade;

// A store file of any bytes: it is refused, or whatever it answers is an answer.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const int file = ::memfd_create("store", MFD_CLOEXEC);
  static const std::string path = "/proc/self/fd/" + std::to_string(file);
  if (::ftruncate(file, 0) != 0 || ::pwrite(file, data, size, 0) != static_cast<ssize_t>(size)) return 0;
  const auto source = SqliteFlowSource::open(path);
  if (!source) return 0;
  const auto meta = (*source)->meta();
  if (!meta) return 0;
  for (const ReleaseSummary& each : meta->releases) {
    Filter filter;
    filter.release = each.release.id;
    filter.level = 6;
    (void)(*source)->pair(398, 643, filter, [](std::span<const TradeRow>) {});
    (void)(*source)->partners(643, Side::partner, filter);
    (void)(*source)->products(world, Side::reporter, filter);
    (void)(*source)->pairs(filter);
  }
  return 0;
}
