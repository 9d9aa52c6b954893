#include "layout/lines.hpp"

#include <doctest/doctest.h>

#include "fake_shaper.hpp"
#include "layout/bidi.hpp"

using namespace attache::pdf;
using attache::pdf::test::FakeShaper;

namespace {

struct Setting {
  FakeShaper shaper;
  Typesetter type{shaper, "en"};
  TextStyle style{Role::regular, 10, 14, 0, 0};  // a character is 5 points, a space 2.5

  std::vector<std::string> set(const Text& text, double width, Fit fit = Fit::greedy) {
    auto tokens = type.tokens(text, style);
    std::vector<std::string> out;
    for (const Line& line : type.lines(tokens, width, fit)) {
      std::string words;
      for (std::size_t i = line.begin; i < line.end; ++i)
        words += tokens[i].shaped->text + (tokens[i].gap > 0 && i + 1 < line.end ? " " : "");
      CHECK(line.width <= width + 0.01);
      out.push_back(words);
    }
    return out;
  }
};

}  // namespace

TEST_CASE("lines hold as many words as fit") {
  Setting s;
  CHECK(s.set(plain("aaa bbb ccc"), 33) == std::vector<std::string>{"aaa bbb", "ccc"});
  CHECK(s.set(plain("aaa bbb ccc"), 32) == std::vector<std::string>{"aaa", "bbb", "ccc"});
}

TEST_CASE("optimal lines are more even than greedy ones") {
  Setting s;
  const Text text = plain("aaaa bb cc ddddd");
  CHECK(s.set(text, 48, Fit::greedy) == std::vector<std::string>{"aaaa bb cc", "ddddd"});
  CHECK(s.set(plain("aaa bb cc ddddd ee"), 40, Fit::optimal).size() == s.set(plain("aaa bb cc ddddd ee"), 40, Fit::greedy).size());
}

TEST_CASE("a no-break space and a citation keep their words together") {
  Setting s;
  CHECK(s.set(plain("in 7.5\xC2\xA0"
                    "bn now"),
              36) == std::vector<std::string>{"in",
                                              "7.5\xC2\xA0"
                                              "bn",
                                              "now"});
  Text cited = plain("the end");
  cited.push_back(citation_span(7));
  cited.push_back(plain(" of it")[0]);
  const auto lines = s.set(cited, 38);
  REQUIRE(lines.size() == 3);
  CHECK(lines[1] == "end[7]");
}

TEST_CASE("a word wider than the column is cut and loses nothing") {
  Setting s;
  const std::string word(100, 'x');
  std::string all;
  for (const auto& line : s.set(plain(word), 52)) all += line;
  CHECK(all == word);
}

TEST_CASE("a newline begins a new line and other controls are spaces") {
  Setting s;
  CHECK(s.set(plain("one\ntwo\tthree"), 400) == std::vector<std::string>{"one", "two three"});
}

TEST_CASE("a text of nothing but spaces has no lines") {
  Setting s;
  CHECK(s.set(plain("  \t "), 100).empty());
  CHECK(s.set({}, 100).empty());
}

TEST_CASE("an address may be broken after a slash") {
  Setting s;
  CHECK(s.set(plain("https://a.example/path/to/page"), 100).size() == 2);
}

TEST_CASE("words from right to left stand in their own order, numbers among them from left to right") {
  CHECK(bidi_levels("plain text 7,500", false).empty());
  const auto levels = bidi_levels("a \xD7\xA2\xD7\x91 \xD7\xA8 b", false);  // a, two Hebrew words, b
  REQUIRE(levels.size() == 11);
  CHECK(levels[0] == 0);
  CHECK(levels[2] == 1);
  CHECK(levels[10] == 0);
  CHECK(visual_order({0, 1, 1, 0}) == std::vector<std::size_t>{0, 2, 1, 3});
  Setting s;
  std::vector<int> odd;
  for (const Token& token : s.type.tokens(plain("a \xD7\xA2\xD7\x91 \xD7\xA8 b"), s.style)) odd.push_back(token.level);
  CHECK(odd == std::vector<int>{0, 1, 1, 0});
}

TEST_CASE("an address is read decoded and not broken behind its scheme") {
  Setting s;
  Text link = plain("https://e.org/%D0%90%2F%FF");
  link[0].href = link[0].text;
  CHECK(s.set(link, 400) == std::vector<std::string>{"https://e.org/%D0%90%2F%FF"});  // %FF is no UTF-8
  link[0].text = link[0].href = "https://e.org/%D0%90%2F";
  CHECK(s.set(link, 400) == std::vector<std::string>{"https://e.org/\xD0\x90%2F"});
  const auto lines = s.set(link, 90);
  CHECK(lines[0] != "https://");
}
