#include "sheet_name.hpp"

#include <doctest/doctest.h>

#include "text_guard.hpp"

using namespace attache::xlsx;

TEST_CASE("a sheet name loses what programs forbid") {
  SheetNames names;
  CHECK(names.take("Exports/Imports: [2015] *?\\", "x") == "Exports-Imports- -2015- ---");
  CHECK(names.take("'quoted'", "x") == "quoted");
  CHECK(names.take("  two\nlines ", "x") == "two lines");
  CHECK(names.take("History", "x") == "History 1");
  CHECK(names.take("\x01\x02", "Fallback") == "Fallback");
  CHECK(names.take("''", "") == "Sheet");
}

TEST_CASE("a sheet name has at most 31 UTF-16 units") {
  SheetNames names;
  std::string emoji;
  for (int i = 0; i < 17; ++i) emoji += "😀";
  CHECK(utf16_length(names.take(emoji, "x")) <= 31);
  const std::string longest(31, 'a');
  CHECK(names.take(longest, "x") == longest);
  const std::string second = names.take(longest, "x");
  CHECK(utf16_length(second) == 31);
  CHECK(second.substr(second.size() - 4) == " (2)");
}

TEST_CASE("sheet names are unique whatever their case, in Cyrillic too") {
  SheetNames names;
  CHECK(names.take("Trade", "x") == "Trade");
  CHECK(names.take("TRADE", "x") == "TRADE (2)");
  CHECK(names.take("Экспорт", "x") == "Экспорт");
  CHECK(names.take("ЭКСПОРТ", "x") == "ЭКСПОРТ (2)");
  CHECK(names.take("Қазақ", "x") == "Қазақ");
  CHECK(names.take("ҚАЗАҚ", "x") == "ҚАЗАҚ (2)");
}

TEST_CASE("a table name is no cell reference and stays unique") {
  TableNames names;
  CHECK(names.take("a1") == "t_a1");
  CHECK(names.take("A1") == "t_A1_2");
  CHECK(names.take("trade-annual") == "t_trade_annual");
  CHECK(names.take("Экспорт").find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == std::string::npos);
}

TEST_CASE("references are written as spreadsheets count") {
  CHECK(column_letters(0) == "A");
  CHECK(column_letters(25) == "Z");
  CHECK(column_letters(26) == "AA");
  CHECK(column_letters(16383) == "XFD");
  CHECK(cell_reference(4, 2) == "C5");
  CHECK(cell_reference(4, 2, true) == "C$5");
  CHECK(quoted_sheet("Côte d'Ivoire") == "'Côte d''Ivoire'");
}
