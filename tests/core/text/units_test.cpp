#include <doctest/doctest.h>

#include "core/text/languages.hpp"

using namespace attache;
using text::UnitForm;

TEST_CASE("a power of ten becomes a word before its unit") {
  CHECK(language("en")->unit_name("USD", 9) == "billion USD");
  CHECK(language("en")->unit_name("USD", 9, UnitForm::abbreviated) == "bn USD");
  CHECK(language("en")->unit_name("KGS", 6) == "million KGS");
  CHECK(language("ru")->unit_name("USD", 9) == "млрд долл. США");
  CHECK(language("kk")->unit_name("USD", 6) == "млн АҚШ доллары");
  CHECK(language("en")->unit_name("USD", 0) == "USD");
  CHECK(language("en")->unit_name("USD", 4) == "× 10^4 USD");
}

TEST_CASE("a pure number has no unit but keeps its magnitude") {
  CHECK(language("en")->unit_name("1", 0).empty());
  CHECK(language("en")->unit_name("1", 6) == "million");
  CHECK(language("en")->quantity(decimal("6"), 0, "1") == "6");
}

TEST_CASE("a quantity does not break between number and unit") {
  CHECK(language("en")->quantity(decimal("7.5"), 1, "USD", 9) == "7.5\u00a0billion USD");
  CHECK(language("en")->quantity(decimal("7591"), 0, "km") == "7,591\u00a0km");
  CHECK(language("en")->quantity(decimal("44.23"), 0, "%") == "44\u00a0%");
  CHECK(language("en")->quantity(decimal("-8.2"), 1, "PC") == "\u22128.2\u00a0%");
}

TEST_CASE("a counted unit agrees with its number") {
  CHECK(language("en")->quantity(decimal("1"), 0, "persons") == "1\u00a0person");
  CHECK(language("en")->quantity(decimal("20000"), 0, "persons") == "20,000\u00a0persons");
  CHECK(language("ru")->quantity(decimal("2"), 0, "persons") == "2\u00a0человека");
  CHECK(language("ru")->quantity(decimal("5"), 0, "persons") == "5\u00a0человек");
  CHECK(language("ru")->quantity(decimal("20"), 0, "persons", 3) == "20\u00a0тыс. человек");
}

TEST_CASE("quotations stand in the language's marks") {
  CHECK(language("en")->quoted("Geography has made us neighbors.") == "“Geography has made us neighbors.”");
  CHECK(language("ru")->quoted("как дома") == "«как дома»");
  CHECK(language("en")->quoted("{a} 'b' #") == "“{a} 'b' #”");
}
