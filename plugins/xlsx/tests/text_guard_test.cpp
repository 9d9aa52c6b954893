#include "text_guard.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <random>

#include "exported.hpp"

using namespace attache::xlsx;

TEST_CASE("text that is not UTF-8 becomes replacement characters") {
  CHECK(clean_text("caf\xE9") == "caf\xEF\xBF\xBD");                              // Latin-1
  CHECK(clean_text("\xC3") == "\xEF\xBF\xBD");                                    // cut
  CHECK(clean_text("\xED\xA0\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");    // surrogate
  CHECK(clean_text("\xC0\xAF") == "\xEF\xBF\xBD\xEF\xBF\xBD");                    // overlong
  CHECK(clean_text("\xEF\xBF\xBE|\xEF\xBF\xBF") == "\xEF\xBF\xBD|\xEF\xBF\xBD");  // U+FFFE, U+FFFF
  CHECK(clean_text("Қазақстан – 中国 🇰🇿") == "Қазақстан – 中国 🇰🇿");
}

TEST_CASE("control characters disappear and line ends become line feeds") {
  CHECK(clean_text(std::string("a\0b\x01\x08\x1F\x7F", 7)) == "ab");
  CHECK(clean_text("one\r\ntwo\rthree\nfour\tfive") == "one\ntwo\nthree\nfour\tfive");
  CHECK(clean_line("  one \r\n two\t three ", 99) == "one two three");
}

TEST_CASE("length is counted in UTF-16 units") {
  CHECK(utf16_length("аб") == 2);
  CHECK(utf16_length("🇰🇿") == 4);
  std::string emoji;
  for (int i = 0; i < 20000; ++i) emoji += "😀";
  const std::string cut = clean_text(emoji);
  CHECK(utf16_length(cut) <= cell_units_max);
  CHECK(cut.substr(cut.size() - 3) == "…");
  CHECK(clean_text("abcdef", 4) == "abc…");
  CHECK(clean_text("abcd", 4) == "abcd");
}

TEST_CASE("what looks like an escape is escaped") {
  CHECK(cell_text("_x0041_") == "_x005F_x0041_");
  CHECK(cell_text("_x004_ _X0041_ _x00G1_") == "_x004_ _X0041_ _x00G1_");
}

TEST_CASE("what escapes make too long for a cell is cut behind a whole escape") {
  std::string many;
  for (int i = 0; i < 4681; ++i) many += "_x0041_";  // 32,767 characters, 56,172 with their escapes
  const std::string cut = cell_text(many);
  CHECK(utf16_length(cut) <= cell_units_max);
  CHECK(utf16_length(cut) > cell_units_max - 14);
  CHECK(cut.ends_with("…"));
  const std::size_t last = cut.rfind("_x00");
  CHECK(cut.substr(last).size() >= 7);
  CHECK_FALSE(fits_cell(many));
  CHECK(fits_cell(std::string(cell_units_max, 'x')));
  CHECK_FALSE(fits_cell(std::string(cell_units_max + 1, 'x')));
  std::string emoji;
  for (int i = 0; i < 16383; ++i) emoji += "😀";
  CHECK(fits_cell(emoji));
  CHECK_FALSE(fits_cell(emoji + "😀"));
}

TEST_CASE("a cell has at most 253 line feeds") {
  const std::string lines = cell_text(std::string(400, '\n') + "x");
  CHECK(std::count(lines.begin(), lines.end(), '\n') == 253);
}

TEST_CASE("only plain web and mail addresses become links") {
  CHECK(is_linkable("https://example.org/?a=1&b=2"));
  CHECK(is_linkable("mailto:desk@example.org"));
  CHECK_FALSE(is_linkable("javascript:alert(1)"));
  CHECK_FALSE(is_linkable("file:///etc/passwd"));
  CHECK_FALSE(is_linkable("https://example.org/a b"));
  CHECK_FALSE(is_linkable("https://example.org/" + std::string(2100, 'x')));
}

TEST_CASE("whatever the bytes, the cleaned text is well-formed XML") {
  const std::uint32_t seed = 20151014;
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(random() % 40, ' ');
    for (char& byte : bytes) byte = static_cast<char>(random() % 256);
    std::string xml = "<t>";
    for (const char c : cell_text(bytes))
      xml += c == '<' ? std::string("&lt;") : c == '&' ? std::string("&amp;") : c == '>' ? std::string("&gt;") : std::string(1, c);
    const std::string error = attache::xlsx::test::xml_error(xml + "</t>");
    REQUIRE_MESSAGE(error.empty(), error);
  }
}
