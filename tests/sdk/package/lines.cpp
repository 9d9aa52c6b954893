#include <cstdint>
// The ids and lengths of the tables, in C++.
#include <attache/plugin.hpp>

namespace {

struct Lines {
  static constexpr const char *id = "lines", *title = "Lines", *description = "A line a table", *version = "1.0.0", *vendor = "Somebody",
                              *license = "MIT", *url = "", *media_type = "text/plain", *extensions = "lines";
  static constexpr std::uint32_t flags = ATTACHE_PLUGIN_DETERMINISTIC;
  static constexpr std::array options{attache::sdk::option_int("length", "Length", "Longest id", "100", 1, 1000)};
  static void run(attache::sdk::Exporting<Lines>& job) {
    auto file = job.open(job.output_name(), media_type);
    for (const auto& table : job.tables()) {
      std::int64_t rows = 0;
      table.for_each_row([&](const attache::sdk::Batch&, std::int64_t) { ++rows; });
      file.write(std::string(table.id().substr(0, static_cast<std::size_t>(job.option<"length">()))) + " " + std::to_string(rows) + "\n");
    }
    file.close();
  }
};

}  // namespace

ATTACHE_EXPORTER(Lines)
