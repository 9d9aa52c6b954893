#include <doctest/doctest.h>

#include "host/src/plain_line.hpp"

using attache::host::plain_line;

TEST_CASE("a plugin's text becomes one line: controls and line ends are spaces, and there are none at its end") {
  CHECK(plain_line("two\nlines\r\n", 100) == "two lines");
  CHECK(plain_line("a\tb\x1b[31m\x7f.", 100) == "a b [31m .");
  CHECK(plain_line("next\u2028line \u0085.", 100) == "next line  .");
  CHECK(plain_line(" \n ", 100).empty());
}

TEST_CASE("bytes that are no UTF-8 become question marks, and good text stays as it is") {
  CHECK(plain_line("caf\xE9 and caf\xC3\xA9, Қазақстан", 100) == "caf? and café, Қазақстан");
  CHECK(plain_line("\xC3", 100) == "?");
}

TEST_CASE("a long text is cut between characters and says how long it was") {
  CHECK(plain_line("12345", 5) == "12345");
  CHECK(plain_line("123456", 5) == "12345… (6 bytes)");
  CHECK(plain_line("1234é6", 5) == "1234… (7 bytes)");
}
