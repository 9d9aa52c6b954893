#include <doctest/doctest.h>
#include <unicode/locid.h>

#include <algorithm>
#include <clocale>
#include <thread>

#include "core/text/languages.hpp"

using namespace attache;
using text::Language;

TEST_CASE("English is complete and loads") {
  const auto en = Language::load("en");
  REQUIRE(en);
  CHECK((*en)->tag() == "en");
  CHECK(!(*en)->right_to_left());
  CHECK((*en)->message("language.name") == "English");
  CHECK((*Language::load("EN"))->tag() == "en");
  CHECK(std::ranges::count(Language::available(), "en") == 1);
}

TEST_CASE("a language is refused as long as its catalogue has gaps, and says how large they are") {
  for (const text::CatalogueState& state : Language::catalogues()) {
    const auto language = Language::load(state.tag);
    CHECK(language.has_value() == state.complete());
    CHECK(Language::load_incomplete(state.tag));
    if (language) continue;
    CHECK(language.error().failure == Failure::usage);
    CHECK(language.error().message().find(std::to_string(state.translated) + " of " + std::to_string(state.messages)) != std::string::npos);
  }
}

TEST_CASE("an unknown language is refused with a near one, or with those there are") {
  const auto typo = Language::load("eng");
  REQUIRE(!typo);
  CHECK(typo.error().failure == Failure::usage);
  CHECK(typo.error().message().find("no language 'eng'") != std::string::npos);
  const auto far = Language::load("zh-Hant");
  REQUIRE(!far);
  CHECK(far.error().next.find("en") != std::string::npos);
}

TEST_CASE("an unknown message gives its id") {
  CHECK(language("en")->message("no.such.message") == "no.such.message");
  CHECK(!language("en")->has_message("no.such.message"));
  CHECK(language("en")->has_message("date.undated"));
}

TEST_CASE("arguments are printed as they are, whatever they hold") {
  const auto en = language("en");
  CHECK(en->message("date.about", {{"date", "{x} 'q' #1"}}) == "about {x} 'q' #1");
  CHECK(en->message("date.interval", {{"from", "\u0410"}, {"to", ""}}) == "\u0410 – ");
}

TEST_CASE("lists join their items as the language does") {
  const auto en = language("en");
  CHECK(en->list({}).empty());
  CHECK(en->list({"CIS"}) == "CIS");
  CHECK(en->list({"CIS", "SCO"}) == "CIS and SCO");
  CHECK(en->list({"CIS", "EAEU", "SCO"}) == "CIS, EAEU and SCO");
  CHECK(language("ru")->list({"СНГ", "ЕАЭС", "ШОС"}) == "СНГ, ЕАЭС и ШОС");
}

TEST_CASE("sorting follows the alphabet of the language, not the code points") {
  std::vector<std::string> kazakh = {"я", "қ", "к", "ә", "а", "б"};
  std::ranges::sort(kazakh, [&](const auto& a, const auto& b) { return language("kk")->less(a, b); });
  CHECK(kazakh == std::vector<std::string>{"а", "ә", "б", "к", "қ", "я"});
  CHECK(language("en")->less("\u00c5land", "Albania") != language("en")->less("Albania", "\u00c5land"));
  CHECK(language("en")->less("a", "B"));
  CHECK(!language("en")->less("a", "a"));
}

TEST_CASE("the process's locale changes nothing that is printed") {
  const auto printed = [] {
    const auto en = language("en");
    return en->number(decimal("-1234567.5"), 1) + en->date(*Edtf::parse("2015-10-14")) + en->list({"a", "b", "c"}) +
           en->percent(decimal("3.2"), 1) + en->message("ordinal", {{"n", 2}}) + text::area_name("DEU", "en");
  };
  const std::string before = printed();
  std::setlocale(LC_ALL, "de_DE.UTF-8");
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale was;
  icu::Locale::setDefault(icu::Locale::getGermany(), status);
  const std::string after = printed();
  icu::Locale::setDefault(was, status);
  std::setlocale(LC_ALL, "C");
  CHECK(before == "\u22121,234,567.514 October 2015a, b and c3.2\u00a0%2ndGermany");
  CHECK(after == before);
}

TEST_CASE("one language may be used by many threads at once") {
  std::vector<std::thread> threads;
  std::vector<std::string> results(4);
  for (std::string& result : results) {
    threads.emplace_back([&result] {
      for (int i = 0; i < 200; ++i) {
        const auto ru = language("ru");
        result = ru->date(*Edtf::parse("2015-10-14/2015-10-16")) + ru->number(decimal("7500"), 1) + ru->list({"а", "б"}) + ru->ordinal(i);
        result += text::area_name("KAZ", "kk") + text::area_name("RU-MOW", "ru");
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) CHECK(result == results.front());
}
