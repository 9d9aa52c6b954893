#include "trade/src/import/csv.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace attache;
using namespace attache::trade;

namespace {

/// "a|b\nc|d\n": a record a line, a bar between fields; what is wrong comes last.
std::string read(const std::string& text, char separator = ',') {
  CsvReader reader(bytes_of(text), "f.csv", separator);
  CsvRecord record;
  std::string out;
  while (true) {
    const auto more = reader.next(record);
    if (!more) return out + "error " + more.error().message() + '\n';
    if (!*more) return out;
    out += std::to_string(record.line()) + ':';
    for (std::size_t i = 0; i < record.size(); ++i) out += (i > 0 ? "|" : "") + std::string(record[i]);
    if (record.is_unterminated()) out += " (cut off)";
    if (record.broken_field() >= 0) out += " (broken " + std::to_string(record.broken_field()) + ")";
    out += '\n';
  }
}

/// Gives so many bytes at a time, as a slow disk might.
class Drops final : public ByteSource {
 public:
  Drops(std::string text, std::size_t size) : text_(std::move(text)), size_(size) {}
  Outcome<std::size_t> read(char* to, std::size_t room) override {
    const std::size_t got = text_.copy(to, std::min(size_, room), at_);
    at_ += got;
    return got;
  }

 private:
  std::string text_;
  std::size_t size_, at_ = 0;
};

}  // namespace

TEST_CASE("records end with LF, CRLF, a lone CR or CR CR LF; blank lines count and are skipped") {
  CHECK(read("a,b\nc,d\n") == "1:a|b\n2:c|d\n");
  CHECK(read("a,b\r\nc,d\r\n") == "1:a|b\n2:c|d\n");
  CHECK(read("a,b\rc,d\r") == "1:a|b\n2:c|d\n");
  CHECK(read("a,b\r\r\nc,d\r\r\n") == "1:a|b\n2:c|d\n");
  CHECK(read("a\n\n\r\nb\n\n") == "1:a\n4:b\n");
}

TEST_CASE("quotes hold separators, line breaks and doubled quotes") {
  CHECK(read("\"a,b\",c\n") == "1:a,b|c\n");
  CHECK(read("\"a\nb\",c\nd,e\n") == "1:a\nb|c\n3:d|e\n");
  CHECK(read("\"say \"\"no\"\"\",\"\"\"\",\"\"\n") == "1:say \"no\"|\"|\n");
  CHECK(read("5\" pipe,x\n") == "1:5\" pipe|x\n");
}

TEST_CASE("a field may be empty, first, last or alone") {
  CHECK(read(",a,\n") == "1:|a|\n");
  CHECK(read("a;b\n", ';') == "1:a|b\n");
  CHECK(read("") == "");
}

TEST_CASE("a last line without a line break is given and said to be so") {
  CHECK(read("a,b\nc,d") == "1:a|b\n2:c|d (cut off)\n");
  CHECK(read("a,b\nc,") == "1:a|b\n2:c| (cut off)\n");
  CHECK(read("a,b\n\"c\"") == "1:a|b\n2:c (cut off)\n");
}

TEST_CASE("text after a closing quote breaks its field, not the file") { CHECK(read("\"a\"b,c\nd,e\n") == "1:a|c (broken 0)\n2:d|e\n"); }

TEST_CASE("a quote that is never closed is an error at its place") {
  CHECK(read("a,b\nc,\"d\ne,f\n") ==
        "1:a|b\nerror f.csv:2:3: this quote is never closed: all that follows belongs to its field; close the quote, or double it where it "
        "is "
        "meant as a character\n");
}

TEST_CASE("places count characters and the lines inside a record") {
  CsvReader reader(bytes_of("é,\"x\ny\",z\n"), "f.csv", ',');
  CsvRecord record;
  REQUIRE(reader.next(record).value());
  CHECK(record.place(1, "f.csv").text() == "f.csv:1:3");
  CHECK(record.place(2, "f.csv").text() == "f.csv:2:4");
  CHECK(record.place(3, "f.csv").text() == "f.csv:2:5");
}

TEST_CASE("records do not depend on the pieces in which a file comes") {
  std::mt19937 random(20261125);
  MESSAGE("seed 20261125");
  for (int round = 0; round < 60; ++round) {
    std::string text;
    const std::string_view alphabet = "ab,,\"\"\n\r\n xyz0123456789";
    const std::size_t size = 1 + random() % 400;
    for (std::size_t i = 0; i < size; ++i) text += alphabet[random() % alphabet.size()];
    const std::string whole = read(text);
    for (const std::size_t piece : {1U, 2U, 3U, 7U, 64U}) {
      CsvReader reader(std::make_unique<Drops>(text, piece), "f.csv", ',');
      CsvRecord record;
      std::string out;
      while (true) {
        const auto more = reader.next(record);
        if (!more) out += "error " + more.error().message() + '\n';
        if (!more || !*more) break;
        out += std::to_string(record.line()) + ':';
        for (std::size_t i = 0; i < record.size(); ++i) out += (i > 0 ? "|" : "") + std::string(record[i]);
        if (record.is_unterminated()) out += " (cut off)";
        if (record.broken_field() >= 0) out += " (broken " + std::to_string(record.broken_field()) + ")";
        out += '\n';
      }
      CAPTURE(text);
      CAPTURE(piece);
      CHECK(out == whole);
    }
  }
}

TEST_CASE("a record may be larger than a piece of the file") {
  const std::string cell(700000, 'x');
  CHECK(read("a,\"" + cell + "\"\nb,c\n") == "1:a|" + cell + "\n2:b|c\n");
}

TEST_CASE("the separator is the one that most lines have equally often") {
  CHECK(guessed_separator("a,b,c\n1,2,3\n") == ',');
  CHECK(guessed_separator("a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n") == ';');
  CHECK(guessed_separator("a\tb\n1\t2\n") == '\t');
  CHECK(guessed_separator("a|b\n1|2\n") == '|');
  CHECK(guessed_separator("\"x;y;z;w\",b\n\"x;y;z;w\",c\n") == ',');
}
