#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "imported_rows.hpp"

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
