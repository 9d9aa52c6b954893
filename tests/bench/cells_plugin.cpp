// Reads every cell of every table and writes one sum: what the boundary costs and nothing else.
#include <attache/plugin.hpp>

#include <array>
#include <chrono>
#include <string>

namespace {

namespace sdk = attache::sdk;

constexpr const char* ways[] = {"typed", "visit"};

/// One loop a type over the column's values: how an exporter that is in a hurry reads.
double typed(const sdk::Column& column, std::int64_t rows) {
  double sum = 0;
  switch (column.type()) {
    case ATTACHE_INT64:
    case ATTACHE_DECIMAL: {
      const auto* values = column.values<std::int64_t>();
      std::int64_t whole = 0;
      for (std::int64_t row = 0; row < rows; ++row) whole += values[row];
      return static_cast<double>(whole);
    }
    case ATTACHE_DOUBLE: {
      const auto* values = column.values<double>();
      for (std::int64_t row = 0; row < rows; ++row) sum += values[row];
      return sum;
    }
    default:
      for (std::int64_t row = 0; row < rows; ++row) sum += column.present(row) ? 1 : 0;
      return sum;
  }
}

struct Measure {
  double operator()(sdk::MissingCell) const { return 0; }
  double operator()(bool value) const { return value ? 1 : 0; }
  double operator()(std::int64_t value) const { return static_cast<double>(value); }
  double operator()(sdk::DecimalCell value) const { return static_cast<double>(value.value); }
  double operator()(double value) const { return value; }
  double operator()(sdk::DateCell value) const { return value.start.year; }
  double operator()(std::string_view value) const { return static_cast<double>(value.size()); }
};

struct Cells {
  static constexpr const char *id = "cells", *title = "Cells", *description = "The sum of all cells, for benchmarks", *version = "1.0.0",
                              *vendor = "attache tests", *license = "Apache-2.0", *url = "", *media_type = "text/plain",
                              *extensions = "txt";
  static constexpr std::uint32_t flags = 0;
  static constexpr std::array options{sdk::option_choice("way", "Way", "A loop a type, or a visit a cell", "typed", ways)};

  static void run(sdk::Exporting<Cells>& job) {
    const bool by_type = job.choice<"way">() == 0;
    double sum = 0;
    std::int64_t cells = 0;
    const auto start = std::chrono::steady_clock::now();
    for (const auto& table : job.tables()) {
      table.for_each_batch([&](const sdk::Batch& batch) {
        for (std::uint32_t c = 0; c < batch.columns(); ++c) {
          const sdk::Column column = batch[c];
          if (by_type) {
            sum += typed(column, batch.rows());
          } else {
            for (std::int64_t row = 0; row < batch.rows(); ++row) sum += column.visit(row, Measure{});
          }
        }
        cells += batch.rows() * batch.columns();
      });
    }
    const std::chrono::duration<double, std::nano> spent = std::chrono::steady_clock::now() - start;
    auto out = job.open(job.output_name(), media_type);
    out.write(std::to_string(spent.count() / static_cast<double>(cells)) + " " + std::to_string(cells) + " " + std::to_string(sum) + "\n");
    out.close();
  }
};

}  // namespace

ATTACHE_EXPORTER(Cells)
