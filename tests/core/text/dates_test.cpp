#include <doctest/doctest.h>

#include <map>
#include <string>

#include "core/text/languages.hpp"

using namespace attache;

namespace {
void check(std::string_view tag, const std::map<std::string, std::string>& dates) {
  for (const auto& expected : dates) {
    const auto date = Edtf::parse(expected.first);
    REQUIRE_MESSAGE(date, expected.first);
    CAPTURE(expected.first);
    CHECK(language(tag)->date(*date) == expected.second);
  }
}
}  // namespace

TEST_CASE("a date is printed as precisely as it is known") {
  check("en", {{"", "undated"},
               {"2015-10-14", "14 October 2015"},
               {"1994-03", "March 1994"},
               {"2003", "2003"},
               {"1994~", "about 1994"},
               {"1994?", "1994 (uncertain)"},
               {"1994%", "about 1994 (uncertain)"},
               {"2005-01~", "about January 2005"},
               {"199X", "1990s"},
               {"19XX", "20th century"},
               {"2015-XX", "2015"},
               {"2015-10-XX", "October 2015"},
               {"2015-21", "spring 2015"}});
}

TEST_CASE("an interval says once what its ends share") {
  check("en", {{"2015-01/2015-06", "January–June 2015"},
               {"2015-10-14/2015-10-16", "14–16 October 2015"},
               {"2015-02-28/2015-03-03", "28 February – 3 March 2015"},
               {"2014-12-31/2015-01-02", "31 December 2014 – 2 January 2015"},
               {"2014-11/2015-02", "November 2014 – February 2015"},
               {"2015/2016", "2015–2016"},
               {"2015/2015", "2015"},
               {"2003/2014-06", "2003 – June 2014"},
               {"1994~/1996", "about 1994 – 1996"},
               {"199X/2003", "1990s – 2003"}});
}

TEST_CASE("an interval open at one end says from or until") {
  check("en", {{"2003/..", "from 2003"},
               {"2005-01/..", "from January 2005"},
               {"2005-01-18/..", "from 18 January 2005"},
               {"../2015", "until 2015"},
               {"2003~/..", "from 2003 (approximate)"},
               {"199X/..", "from 1990s"}});
}

TEST_CASE("Russian dates decline the month where a day or a preposition stands before it") {
  check("ru", {{"2015-10-14", "14 октября 2015\u00a0г."},
               {"1994-03", "март 1994\u00a0г."},
               {"2003", "2003\u00a0г."},
               {"2015-01/2015-06", "январь–июнь 2015\u00a0г."},
               {"2015-10-14/2015-10-16", "14–16 октября 2015\u00a0г."},
               {"2015/2016", "2015–2016\u00a0гг."},
               {"2005-01/..", "с января 2005\u00a0г."},
               {"199X", "1990-е гг."},
               {"", "дата не указана"}});
}

TEST_CASE("Kazakh dates begin with the year") {
  check("kk", {{"2015-10-14", "2015\u00a0ж. 14 қазан"},
               {"1994-03", "1994\u00a0ж. наурыз"},
               {"2015-01/2015-06", "2015\u00a0ж. қаңтар–маусым"},
               {"2015-10-14/2015-10-16", "2015\u00a0ж. 14–16 қазан"},
               {"2003/..", "2003 жылдан бастап"},
               {"", "күні көрсетілмеген"}});
}
