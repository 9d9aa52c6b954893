#include "trade/src/import/mapping.hpp"

#include <doctest/doctest.h>

#include "imported_rows.hpp"

using namespace attache;
using namespace attache::test;
using trade::ImportOptions;

namespace {

std::string fault_of(const std::string& text) {
  const auto mapping = trade::parse_mapping(text, "m.toml");
  return mapping ? "none" : mapping.error().message();
}

/// What reading `table` by a mapping of that text gives.
ImportedRows mapped(const std::string& mapping, const std::string& table) {
  const WrittenFile file("mapping.toml", mapping);
  ImportOptions options;
  options.mapping = file.path();
  return imported_text(table, options);
}

}  // namespace

TEST_CASE("the yearly table of Kazakhstan is read: thousands, exports beside imports, World and groups told apart") {
  const ImportedRows read = imported({trade_file("kazakhstan-by-country.csv")});
  CHECK(read.ready.files.at(0).format == "kazakhstan-by-country");
  CHECK(read.ready.release.value_scale == 2);
  CHECK(read.text() ==
        "KAZ X WLD 2018 HS TOTAL 6111122140000\n"
        "KAZ M WLD 2018 HS TOTAL 3365851940000\n"
        "KAZ X страны-снг 2018 HS TOTAL 956834940000\n"
        "KAZ M страны-снг 2018 HS TOTAL 1603387740000\n"
        "KAZ X страны-еаэс 2018 HS TOTAL 604677480000\n"
        "KAZ M страны-еаэс 2018 HS TOTAL 1409741280000\n"
        "KAZ X RUS 2018 HS TOTAL 527987370000\n"
        "KAZ M RUS 2018 HS TOTAL 1323747091234\n"
        "KAZ X MDA 2018 HS TOTAL 3572330000\n"
        "KAZ M MDA 2018 HS TOTAL 1719570000\n"
        "KAZ M TKL 2018 HS TOTAL 670887\n");
  CHECK(read.problems().find("warning groups kazakhstan-by-country.csv: 2 names are no country: 'Страны ЕАЭС', 'Страны СНГ'") !=
        std::string::npos);
}

TEST_CASE("a flow given by the row above holds for the rows below") {
  const ImportedRows read = imported({trade_file("russia-by-partner.csv")});
  CHECK(read.ready.files.at(0).format == "russia-by-partner");
  CHECK(read.text() ==
        "RUS X WLD 2000 HS TOTAL 103093000000\n"
        "RUS X со-странами-снг 2000 HS TOTAL 13824000000\n"
        "RUS X KAZ 2000 HS TOTAL 2247000000\n"
        "RUS X KGZ 2000 HS TOTAL 103000000\n"
        "RUS M WLD 2000 HS TOTAL 33879000000\n"
        "RUS M со-странами-снг 2000 HS TOTAL 11604000000\n"
        "RUS M KAZ 2000 HS TOTAL 2200000000\n"
        "RUS M TJK 2000 HS TOTAL 55900000\n");
}

TEST_CASE("months in words below their year are months; a dot of suspense is no zero") {
  const ImportedRows read = imported({trade_file("russia-monthly.csv")});
  CHECK(read.ready.files.at(0).format == "russia-monthly");
  CHECK(read.text() ==
        "RUS X CHN 2010-01 HS TOTAL 1197010990\n"
        "RUS X KOR 2010-01 HS TOTAL 139325210\n"
        "RUS X KAZ 2010-01 HS TOTAL 374006990\n"
        "RUS X CHN 2010-07 HS TOTAL 1185737650\n"
        "RUS X KOR 2010-07 HS TOTAL 189892930\n"
        "RUS X KAZ 2010-07 HS TOTAL -\n"
        "RUS X CHN 2011-02 HS TOTAL 1101593500\n"
        "RUS X KOR 2011-02 HS TOTAL 287399870\n"
        "RUS X KAZ 2011-02 HS TOTAL 613501800\n");
}

TEST_CASE("years as columns, estimates in the cells and groups among countries: Direction of Trade") {
  const ImportedRows read = imported({trade_file("imf-dots.csv")});
  CHECK(read.ready.files.at(0).format == "imf-dots");
  CHECK(read.ready.release.valuation_exports == "FOB");
  CHECK(read.text() ==
        "KAZ X AUS 1993 HS TOTAL 140000 E\n"
        "KAZ X AUS 1994 HS TOTAL 200000\n"
        "KAZ X WLD 1992 HS TOTAL 244442917\n"
        "KAZ X WLD 1993 HS TOTAL 1106657235\n"
        "KAZ X WLD 1994 HS TOTAL 3231500000\n"
        "KAZ X euro-area 1992 HS TOTAL 70370964\n"
        "KAZ X euro-area 1993 HS TOTAL 277668039\n"
        "KAZ X euro-area 1994 HS TOTAL 472200000\n"
        "KAZ X AUS 1993 HS TOTAL 140000 E\n"
        "KAZ X AUS 1994 HS TOTAL 200000\n"
        "KAZ X KOR 1994 HS TOTAL 60100000\n"
        "KAZ X CHN 1992 HS TOTAL 128110000 E\n"
        "KAZ X CHN 1993 HS TOTAL 239120000 E\n"
        "KAZ X CHN 1994 HS TOTAL 10\n");
  const auto answer = read.source()->partners(398, trade::Side::reporter, [] {
    trade::Filter filter;
    filter.release = "r";
    return filter;
  }());
  REQUIRE_MESSAGE(answer, answer.error().message());
  CHECK(answer->groups.size() == 3);
  for (const trade::AreaTotal& total : answer->partners) CHECK(read.codes.area_id(total.area).size() == 3);
}

TEST_CASE("a table of one row a line is read by the names of its columns, with a decimal comma and grouped digits") {
  const ImportedRows read = mapped(
      "[file]\nseparator = \";\"\nheader_row = 2\n[numbers]\ndecimal = \",\"\ngrouped = true\n"
      "[basis]\nunit = \"USD\"\nmultiplier = \"thousand\"\nclassification = \"HS\"\n"
      "[columns]\nreporter_name = \"Страна\"\npartner_name = \"Партнёр\"\nflow = \"Поток\"\nperiod = \"Период\"\nproduct = \"Код\"\n"
      "value = \"Стоимость, тыс. долл.\"\n[areas]\n\"Иные\" = \"899\"\n",
      "Выгрузка;;;;;\nСтрана;Партнёр;Поток;Период;Код;Стоимость, тыс. долл.\nКазахстан;Россия;Экспорт;март 2019;0303;1 234,5\n"
      "Казахстан;Иные;Импорт;2019;27;0,001\n");
  CHECK(read.text() == "KAZ X RUS 2019-03 HS 0303 1234500\nKAZ M 899 2019 HS 27 1\n");
}

TEST_CASE("a table that is not the one a mapping is for is refused, not read wrongly") {
  const std::string mapping =
      "[basis]\nreporter = \"KAZ\"\nfreq = \"A\"\nunit = \"USD\"\n[table]\nheader = \"Name\"\nperiod = \"title\"\n"
      "period_title = \"january-december {year}\"\npartner = \"row\"\nflow = \"column\"\n[flows]\nexports = \"X\"\n";
  CHECK(mapped(mapping, "January-June 2018,\nName,Exports\nRussia,5\n").problems().find("the table's title does not say its period") !=
        std::string::npos);
  CHECK(mapped(mapping, "January-December 2018,\nCountry,Exports\nRussia,5\n").problems().find("the table's header was not found") !=
        std::string::npos);
  CHECK(mapped(mapping, "January-December 2018,\nName,Turnover\nRussia,5\n").problems().find("no column of the table holds values") !=
        std::string::npos);
  CHECK(mapped(mapping, "January-December 2018,\nName,Exports\nRussia,5\n").text() == "KAZ X RUS 2018 HS TOTAL 5\n");
}

TEST_CASE("what is wrong in a mapping is named with its place") {
  CHECK(fault_of("[columns]\nvalu = \"x\"\n") == "m.toml:2:8: a mapping has no key 'valu' here; did you mean 'value'?");
  CHECK(fault_of("[flow]\n") == "m.toml:1:1: a mapping has no key 'flow' here; did you mean 'flows'?");
  CHECK(fault_of("[table]\nheader = \"years\"\nflow = \"above\"\n") ==
        "m.toml:3:8: 'above' is no place of a table; write title, row, column or section");
  CHECK(fault_of("title = 5\n[columns]\nvalue=\"v\"\n") == "m.toml:1:9: 'title' must be a text; put it in quotes");
  CHECK(fault_of("[columns\n").find("m.toml:1:") == 0);
  CHECK(fault_of("title = \"x\"\n").find("the mapping has neither [columns] nor [table]") != std::string::npos);
}

TEST_CASE("a mapping is found by its name or as a file, a wrong name is refused with the nearest") {
  CHECK(trade::load_mapping("imf-dots").has_value());
  CHECK(trade::load_mapping("imf-dost").error().next == "did you mean 'imf-dots'?");
  CHECK(trade::load_mapping("nothing/there.toml").error().failure == Failure::missing_input);
}
