#include "trade/diff.hpp"

#include <doctest/doctest.h>

#include "small_rows.hpp"
#include "support/dataset_folder.hpp"
#include "trade/sqlite_source.hpp"

using namespace attache;
using namespace attache::trade;

namespace {

/// "revised KAZ X RUS 2019 H5 27 60>61", one a line.
std::string lines_of(FlowSource& source, ReleaseDifference& result, const std::string& before = "old", const std::string& after = "new") {
  static constexpr const char* names[] = {"added", "removed", "revised", "reflagged"};
  std::string out;
  const auto done = compare_releases(source, before, after, [&](const RowChange& each) {
    const TradeRow& row = each.change == Change::removed ? each.before : each.after;
    out += std::string(names[static_cast<std::size_t>(each.change)]) + ' ' + source.codes().area_id(row.reporter) + ' ' +
           std::string(flow_code(row.flow)) + ' ' + source.codes().area_id(row.partner) + ' ' + row.period.text() + ' ' +
           source.codes().product_code(row.product) + ' ';
    if (each.change != Change::added) out += std::to_string(each.before.value);
    if (each.change != Change::added && each.change != Change::removed) out += '>';
    if (each.change != Change::removed) out += std::to_string(each.after.value);
    out += '\n';
  });
  REQUIRE_MESSAGE(done, done.error().message());
  result = *done;
  return out;
}

std::unique_ptr<FlowSource> store_of(const std::string& before, const std::string& after, int scale_after = 0) {
  const test::TemporaryFolder folder;
  const std::string path = folder.path() + "/trade.sqlite";
  REQUIRE(import_release(test::small_import(path, "old", before)));
  Import import = test::small_import(path, "new", after);
  import.release.value_scale = scale_after;
  REQUIRE(import_release(import));
  return SqliteFlowSource::open(path).value();
}

}  // namespace

TEST_CASE("added, removed, revised and reflagged rows are told apart, in key order, and the rest is the same") {
  const auto source = store_of(
      "KAZ X RUS 2019 H5 27 60\nKAZ X RUS 2019 H5 72 5\nKAZ X RUS 2018 H5 27 9\nUZB X KAZ 2019 H5 01 3\nKAZ X cis 2019 H5 27 1\nKAZ X CHN "
      "2019 H5 27 ?\n"
      "KAZ X UZB 2019 H5 27 8 kg=1\nKAZ X TJK 2019 H5 27 8\n",
      "KAZ X RUS 2019 H5 27 61\nKAZ X RUS 2019 H5 85 4\nKAZ X RUS 2018 H5 27 9\nUZB X KAZ 2019 H5 01 3 status=E\nKAZ X cis 2019 H5 27 2\n"
      "KAZ X CHN 2019 H5 27 0\nKAZ X UZB 2019 H5 27 8 kg=2\nKAZ X TJK 2019 H5 27 8\n");
  ReleaseDifference result;
  CHECK(lines_of(*source, result) ==
        "revised KAZ X CHN 2019 27 0>0\n"
        "revised KAZ X RUS 2019 27 60>61\n"
        "removed KAZ X RUS 2019 72 5\n"
        "added KAZ X RUS 2019 85 4\n"
        "revised KAZ X UZB 2019 27 8>8\n"
        "revised KAZ X cis 2019 27 1>2\n"
        "reflagged UZB X KAZ 2019 01 3>3\n");
  CHECK(result.same == 2);
  CHECK(result.changes() == 7);
}

TEST_CASE("numbers are compared by value, whatever the scales") {
  const auto source =
      store_of("KAZ X RUS 2019 H5 27 60\nKAZ X RUS 2019 H5 72 5\n", "KAZ X RUS 2019 H5 27 6000\nKAZ X RUS 2019 H5 72 501\n", 2);
  ReleaseDifference result;
  CHECK(lines_of(*source, result) == "revised KAZ X RUS 2019 72 5>501\n");
  CHECK(result.same == 1);
}

TEST_CASE("a release compared with itself has no differences, and unknown ones are named") {
  const auto source = store_of("KAZ X RUS 2019 H5 27 60\n", "KAZ X RUS 2019 H5 27 61\n");
  ReleaseDifference result;
  CHECK(lines_of(*source, result, "old", "old").empty());
  const auto unknown = compare_releases(*source, "old", "nev", {});
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().failure == Failure::usage);
  CHECK(unknown.error().next == "did you mean 'new'?");
}
