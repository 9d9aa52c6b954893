#include "workbook.hpp"

#include <doctest/doctest.h>
#include <locale.h>
#include <signal.h>
#include <sys/resource.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <thread>

#include "exported.hpp"
#include "failure.hpp"
#include "package.hpp"
#include "support/in_process.hpp"

using namespace attache::xlsx;
namespace fs = std::filesystem;

namespace {

std::string folder(const std::string& name) {
  const fs::path path = fs::path(ATTACHE_BINARY_DIR) / "tests-xlsx" / name;
  fs::remove_all(path);
  fs::create_directories(path);
  return path.string();
}

std::string sheet_of(const std::string& path, int n = 1) {
  const std::string name = "xl/worksheets/sheet" + std::to_string(n) + ".xml";
  return read_parts(path, {name}).at(name);
}

void fill(Workbook& book, unsigned rows) {
  Sheet& sheet = book.add_sheet("Data");
  for (unsigned row = 0; row < rows; ++row) {
    sheet.write_number(row, 0, row * 1.25);
    sheet.write_text(row, 1, "row " + std::to_string(row) + " of many, each different");
  }
}

/// For a while files cannot grow beyond so many bytes: what a full disk does to a writer.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t bytes) {
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit now{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &now);
  }
  ~SmallDisk() {
    setrlimit(RLIMIT_FSIZE, &before_);
    signal(SIGXFSZ, SIG_DFL);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

 private:
  rlimit before_{};
};

}  // namespace

TEST_CASE("numbers that are none leave the cell empty") {
  Workbook book(folder("not-a-number"));
  Sheet& sheet = book.add_sheet("Data");
  const Format format = book.format({});
  sheet.write_number(0, 0, std::nan(""), format);
  sheet.write_number(0, 1, std::numeric_limits<double>::infinity(), format);
  sheet.write_number(0, 2, -0.0, format);
  const std::string xml = sheet_of(book.finish(false));
  CHECK(test::count(xml, "<v>") == 1);
  CHECK(xml.find("<v>0</v>") != std::string::npos);
}

TEST_CASE("rich text is escaped once, and near the limit it is plain rather than refused") {
  Workbook book(folder("rich"));
  Sheet& sheet = book.add_sheet("Data");
  sheet.write_rich(0, 0, {{"_x0041_ alone", false, false}}, nullptr);
  sheet.write_rich(1, 0, {{std::string(20000, '&'), false, false}, {" and bold", true, false}}, nullptr);
  const std::string path = book.finish(false);
  const std::string strings = read_parts(path, {"xl/sharedStrings.xml"}).at("xl/sharedStrings.xml");
  CHECK(strings.find("_x005F_x0041_ alone") != std::string::npos);
  CHECK(strings.find("_x005F_x005F_") == std::string::npos);
  CHECK(strings.find(" and bold") != std::string::npos);
}

TEST_CASE("a sheet is printed one page wide, but never smaller than three fifths") {
  Workbook book(folder("pages"));
  for (const int pixels : {600, 1700, 3000}) {
    Sheet& sheet = book.add_sheet("Sheet " + std::to_string(pixels));
    sheet.write_text(0, 0, "Period");
    PageSetup page;
    page.pixels = pixels;
    page.landscape = !fits_upright(pixels, false);
    page.repeat_columns = 1;
    sheet.set_page(page);
  }
  const std::string path = book.finish(false);
  const std::string narrow = sheet_of(path, 1), wide = sheet_of(path, 2), widest = sheet_of(path, 3);
  CHECK(narrow.find("orientation=\"portrait\"") != std::string::npos);
  CHECK(narrow.find("fitToHeight=\"0\"") != std::string::npos);
  CHECK(wide.find("orientation=\"landscape\"") != std::string::npos);
  CHECK(wide.find("fitToHeight=\"0\"") != std::string::npos);
  CHECK(widest.find("scale=\"60\"") != std::string::npos);
  CHECK(widest.find("fitToHeight") == std::string::npos);
  const std::string names = read_parts(path, {"xl/workbook.xml"}).at("xl/workbook.xml");
  CHECK(names.find("'Sheet 3000'!$A:$A") != std::string::npos);
  CHECK(test::count(names, "Print_Titles") == 1);
}

TEST_CASE("hostile text stays text and keeps the package whole") {
  Workbook book(folder("hostile"));
  Sheet& sheet = book.add_sheet("Data");
  sheet.write_text(0, 0, "=1+1");
  sheet.write_text(1, 0, "caf\xE9 \xEF\xBF\xBE \x01 <&> _x0041_");
  sheet.write_text(2, 0, std::string(40000, 'x'));
  sheet.write_address(3, 0, "javascript:alert(1)", "no link", book.format({}));
  sheet.write_rich(4, 0, {{"plain ", false, false}, {"bold \x02 &", true, false}}, book.format({}));
  const std::string path = book.finish(false);
  CHECK(test::count(sheet_of(path), "<f>") == 0);
  const std::string strings = read_parts(path, {"xl/sharedStrings.xml"}).at("xl/sharedStrings.xml");
  CHECK(strings.find("=1+1") != std::string::npos);
  CHECK(strings.find("_x005F_x0041_") != std::string::npos);
  CHECK(sheet_of(path).find("hyperlink") == std::string::npos);
}

TEST_CASE("a decimal comma in the process's locale does no harm") {
  const char* names[] = {"de_DE.UTF-8", "de_DE.utf8", "ru_RU.UTF-8", "fr_FR.UTF-8"};
  bool found = false;
  const std::string before = setlocale(LC_ALL, nullptr);
  for (const char* name : names) found = found || setlocale(LC_ALL, name) != nullptr;
  if (!found) {
    MESSAGE("no locale with a decimal comma is installed; only the thread's own locale is looked at");
  }
  std::string path;
  {
    Workbook book(folder("locale"));
    CHECK(std::string(localeconv()->decimal_point) == ".");
    Sheet& sheet = book.add_sheet("Data");
    sheet.write_number(0, 0, 1.5);
    sheet.set_width(0, 13.28);
    path = book.finish(false);
  }
  setlocale(LC_ALL, before.c_str());
  CHECK(sheet_of(path).find("<v>1.5</v>") != std::string::npos);
  CHECK(sheet_of(path).find("width=\"13,") == std::string::npos);
}

TEST_CASE("a folder for temporary files that is not there is an error, not another folder") {
  CHECK_THROWS_AS(Workbook("/nonexistent/attache"), ExportFailure);
}

TEST_CASE("a sheet name the library refuses is an error, not a crash") {
  Workbook book(folder("bad-name"));
  CHECK_THROWS_AS(book.add_sheet("a/b"), ExportFailure);
}

TEST_CASE("more rows or columns than a sheet has are refused") {
  Workbook book(folder("too-large"));
  Sheet& sheet = book.add_sheet("Data");
  CHECK_THROWS_AS(sheet.write_number(sheet_rows_max, 0, 1), ExportFailure);
  CHECK_THROWS_AS(sheet.write_number(0, sheet_columns_max, 1), ExportFailure);
}

TEST_CASE("a disk that fills up at any point is an error, never a damaged file") {
  for (const rlim_t bytes : {rlim_t{0}, rlim_t{1000}, rlim_t{4096}, rlim_t{20000}, rlim_t{60000}, rlim_t{100000}}) {
    CAPTURE(bytes);
    Workbook book(folder("full-disk"));
    fill(book, 3000);
    const SmallDisk disk(bytes);
    CHECK_THROWS_AS((void)book.finish(false), ExportFailure);
  }
}

TEST_CASE("a disk that fills up while charts are mended is an error") {
  Workbook book(folder("full-disk-later"));
  fill(book, 3000);
  ChartSpec chart;
  chart.last_row = 9;
  chart.series = {{"A", ChartKind::column, false, 0, 1, {}}, {"B", ChartKind::line, false, 0, 2, {}}};
  const std::string path = book.finish(false);
  const auto size = static_cast<rlim_t>(fs::file_size(path));
  const SmallDisk disk(size / 2);
  CHECK_THROWS_AS(rewrite_package(path, {{"xl/styles.xml", std::string(100000, ' ')}}, true), ExportFailure);
}

TEST_CASE("every cut and every flipped byte of a package is noticed") {
  Workbook book(folder("damage"));
  fill(book, 40);
  const std::string path = book.finish(false);
  const std::string whole = attache::test::read_file(path);
  const auto refused = [&path](const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
    try {
      verify_package(path, {40});
    } catch (const ExportFailure&) {
      return true;
    }
    return false;
  };
  CHECK_FALSE(refused(whole));
  for (std::size_t cut = 0; cut < whole.size(); cut += 97) CHECK(refused(whole.substr(0, cut)));
  const std::size_t data = whole.find("xl/worksheets/sheet1.xml") + 60;  // inside its packed bytes
  for (std::size_t at = data; at < data + 200; at += 13) {
    std::string flipped = whole;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x20);
    CHECK(refused(flipped));
  }
  std::ofstream(path, std::ios::binary) << whole;
  CHECK_THROWS_AS(verify_package(path, {41}), ExportFailure);
  CHECK_THROWS_AS(verify_package(path, {40, 1}), ExportFailure);
}

TEST_CASE("small is not larger than fast, and holds the same parts") {
  Workbook one(folder("fast"));
  fill(one, 5000);
  const std::string fast = one.finish(false);
  const std::string data = sheet_of(fast);
  const auto fast_size = fs::file_size(fast);
  Workbook two(folder("small"));
  fill(two, 5000);
  const std::string small = two.finish(true);
  CHECK(fs::file_size(small) < fast_size);
  CHECK(sheet_of(small) == data);
}

TEST_CASE("workbooks made on several threads are the same as one made alone") {
  const auto make = [](const std::string& name) {
    Workbook book(folder(name));
    book.set_properties({"T", "", "", "", "", "", "", {{"Pair", "KAZ-RUS"}}, 1444780800});
    fill(book, 500);
    return attache::test::read_file(book.finish(false));
  };
  const std::string alone = make("alone");
  std::vector<std::string> made(6);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < made.size(); ++i) threads.emplace_back([&, i] { made[i] = make("thread" + std::to_string(i)); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& bytes : made) CHECK(bytes == alone);
}
