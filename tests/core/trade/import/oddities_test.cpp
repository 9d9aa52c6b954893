#include <doctest/doctest.h>

#include "imported_rows.hpp"

using namespace attache;
using namespace attache::test;
using trade::ImportOptions;

namespace {

constexpr const char* legacy =
    "Classification,Period,Trade Flow Code,Reporter Code,Reporter ISO,Partner Code,Partner,Partner ISO,Commodity Code,Trade Value (US$)\n";

/// What is met in real files: its bytes, and what they give: rows, or else a part of what is said.
struct Oddity {
  const char* name;
  std::string bytes;
  std::string rows;
  std::string said;
};

std::string row(const std::string& cells) { return legacy + cells + '\n'; }

const std::string& lfs() {
  static const std::string text = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n";
  return text;
}

std::vector<Oddity> bytes_and_rows() {
  const std::string header = legacy;
  return {
      {"Latin-1 without a mark", row("H5,2017,2,384,CIV,792,T\xFCrkiye,TUR,1801,5"), "CIV X TUR 2017 H5 1801 5\n", "read as windows-1252"},
      {"UTF-8 with a mark", "\xEF\xBB\xBF" + row("H5,2017,2,384,CIV,792,Türkiye,TUR,1801,5"), "CIV X TUR 2017 H5 1801 5\n", ""},
      {"lone CR as line end", "t,i,j,k,v,q\r2021,4,24,382390,1,2\r", "AFG X AGO 2021 H0 382390 1000 2000kg\n", ""},
      {"CR CR LF as line end", "t,i,j,k,v,q\r\r\n2021,4,24,382390,1,2\r\r\n", "AFG X AGO 2021 H0 382390 1000 2000kg\n", ""},
      {"a blank line after the header and at the end", "t,i,j,k,v,q\n\n2021,4,24,382390,1,2\n\n\n",
       "AFG X AGO 2021 H0 382390 1000 2000kg\n", ""},
      {"one more field than the header", "t,i,j,k,v,q\n2021,4,24,382390,1,2,\n", "AFG X AGO 2021 H0 382390 1000 2000kg\n", ""},
      {"an unquoted comma in a text", row("H5,2017,2,398,KAZ,410,Korea, Rep. of,KOR,27,5"), "",
       "put quotes around texts with a separator in them"},
      {"a line break inside a quoted cell", row("H5,2017,2,398,KAZ,410,\"Republic\nof Korea\",KOR,27,5"), "KAZ X KOR 2017 H5 27 5\n", ""},
      {"a cell of 30,000 characters", row("H5,2017,2,398,KAZ,410,\"" + std::string(30000, 'x') + "\",KOR,27,5"), "KAZ X KOR 2017 H5 27 5\n",
       ""},
      {"semicolons", "t;i;j;k;v;q\n2021;4;24;382390;1;2\n", "AFG X AGO 2021 H0 382390 1000 2000kg\n", ""},
      {"tabs", "t\ti\tj\tk\tv\tq\n2021\t4\t24\t382390\t1\t2\n", "AFG X AGO 2021 H0 382390 1000 2000kg\n", ""},
      {"bars", "t|i|j|k|v|q\n2021|4|24|382390|1|2\n", "AFG X AGO 2021 H0 382390 1000 2000kg\n", ""},
      {"a header in the middle of files put together", row("H5,2017,2,398,KAZ,410,Korea,KOR,27,5") + header, "KAZ X KOR 2017 H5 27 5\n",
       ""},
  };
}

std::vector<Oddity> not_data() {
  return {
      {"the text of a query's error", "Query complexity: your query is too complex. Please simplify.\r\nResultset count: 0\r\n", "",
       "an answer without data: Query complexity"},
      {"a count of no results", "Resultset count: 0\n", "", "an answer without data"},
      {"a pointer of Git LFS", lfs(), "", "a pointer of Git LFS"},
      {"a file of one byte", "\n", "", "of 1 byte and holds no table"},
      {"an empty file", "", "", "the file is empty"},
      {"a web page", "<!DOCTYPE html>\n<html><body>Sign in</body></html>\n", "", "a web page"},
      {"a workbook", "PK\x03\x04 workbook", "", "a ZIP archive or a workbook"},
  };
}

std::vector<Oddity> codes_and_labels() {
  return {
      {"leading zeros lost", row("H5,2017,2,398,KAZ,410,Korea,KOR,1,5"), "KAZ X KOR 2017 H5 01 5\n", "the zeros were put back"},
      {"codes that are not ISO's", row("H5,2017,2,251,FRA,842,USA,USA,27,5"), "FRA X USA 2017 H5 27 5\n", ""},
      {"letters that are not ISO's, with blanks",
       "Classification,Period,Trade Flow Code,Reporter Code,Partner ISO,Commodity Code,Trade Value (US$)\n"
       "H5,2017,2,398,X1 ,27,5\nH5,2017,2,398,_X ,27,6\nH5,2017,2,398,W00,27,7\n",
       "KAZ X 837 2017 H5 27 5\nKAZ X 899 2017 H5 27 6\nKAZ X WLD 2017 H5 27 7\n", ""},
      {"several codes of one country", row("H5,2017,2,398,KAZ,280,Germany,DEU,27,5"), "KAZ X 280 2017 H5 27 5\n", ""},
      {"the undocumented flows MIF and XIF",
       "typeCode,period,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,primaryValue\nC,2017,398,XIF,0,H5,27,5\n",
       "KAZ XIF WLD 2017 H5 27 5\n", ""},
      {"editions mixed in one year", row("H5,2017,2,398,KAZ,410,Korea,KOR,27,5\nH4,2017,2,398,KAZ,643,Russia,RUS,27,6"),
       "KAZ X KOR 2017 H5 27 5\nKAZ X RUS 2017 H4 27 6\n", ""},
      {"TOTAL, chapters and World beside the detail", row("H5,2017,2,398,KAZ,0,World,WLD,TOTAL,5\nH5,2017,2,398,KAZ,0,World,WLD,27,4"),
       "KAZ X WLD 2017 H5 TOTAL 5\nKAZ X WLD 2017 H5 27 4\n", ""},
      {"a country that trades with itself", row("H5,2013,4,643,RUS,643,Russia,RUS,27,37"), "RUS RM RUS 2013 H5 27 37\n", ""},
      {"an unknown code of a flow", row("H5,2013,9,643,RUS,398,Kazakhstan,KAZ,27,37"), "", "'9' is no flow"},
  };
}

std::vector<Oddity> numbers_and_dates() {
  const std::string header = "typeCode,freqCode,period,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,";
  const std::string key = "C,A,2017,398,M,0,H5,27,";
  return {
      {"floats for whole numbers", header + "primaryValue\n" + key + "8306920666.0\n", "KAZ M WLD 2017 H5 27 8306920666\n", ""},
      {"values above 32 bits with decimals", header + "primaryValue\n" + key + "206642208248.492\n",
       "KAZ M WLD 2017 H5 27 206642208248492\n", ""},
      {"noise of floating point", header + "primaryValue\n" + key + "2702.8805189999998\n", "KAZ M WLD 2017 H5 27 2702880519\n",
       "the noise of floating point"},
      {"a padded NA", "t,i,j,k,v,q\n2021,4,24,382390,1,\"           NA\"\n", "AFG X AGO 2021 H0 382390 1000\n", ""},
      {"N/A as a unit and 0 as its quantity", header + "qtyUnitCode,qtyUnitAbbr,qty,primaryValue\n" + key + "-1,N/A,0,5\n",
       "KAZ M WLD 2017 H5 27 5\n", ""},
      {"no value", header + "primaryValue\n" + key + "\n", "KAZ M WLD 2017 H5 27 -\n", ""},
      {"no CIF value and a FOB value of 0", header + "cifvalue,fobvalue,primaryValue\n" + key + ",0,5\n", "KAZ M WLD 2017 H5 27 5\n", ""},
      {"52 as the month of a year", header + "refMonth,primaryValue\n" + key + "52,5\n", "KAZ M WLD 2017 H5 27 5\n", ""},
      {"a year given as its first day",
       "typeCode,freqCode,refPeriodId,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,primaryValue\n"
       "C,A,20220101,398,M,0,H5,27,5\n",
       "KAZ M WLD 2022 H5 27 5\n", ""},
      {"a month that is not of a year's row", header + "primaryValue\nC,A,201701,398,M,0,H5,27,5\n", "", "no period of frequency A"},
      {"truth in three spellings",
       header + "isNetWgtEstimated,netWgt,primaryValue\n" + key + "true,1,5\n" + key + "True,2,5\n" + key + "TRUE,3,5\n" + key +
           "False,4,5\n",
       "KAZ M WLD 2017 H5 27 5 1kg?\nKAZ M WLD 2017 H5 27 5 2kg?\nKAZ M WLD 2017 H5 27 5 3kg?\nKAZ M WLD 2017 H5 27 5 4kg\n", ""},
      {"services by letters",
       "typeCode,period,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,aggrLevel,mosCode,primaryValue\n"
       "S,2017,398,X,0,EB10,SC,1,0 ,5\nS,2017,398,X,0,EB10,200,0,0,9\n",
       "KAZ X WLD 2017 EB10 SC 5\nKAZ X WLD 2017 EB10 TOTAL 9\n", ""},
  };
}

void check(const std::vector<Oddity>& oddities) {
  for (const Oddity& each : oddities) {
    CAPTURE(each.name);
    const WrittenFile file("BACI_HS92.csv", each.bytes);
    const ImportedRows read = imported({file.path()});
    CHECK(read.ready.is_usable == !each.rows.empty());
    CHECK(read.text() == each.rows);
    const bool is_said = read.problems().find(each.said) != std::string::npos;
    CHECK_MESSAGE(is_said, read.problems());
  }
}

}  // namespace

TEST_CASE("odd bytes and rows survive or are refused") { check(bytes_and_rows()); }
TEST_CASE("what is no data is named as what it is") { check(not_data()); }
TEST_CASE("odd codes and labels survive or are refused") { check(codes_and_labels()); }
TEST_CASE("odd numbers and dates survive or are refused") { check(numbers_and_dates()); }
