#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "imported_rows.hpp"
#include "trade/store_builder.hpp"

using namespace attache;
using namespace attache::test;

namespace {

/// A file of the folder ATTACHE_TRADE_FILES; "" and a message when there is none.
std::string real_file(const std::string& name) {
  const char* const folder = std::getenv("ATTACHE_TRADE_FILES");
  const std::string path = folder == nullptr ? "" : std::string(folder) + "/" + name;
  if (path.empty() || !std::filesystem::exists(path)) {
    MESSAGE("not looked at: ATTACHE_TRADE_FILES names no folder with " << name);
    return "";
  }
  return path;
}

struct RealFile {
  const char* name;
  const char* format;
  const char* encoding;
  std::uint64_t rows;
};

constexpr RealFile real_files[] = {
    {"comtrade-plus-webcsv/china-TOTAL-2022-on_TradeData.csv", "comtrade", "windows-1252", 1352},
    {"comtrade-api-monthly-fish/kaz-rus_hs6-fish_monthly_2010-2024.csv", "comtrade", "utf-8", 9366},
    {"comtrade-api-monthly-fish/all-reporters_monthly_030355_2019.csv", "comtrade", "utf-8", 6272},
    {"comtrade-plus-python-api/cmdImports_2020M_6801.csv", "comtrade", "utf-8", 166},
    {"comtrade-plus-python-api/china-imports-from-usa-8542_2010-2024_partner2-x-customs-breakdown_blank-desc.csv", "comtrade", "utf-8",
     173},
    {"comtrade-legacy-hs27-hs44-allpairs/full_oil_2015.csv", "comtrade-legacy", "utf-8", 17664},
    {"comtrade-legacy-hs27-hs44-allpairs/kaz-rus-world_oil_1992-2017.csv", "comtrade-legacy", "utf-8", 182},
    {"comtrade-legacy-webcsv/bicycles-871200-2017_all-reporters-world.csv", "comtrade-legacy", "utf-8", 1302},
    {"comtrade-legacy-webcsv/china-sitc2-2010-2014_aus-fra-rus-vnm-ind.csv", "comtrade-legacy", "utf-8", 3071},
    {"comtrade-legacy-webcsv/madagascar-maize-2000-on_R-requoted.csv", "comtrade-legacy", "utf-8", 203},
    {"comtrade-legacy-webcsv/palm-oil.csv", "comtrade-legacy", "utf-8", 456},
    {"comtrade-legacy-webcsv/palm-oil-countries.csv", "comtrade-legacy", "utf-8", 431},
    {"comtrade-legacy-webcsv/usa-china-2017-on_reduced-columns.csv", "comtrade-legacy", "utf-8", 290},
    {"comtrade-bulkdb-china-india/h3_china_india.csv", "comtrade-legacy", "utf-8", 8739},
    {"baci/BACI_HS92_Y2021_V202301_selection_exporter-4-or-importer-kaz-rus.csv", "baci", "utf-8", 3526},
    {"eurostat-comext-relational/eu-exports-to-kazakhstan_monthly_2019-2024.csv", "eurostat", "utf-8", 2089},
    {"imf-dots/dots_kazakhstan_exports-fob_1960-2020.csv", "imf-dots", "utf-8", 3508},
    {"imf-dots/dots_russia_imports-cif_1960-2020.csv", "imf-dots", "utf-8", 5427},
    {"kaz-rus-national-stats/kaz_foreign_trade_by_country_2018.csv", "kazakhstan-by-country", "utf-8", 328},
    {"kaz-rus-national-stats/kaz_foreign_trade_by_country_2021.csv", "kazakhstan-by-country", "utf-8", 328},
    {"kaz-rus-national-stats/kaz_foreign_trade_by_country_2020_first-release.csv", "kazakhstan-by-country", "utf-8", 314},
    {"kaz-rus-national-stats/rus_summary_by_cis_partner_2000.csv", "russia-by-partner", "utf-8", 18},
    {"kaz-rus-national-stats/rus_summary_by_cis_partner_2021.csv", "russia-by-partner", "utf-8", 18},
    {"kaz-rus-national-stats/rus_monthly_exports_by_country_2006-on.csv", "russia-monthly", "utf-8", 5568},
};

}  // namespace

TEST_CASE("all rows of real files are read, in the format and encoding they have") {
  for (const RealFile& each : real_files) {
    const std::string path = real_file(each.name);
    if (path.empty()) return;
    CAPTURE(each.name);
    const ImportedRows read = imported({path});
    REQUIRE_MESSAGE(read.ready.is_usable, read.problems());
    CHECK(read.ready.files.at(0).format == each.format);
    CHECK(read.ready.files.at(0).encoding == each.encoding);
    CHECK(read.rows.size() == each.rows);
  }
}

TEST_CASE("the China-USA total of 2015 counts once what is there with all its parts") {
  const std::string path =
      real_file("comtrade-plus-python-api/china-imports-from-usa-8542_2010-2024_partner2-x-customs-breakdown_blank-desc.csv");
  if (path.empty()) return;
  const ImportedRows read = imported({path});
  trade::Filter filter;
  filter.release = "r";
  filter.level = 4;
  filter.first = filter.last = trade::Period::of_year(2015);
  const auto answer = read.source()->pair(156, 842, filter);
  REQUIRE_MESSAGE(answer, answer.error().message());
  REQUIRE(answer->totals.size() == 1);
  CHECK(answer->totals.at(0).total.value == 11369627279);
}

TEST_CASE("the fifteen rows Madagascar has twice count once and are reported") {
  const std::string path = real_file("comtrade-legacy-webcsv/madagascar-maize-2000-on_R-requoted.csv");
  if (path.empty()) return;
  const WrittenFile store("trade.sqlite.none", "");
  const ImportedRows read = imported({path});
  trade::Import import;
  import.store = store.path().substr(0, store.path().rfind('/')) + "/trade.sqlite";
  import.release = read.ready.release;
  import.release.id = "r";
  import.inputs = read.ready.inputs;
  import.options = read.ready.options;
  import.tool = "test";
  const auto done = trade::import_release(import);
  REQUIRE_MESSAGE(done, done.error().message());
  CHECK(done->duplicates == 15);
  CHECK(done->rows == 203 - 15);
  CHECK(done->notes.size() == 15);
}

TEST_CASE("exports are not added to their parts: X = DX + RX") {
  const std::string path = real_file("comtrade-api-monthly-fish/all-reporters_monthly_030355_2019.csv");
  if (path.empty()) return;
  const ImportedRows read = imported({path});
  const auto source = read.source();
  trade::Filter filter;
  filter.release = "r";
  filter.frequency = trade::Frequency::monthly;
  filter.level = 6;
  const auto main = source->pair(724, 12, filter);  // Spain to Algeria
  REQUIRE_MESSAGE(main, main.error().message());
  REQUIRE_FALSE(main->totals.empty());
  std::int64_t declared = 0;
  for (const trade::SourcedRow& each : read.rows) {
    if (each.row.reporter == 724 && each.row.partner == 12 && each.row.flow == trade::Flow::x) declared += each.row.value;
  }
  std::int64_t answered = 0;
  for (const trade::PeriodTotal& total : main->totals) answered += total.flow == trade::Flow::x ? total.total.value : 0;
  CHECK(answered == declared);
}
