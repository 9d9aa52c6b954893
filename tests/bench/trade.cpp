// How fast the trade store is made and read, over a made world. Not a test. Usage: bench_trade ROWS YEARS FOLDER
// Writes FOLDER/rows_YEAR.bin and FOLDER/rows_YEAR.csv (t,i,j,k,v,q as BACI's) unless they are there, then measures each step in a
// process of its own, so that the peak of memory is the step's. CPU seconds are user + system.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "made_world.hpp"
#include "trade/code_book.hpp"
#include "trade/sqlite_source.hpp"
#include "trade/src/append.hpp"
#include "trade/src/release_writer.hpp"
#include "trade/src/row_stream.hpp"
#include "trade/store_builder.hpp"

using namespace attache;
using namespace attache::trade;

namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

[[noreturn]] void die(const std::string& message) {
  std::fprintf(stderr, "bench_trade: %s\n", message.c_str());
  std::exit(1);
}

template <class T>
T sound(Outcome<T> outcome) {
  if (!outcome) die(outcome.error().message());
  if constexpr (!std::is_void_v<T>) return std::move(*outcome);
}

File open_file(const std::string& path, const char* mode) {
  File file(std::fopen(path.c_str(), mode));
  if (!file) die("cannot open " + path);
  return file;
}

std::string rows_file(const std::string& folder, int year) { return folder + "/rows_" + std::to_string(year) + ".bin"; }

void write_files(const std::string& folder, std::uint64_t rows, int years) {
  if (std::filesystem::exists(rows_file(folder, 2020 + years))) return;
  const bench::MadeWorld world(rows, years);
  for (int year = 2021; year <= 2020 + years; ++year) {
    const File binary = open_file(rows_file(folder, year), "wb");
    const File csv = open_file(folder + "/rows_" + std::to_string(year) + ".csv", "wb");
    std::fputs("t,i,j,k,v,q\n", csv.get());
    for (int area = 0; area < bench::MadeWorld::areas; ++area) {
      const std::vector<TradeRow> exports = world.exports(year, area);
      std::fwrite(exports.data(), sizeof(TradeRow), exports.size(), binary.get());
      for (const TradeRow& row : exports) {
        const auto thousandths = [](std::int64_t n) { return std::to_string(n / 1000) + '.' + std::to_string(1000 + n % 1000).substr(1); };
        const std::string weight = row.net_weight_missing == text::Missing::present ? thousandths(row.net_weight) : "NA";
        std::fprintf(csv.get(), "%d,%d,%d,%s,%s,%s\n", year, row.reporter, row.partner, row.product.code().c_str(),
                     thousandths(row.value).c_str(), weight.c_str());
      }
    }
  }
}

/// The cheapest reader there can be, so that the store is measured and no parser.
class BinaryReader final : public RowReader {
 public:
  explicit BinaryReader(const std::string& path) : file_(open_file(path, "rb")) {}
  Outcome<> read(std::vector<SourcedRow>& batch) override {
    rows_.resize(batch_rows);
    rows_.resize(std::fread(rows_.data(), sizeof(TradeRow), rows_.size(), file_.get()));
    batch.clear();
    for (const TradeRow& row : rows_) batch.push_back({row, {0, ++line_}});
    return {};
  }

 private:
  File file_;
  std::vector<TradeRow> rows_;
  std::uint32_t line_ = 0;
};

std::vector<RowInput> inputs(const std::string& folder, int years) {
  std::vector<RowInput> out;
  for (int year = 2021; year <= 2020 + years; ++year) {
    const std::string path = rows_file(folder, year);
    out.push_back({path, path, std::filesystem::file_size(path),
                   [path](CodeBook&) -> Outcome<std::unique_ptr<RowReader>> { return std::make_unique<BinaryReader>(path); }});
  }
  return out;
}

/// Runs `step` in a child; it returns how many things it did and what to say besides.
void measure(const char* name, const char* unit, const std::function<std::pair<double, std::string>()>& step) {
  std::fflush(stdout);
  const pid_t child = ::fork();
  if (child != 0) {
    int status = 0;
    ::waitpid(child, &status, 0);
    if (status != 0) die(std::string(name) + " failed");
    return;
  }
  const auto begin = std::chrono::steady_clock::now();
  const auto [count, note] = step();
  const double wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6; };
  const double cpu = seconds(used.ru_utime) + seconds(used.ru_stime);
  std::printf("%-24s %11.0f %-5s  wall %8.3f s  CPU %8.3f s  %10.0f %s/CPU s  peak %4ld MiB  %s\n", name, count, unit, wall, cpu,
              count / cpu, unit, used.ru_maxrss / 1024, note.c_str());
  std::fflush(stdout);
  ::_exit(0);
}

std::string size_note(const std::string& path, double rows) {
  const auto bytes = static_cast<double>(std::filesystem::file_size(path));
  char text[80];
  std::snprintf(text, sizeof text, "%.1f MB, %.1f bytes/row", bytes / 1e6, bytes / rows);
  return text;
}

Filter exports_of_six_digits() {
  Filter filter;
  filter.release = "made";
  filter.flows = Flows::only(Flow::x);
  filter.classification = Classification::h5;
  filter.level = 6;
  return filter;
}

std::pair<double, std::string> table_only(const std::string& path, const std::vector<RowInput>& files) {
  std::filesystem::remove(path);
  Database store = sound(Database::open_exclusive(path));
  CodeBook codes;
  const auto stream = sound(MergedRows::open(files, codes));
  sound(prepare_for_writing(store));
  sound(store.run("BEGIN"));
  sound(create_tables(store));
  std::vector<SourcedRow> batch;
  const auto rows = static_cast<double>(sound(append_rows(store, 1, [&](std::vector<TradeRow>& out) -> Outcome<> {
    if (auto read = stream->read(batch); !read) return read;
    out.clear();
    for (const SourcedRow& each : batch) out.push_back(each.row);
    return {};
  })));
  sound(store.run("COMMIT"));
  sound(store.close());
  return {rows, size_note(path, rows)};
}

std::pair<double, std::string> whole_import(const std::string& path, const std::vector<RowInput>& files) {
  std::filesystem::remove(path);
  Import import;
  import.store = path;
  import.release.id = "made";
  import.release.currency = "USD";
  import.release.value_scale = 0;
  import.tool = "bench";
  import.inputs = files;
  const auto rows = static_cast<double>(sound(import_release(import)).rows);
  return {rows, size_note(path, rows)};
}

/// What a briefing on a pair asks for.
std::size_t report_on(FlowSource& source, AreaCode a, AreaCode b) {
  const Filter filter = exports_of_six_digits();
  std::vector<Product> products;
  std::size_t rows = 0;
  const auto take = [&](std::span<const TradeRow> found) {
    rows += found.size();
    for (const TradeRow& row : found.subspan(0, std::min<std::size_t>(found.size(), 20))) products.push_back(row.product);
  };
  sound(source.pair(a, b, filter, take));
  sound(source.pair(b, a, filter, take));
  products.resize(std::min<std::size_t>(products.size(), 20));
  for (const AreaCode area : {a, b}) {
    for (const Side side : {Side::reporter, Side::partner}) rows += sound(source.partners(area, side, filter)).partners.size();
  }
  if (products.empty()) return rows;
  rows += sound(source.products(a, Side::reporter, filter, products)).products.size();
  return rows + sound(source.products(world, Side::reporter, filter, products)).products.size();
}

void forget(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY);
  ::fsync(descriptor);
  ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED);
  ::close(descriptor);
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) die("usage: bench_trade ROWS YEARS FOLDER");
  const std::string folder = arguments[3], path = folder + "/trade.sqlite";
  const int years = std::atoi(arguments[2]);
  std::filesystem::create_directories(folder);
  write_files(folder, std::strtoull(arguments[1], nullptr, 10), years);
  const std::vector<RowInput> files = inputs(folder, years);

  measure("flow table only", "rows", [&] { return table_only(folder + "/table.sqlite", files); });
  std::filesystem::remove(folder + "/table.sqlite");
  measure("import, all of it", "rows", [&] { return whole_import(path, files); });
  measure("the same again", "times", [&] {
    Import import;
    import.store = path;
    import.release.id = "made";
    import.release.currency = "USD";
    import.tool = "bench";
    import.inputs = files;
    return std::pair(1.0, std::string(sound(import_release(import)).unchanged ? "unchanged" : "rebuilt"));
  });
  const Filter filter = exports_of_six_digits();
  PairRows largest, middle;
  {
    const auto source = sound(SqliteFlowSource::open(path));
    auto pairs = sound(source->pairs(filter));
    std::sort(pairs.begin(), pairs.end(), [](const PairRows& a, const PairRows& b) { return a.rows < b.rows; });
    largest = pairs.back();
    middle = pairs[pairs.size() * 9 / 10];
  }
  for (const auto& [name, pair] : {std::pair("pair at the 9th decile", middle), std::pair("the largest pair", largest)}) {
    for (const char* state : {"cold", "warm"}) {
      if (std::string_view(state) == "cold") forget(path);
      measure((std::string(name) + ' ' + state).c_str(), "rows", [&] {
        const auto source = sound(SqliteFlowSource::open(path));
        return std::pair(static_cast<double>(report_on(*source, pair.first, pair.second)),
                         std::to_string(pair.rows) + " of " + std::to_string(pair.first) + " and " + std::to_string(pair.second));
      });
    }
  }
  measure("all pairs, their rows", "pairs", [&] {
    const auto source = sound(SqliteFlowSource::open(path));
    std::uint64_t rows = 0;
    double pairs = 0;
    for (const PairRows& each : sound(source->pairs(filter))) {
      const auto take = [&](std::span<const TradeRow> found) { rows += found.size(); };
      sound(source->pair(each.first, each.second, filter, take));
      sound(source->pair(each.second, each.first, filter, take));
      ++pairs;
    }
    return std::pair(pairs, std::to_string(rows) + " rows");
  });
  measure("partners of all areas", "areas", [&] {
    const auto source = sound(SqliteFlowSource::open(path));
    double areas = 0;
    for (AreaCode area = 0; area < first_own_area; ++area) {
      if (!sound(source->partners(area, Side::reporter, filter)).partners.empty()) ++areas;
    }
    return std::pair(areas, std::string());
  });
}
