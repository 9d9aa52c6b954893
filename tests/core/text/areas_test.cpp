#include <doctest/doctest.h>

#include <filesystem>

#include "core/text/languages.hpp"

using namespace attache;

TEST_CASE("countries have their CLDR names in every language") {
  CHECK(text::area_name("RUS", "en") == "Russia");
  CHECK(text::area_name("KAZ", "en") == "Kazakhstan");
  CHECK(text::area_name("RUS", "ru") == "Россия");
  CHECK(text::area_name("KAZ", "ru") == "Казахстан");
  CHECK(text::area_name("RUS", "kk") == "Ресей");
  CHECK(text::area_name("KAZ", "kk") == "Қазақстан");
  CHECK(text::area_name("XKX", "en") == "Kosovo");
}

TEST_CASE("the world and former countries have names, not those of their successors") {
  CHECK(text::area_name("WLD", "en") == "World");
  CHECK(text::area_name("SUN", "en") == "USSR");
  CHECK(text::area_name("SUN", "ru") == "СССР");
  CHECK(text::area_name("SUN", "kk") == "КСРО");
  CHECK(text::area_name("YUG", "en") == "Yugoslavia");
}

TEST_CASE("subdivisions and rarer former countries come from iso-codes where it is installed") {
  if (!std::filesystem::exists("/usr/share/iso-codes/json/iso_3166-2.json")) {
    MESSAGE("the package iso-codes is not installed: skipped");
    CHECK(text::area_name("RU-MOW", "en").empty());
    return;
  }
  CHECK(text::area_name("RU-MOW", "en") == "Moskva");
  CHECK(text::area_name("RU-MOW", "ru") == "Москва");
  CHECK(text::area_name("DHY", "en") == "Dahomey");
  CHECK(text::area_name("RU-MOW", "kk").empty());
}

TEST_CASE("an unknown code or language has no name") {
  CHECK(text::area_name("QQQ", "en").empty());
  CHECK(text::area_name("", "en").empty());
  CHECK(text::area_name("RUS", "xx").empty());
}
