#include "theme.hpp"

#include <doctest/doctest.h>

using namespace attache;
using namespace attache::report;

TEST_CASE("the built-in theme gives every key of the plugin contract") {
  const auto theme = find_theme("", "");
  REQUIRE(theme.has_value());
  for (const char* key : {"theme.font.body.file", "theme.font.bold.index", "theme.font.italic.sha256", "theme.font.heading.file",
                          "theme.font.symbols.file", "theme.color.accent", "theme.color.text", "theme.color.muted", "theme.color.rule",
                          "theme.color.fill", "theme.color.series.1", "theme.color.series.8", "theme.page.size", "theme.page.margin"}) {
    CAPTURE(key);
    CHECK(theme->contains(key));
  }
}

TEST_CASE("a theme file replaces what it names and its faults are told with their place") {
  Theme theme;
  std::vector<Problem> problems;
  read_theme("[color]\naccent = \"red\"\nacent = \"#000000\"\ntext = \"#112233\"\n[page]\nsize = \"A5\"\n", "t.toml", theme, problems);
  CHECK(theme["theme.color.text"] == "#112233");
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].where.text() == "t.toml:2:1");
  CHECK(problems[1].next.find("'accent'") != std::string::npos);
  CHECK(problems[2].where.line == 6);
}

TEST_CASE("an unknown theme is refused with the nearest one") {
  const auto theme = find_theme("defualt", "");
  REQUIRE_FALSE(theme.has_value());
  CHECK(theme.error().failure == Failure::usage);
  CHECK(theme.error().message().find("'default'") != std::string::npos);
}
