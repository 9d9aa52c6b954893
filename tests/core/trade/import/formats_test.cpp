#include <doctest/doctest.h>

#include "imported_rows.hpp"

using namespace attache;
using namespace attache::test;
using trade::ImportOptions;

TEST_CASE("a web download of Comtrade Plus is read by its header, with the empty 48th field and in Latin-1") {
  const ImportedRows read = imported({trade_file("comtrade-web.csv")});
  CHECK(read.ready.files.at(0).format == "comtrade");
  CHECK(read.ready.files.at(0).encoding == "windows-1252");
  CHECK(read.ready.release.currency == "USD");
  CHECK(read.ready.release.value_scale == 3);
  CHECK(read.codes.area_label(384) == "Côte d'Ivoire");
  CHECK(read.text() ==
        "KAZ M WLD 2022 H6 TOTAL 49000000000125\n"
        "KAZ M CIV 2022 H6 TOTAL 42016266000\n"
        "KAZ M TUR 2022 H6 TOTAL 1143560635000\n"
        "KAZ M FRA 2022 H6 TOTAL 975000000000\n"
        "KAZ M 490 2022 H6 TOTAL 31000000000\n"
        "KAZ M 837 2022 H6 TOTAL 7000000\n"
        "KAZ M 899 2022 H6 TOTAL 901000\n");
}

TEST_CASE("the same columns in the spelling of R are read, missing quantities missing") {
  const ImportedRows read = imported({trade_file("comtrade-r.csv")});
  CHECK(read.text() ==
        "KAZ M RUS 2010-01 H3 030240 15405000 19998kg 19998kg\n"
        "KAZ M RUS 2010-01 H3 030311 108348000 51652kg? 51652kg?\n"
        "KAZ X RUS 2010-01 H3 030311 5160217 -kg\n"
        "KAZ RX RUS 2010-01 H3 030311 160217 -kg\n"
        "KAZ DX RUS 2010-01 H3 030311 5000000 -kg\n");
  CHECK(read.codes.product_label(read.rows.at(0).row.product) == "Fish; herrings (clupea harengus, clupea pallasii), fresh or chilled");
}

TEST_CASE("an unnamed index column is no column") {
  CHECK(imported({trade_file("comtrade-pandas.csv")}).text() ==
        "USA M WLD 2020-01 H5 6801 6309678 16397000kg? 16397000kg\n"
        "USA M BRA 2020-01 H5 6801 35427 41000kg? 41000kg\n");
}

TEST_CASE("row labels without a name in the header shift nothing") {
  CHECK(imported_text("t,i,j,k,v,q\n1,2021,4,24,382390,52.051,13.235\n2,2021,4,32,852390,0.029,1\n", {.set = {{"classification", "H0"}}})
            .text() ==
        "AFG X AGO 2021 H0 382390 52051 13235kg\n"
        "AFG X ARG 2021 H0 852390 29 1000kg\n");
}

TEST_CASE("a breakdown is kept apart from its total and never added to it") {
  const ImportedRows read = imported({trade_file("comtrade-partner2.csv")});
  CHECK(read.rows.size() == 6);
  const auto source = read.source();
  trade::Filter filter;
  filter.release = "r";
  filter.level = 4;
  const auto answer = source->pair(156, 842, filter);
  REQUIRE_MESSAGE(answer, answer.error().message());
  REQUIRE(answer->totals.size() == 2);
  CHECK(answer->totals.at(0).total.value == 1000);
  CHECK(answer->totals.at(1).period.text() == "2016");
}

TEST_CASE("the old download of 35 columns is read with its numbers for flows and flags for estimates") {
  CHECK(imported({trade_file("legacy-35.csv")}).text() ==
        "ALB M WLD 2017 H5 871200 1028137 384854kg 37075u?\n"
        "CHN M RUS 2010 S4 00 3795839\n"
        "MDG RX FRA 2013 H2 1005 861 391kg? -kg\n"
        "RUS RM RUS 2013 H2 2709 37 -kg\n");
}

TEST_CASE("the old download of 22 columns is read, several editions in one year") {
  const ImportedRows read = imported({trade_file("legacy-22.csv")});
  CHECK(read.ready.files.at(0).encoding == "utf-8");
  CHECK(read.text() ==
        "KAZ M WLD 1995 H0 27 952442959\n"
        "RUS X KAZ 2015 H4 27 1362186760\n"
        "RUS X UZB 2015 H3 27 1000\n");
}

TEST_CASE("thinned-out downloads are read by name: codes get their zero back, names become areas") {
  const ImportedRows codes = imported({trade_file("legacy-reduced.csv")});
  CHECK(codes.text() == "USA M CHN 2017 H5 01 36327640\nUSA X CHN 2017 H5 10 16729257\n");
  CHECK(codes.problems() ==
        "warning lost-zeros legacy-reduced.csv: 1 rows have a product code without its leading zero; the zeros were put back\n");
  CHECK(imported({trade_file("legacy-names.csv")}).text() == "GBR X AUS 2014-01 HS 1511 17614\nGBR RM BEL 2014-02 HS 1511 33057\n");
}

TEST_CASE("the bulk layout of eleven columns is read, blank lines at its end are nothing") {
  CHECK(imported({trade_file("legacy-bulk.csv")}).text() ==
        "IND X CHN 2010 H3 010619 109 2kg?\n"
        "IND M CHN 2010 H3 010690 453360 514u\n");
}

TEST_CASE("BACI is in dollars and kilograms after reading, one figure for both sides, its codes whole") {
  const ImportedRows read = imported({trade_file("BACI_HS92_Y2021_V202301.csv")});
  CHECK(read.ready.release.reconciled);
  CHECK(read.ready.release.value_scale == 0);
  CHECK(read.text() ==
        "AFG X AGO 2021 H0 382390 52051 13235kg\n"
        "AFG X ARG 2021 H0 852390 29\n"
        "FRA X RUS 2021 H0 071120 1500 22kg\n");
}

TEST_CASE("BACI's lists give names and no rows, whatever they lost on their way") {
  const ImportedRows read = imported(
      {trade_file("BACI_HS92_Y2021_V202301.csv"), trade_file("country_codes_V202501.csv"), trade_file("product_codes_HS92_V202301.csv")});
  CHECK(read.rows.size() == 3);
  CHECK(read.codes.area_label(384) == "Côte d'Ivoire");
  CHECK(read.codes.area_label(516) == "Namibia");
  CHECK(read.codes.product_label(read.rows.at(2).row.product) == "Vegetables: olives, provisionally preserved");
}

TEST_CASE("Eurostat's labels are taken apart, its groups kept as groups") {
  ImportOptions options;
  options.max_errors = 1;
  const ImportedRows read = imported({trade_file("eurostat.csv")}, options);
  CHECK(read.ready.release.currency == "EUR");
  CHECK(read.text() ==
        "CYP X KAZ 2024-08 HS TOTAL 11421\n"
        "LUX X RUS 2024-08 HS TOTAL 162950\n"
        "097 M KAZ 2024-08 HS TOTAL 900000\n"
        "euro-area X KAZ 2024-08 HS TOTAL 700000\n");
  CHECK(read.problems().find("error period eurostat.csv:4:81: 'Jan.-Mar. 2024' is no period: column 'PERIOD'") != std::string::npos);
}

TEST_CASE("what the file does not say is named with how to give it") {
  CHECK(imported_text("date,value,reporter,partner\n2021-01-01,5,KAZ,RUS\n").problems() ==
        "error basis file.csv: the file does not say its flow, frequency, unit, product, classification; give them with --set flow=X --set "
        "freq=A "
        "--set unit=USD --set product=TOTAL --set classification=HS\n");
  ImportOptions options;
  options.set = {{"flow", "X"}, {"freq", "A"}, {"unit", "USD"}, {"product", "TOTAL"}, {"classification", "HS"}};
  CHECK(imported_text("date,value,reporter,partner\n2021-01-01,5,KAZ,RUS\n", options).text() == "KAZ X RUS 2021 HS TOTAL 5\n");
}

TEST_CASE("every refused row is named with its place and why, and more than max-errors refuse the import") {
  const std::string text =
      "t,i,j,k,v,q\n"
      "2021,4,24,382390,52.051,13.235\n"
      "2021,4,24,382391,12a,1\n"
      "2021,4,24\n"
      "20x1,4,24,382391,1,1\n"
      "2021,4,2400,382391,1,1\n"
      "2021,4,24,382391,1,1";
  std::string rejects;
  ImportOptions options;
  options.set = {{"classification", "H0"}};
  options.rejected = [&rejects](const Problem& problem, std::string_view record) {
    rejects += problem.rule + ' ' + std::string(record) + '\n';
  };
  const ImportedRows refused = imported_text(text, options);
  CHECK_FALSE(refused.ready.is_usable);
  CHECK(refused.problems() ==
        "error value file.csv:3:18: '12a' is no number: column 'v'; correct it, or leave it empty when it is not known\n"
        "error ragged-row file.csv:4:10: the row has 3 fields, the header 6: column 'k'; see whether a separator is missing\n"
        "error period file.csv:5:1: '20x1' is no period: column 't'; periods are as 2019, 201903, 2019-Q1 or March 2019; a full date needs "
        "--set freq=A\n"
        "error area-code file.csv:6:8: '2400' is no area code of Comtrade: column 'j'; its codes have at most three digits\n");
  CHECK(rejects == "value 2021,4,24,382391,12a,1\nragged-row 2021,4,24\nperiod 20x1,4,24,382391,1,1\narea-code 2021,4,2400,382391,1,1\n");
  options.max_errors = 4;
  CHECK(imported_text(text, options).text() == "AFG X AGO 2021 H0 382390 52051 13235kg\nAFG X AGO 2021 H0 382391 1000 1000kg\n");
}

TEST_CASE("a last line that was cut off is refused as such") {
  ImportOptions options;
  options.set = {{"classification", "H0"}};
  CHECK(imported_text("t,i,j,k,v,q\n2021,4,24,382390,52.051,13.235\n2021,4,24,38", options).problems() ==
        "error cut-off file.csv:3:13: the last line ends in the middle, after 4 of 6 fields: column 'v'; fetch the file again\n");
}

TEST_CASE("wrong options are refused with the nearest right one") {
  const auto refusal = [](const ImportOptions& options) {
    const auto ready = trade::ready_import({}, options);
    return ready ? "accepted" : ready.error().what + "; " + ready.error().next;
  };
  CHECK(refusal({.format = "comtrad"}) == "no format is called 'comtrad'; did you mean 'comtrade'?");
  CHECK(refusal({.set = {{"flwo", "X"}}}) == "nothing called 'flwo' can be set; did you mean 'flow'?");
  CHECK(refusal({.set = {{"unit", "dollars"}}}) == "'dollars' is no value for --set unit; give a currency, as USD");
  CHECK(refusal({.encoding = "cp8666"}) == "no encoding is called 'cp8666'; did you mean 'cp866'?");
}
