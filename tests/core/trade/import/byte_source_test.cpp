#include "trade/src/import/byte_source.hpp"

#include <doctest/doctest.h>

#include "imported_rows.hpp"

using namespace attache;
using namespace attache::trade;
using attache::test::WrittenFile;

namespace {

struct Found {
  std::string encoding, text;
};

/// What a file of these bytes is taken for, and its text.
Found found(const std::string& bytes, const std::string& encoding = "") {
  const WrittenFile file("f.csv", bytes);
  Found out;
  out.encoding = look_at(file.path()).value().encoding;
  auto source = open_bytes(file.path(), encoding.empty() ? out.encoding : encoding);
  REQUIRE(source);
  std::string piece(7, ' ');
  while (true) {
    const auto got = (*source)->read(piece.data(), piece.size());
    if (!got) return {out.encoding, "error: " + got.error().what};
    if (*got == 0) return out;
    out.text.append(piece, 0, *got);
  }
}

std::string wide(const std::string& ascii, bool little) {
  std::string out;
  for (const char c : ascii) {
    if (!little) out += '\0';
    out += c;
    if (little) out += '\0';
  }
  return out;
}

}  // namespace

TEST_CASE("encodings are found in the bytes and read as UTF-8") {
  CHECK(found("plain").encoding == "utf-8");
  CHECK(found("\xEF\xBB\xBFname,Côte").text == "name,Côte");
  const Found western = found(
      "name\nC\xF4te d'Ivoire\nT\xFCrkiye\nCura\xE7"
      "ao\n");
  CHECK(western.encoding == "windows-1252");
  CHECK(western.text == "name\nCôte d'Ivoire\nTürkiye\nCuraçao\n");
  const Found windows = found("\xD0\xEE\xF1\xF1\xE8\xFF,\xCA\xE0\xE7\xE0\xF5\xF1\xF2\xE0\xED\n");
  CHECK(windows.encoding == "windows-1251");
  CHECK(windows.text == "Россия,Казахстан\n");
  const Found dos = found("\x90\xAE\xE1\xE1\xA8\xEF,\x8A\xA0\xA7\xA0\xE5\xE1\xE2\xA0\xAD\n");
  CHECK(dos.encoding == "cp866");
  CHECK(dos.text == "Россия,Казахстан\n");
}

TEST_CASE("UTF-16 is found with and without its mark") {
  CHECK(found("\xFF\xFE" + wide("a,b\n", true)).encoding == "utf-16le");
  CHECK(found("\xFF\xFE" + wide("a,b\n", true)).text == "a,b\n");
  CHECK(found("\xFE\xFF" + wide("a,b\n", false)).text == "a,b\n");
  CHECK(found(wide("reporter,partner\n", true)).text == "reporter,partner\n");
  CHECK(found(wide("reporter,partner\n", false)).text == "reporter,partner\n");
}

TEST_CASE("one byte that is no UTF-8 behind a long file changes what it is") {
  CHECK(found(std::string(300000, 'a') + "\n").encoding == "utf-8");
  CHECK(found(std::string(300000, 'a') + "\xE9\n").encoding == "windows-1252");
  CHECK(found(std::string(262143, 'a') + "é\n").encoding == "utf-8");
}

TEST_CASE("bytes that are not of the encoding named are an error with their place") {
  CHECK(found("C\xF4te", "UTF-8").text.find("is no character of its encoding") != std::string::npos);
}

TEST_CASE("a wrong name of an encoding is refused with the nearest") {
  CHECK(known_encoding("latin1").has_value());
  CHECK(known_encoding("cp1251").has_value());
  CHECK(known_encoding("windows-1215").error().next == "did you mean 'windows-1251'?");
}

TEST_CASE("UTF-8 that was read as Latin-1 is put right, other texts stay") {
  CHECK(repaired("CÃ´te d'Ivoire") == "Côte d'Ivoire");
  CHECK(repaired("Côte d'Ivoire") == "Côte d'Ivoire");
  CHECK(repaired("Россия") == "Россия");
  CHECK(repaired("Kenya") == "Kenya");
}
