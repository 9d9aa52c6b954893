#include "csv.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "support/printed_lists.hpp"

using namespace attache;
using dataset::read_csv;

namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Result {
  Rows rows;  // the head first
  std::vector<std::string> problems;
};

Result read(std::string_view bytes) {
  std::vector<Problem> problems;
  const auto csv = read_csv(bytes, "t.csv", problems);
  Result out;
  const auto texts = [](const std::vector<dataset::Cell>& cells) {
    std::vector<std::string> row;
    for (const auto& cell : cells) row.push_back(cell.text);
    return row;
  };
  out.rows.push_back(texts(csv.header));
  for (const auto& row : csv.rows) out.rows.push_back(texts(row));
  for (const Problem& problem : problems) out.problems.push_back(problem.where.text() + " " + problem.what);
  return out;
}

void check_reads(std::string_view bytes, const Rows& rows) {
  const Result result = read(bytes);
  CAPTURE(bytes);
  CHECK(result.rows == rows);
  CHECK(result.problems == std::vector<std::string>{});
}

void check_refuses(std::string_view bytes, const std::string& problem) {
  CAPTURE(bytes);
  const Result result = read(bytes);
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0] == problem);
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

}  // namespace

TEST_CASE("lines may end with LF or CRLF, the last with nothing, and a byte-order mark is skipped") {
  check_reads("a,b\n1,2\n", {{"a", "b"}, {"1", "2"}});
  check_reads("a,b\r\n1,2\r\n", {{"a", "b"}, {"1", "2"}});
  check_reads("a,b\r\n1,2\n3,4", {{"a", "b"}, {"1", "2"}, {"3", "4"}});
  check_reads(
      "\xEF\xBB\xBF"
      "a,b\n1,2\n",
      {{"a", "b"}, {"1", "2"}});
  check_reads("a,b", {{"a", "b"}});
}

TEST_CASE("fields may be empty") {
  check_reads("a,b,c\n,,\n,2,", {{"a", "b", "c"}, {"", "", ""}, {"", "2", ""}});
  check_reads("a,b\n\"\",\"\"\n", {{"a", "b"}, {"", ""}});
}

TEST_CASE("quotes hold commas, line breaks and doubled quotes") {
  check_reads("a,b\n\"1,5\",\"say \"\"no\"\"\"\n", {{"a", "b"}, {"1,5", "say \"no\""}});
  check_reads("a,b\n\"x\ny\",\"x\r\ny\"\n", {{"a", "b"}, {"x\ny", "x\ny"}});
  check_reads("\"a\",\"b\"\n\"\"\"\",2\n", {{"a", "b"}, {"\"", "2"}});
}

TEST_CASE("a field's place is its first character, counted in characters") {
  std::vector<Problem> problems;
  const auto csv = read_csv("имя,b\n\"қаз\nақ\",x,\n", "t.csv", problems);
  CHECK(csv.header[1].column == 5);
  CHECK(csv.rows[0][0].line == 2);
  CHECK(csv.rows[0][0].column == 1);
  CHECK(csv.rows[0][1].line == 3);
  CHECK(csv.rows[0][1].column == 5);
}

TEST_CASE("what RFC 4180 does not allow is refused where it stands") {
  check_refuses("a,b\n1,x\"y\n", "t.csv:2:3 a quote inside an unquoted field");
  check_refuses("a,b\n1,\"x\"y\n", "t.csv:2:3 text after the closing quote");
  check_refuses("a,b\n1,\"x\n3,4\n", "t.csv:2:3 a quoted field that never ends");
  check_refuses("a,b\n1,2,3\n", "t.csv:2:5 the row has 3 fields, the head has 2");
  check_refuses("a,b\n1\n", "t.csv:2:1 the row has 1 field, the head has 2");
  check_refuses("a,b\n\n1,2\n", "t.csv:2:1 an empty line");
  check_refuses("a,b\n1,x\ry\n", "t.csv:2:3 a carriage return without a line feed");
  check_refuses(std::string_view("a,b\n1,x\0y\n", 10), "t.csv:2:3 a control character 0x00");
  check_refuses("a;b\n1;2\n", "t.csv:1:1 the columns are not separated by commas");
  check_refuses("", "t.csv:1:1 the file is empty");
  check_refuses(
      "\xFF\xFE"
      "a",
      "t.csv:1:1 the file is UTF-16");
}

TEST_CASE("bytes that are not UTF-8 are named with their place") {
  check_refuses("a,b\n1,Caf\xE9\n", "t.csv:2:3 byte 0xE9 at character 6 of line 2 is not UTF-8");
  check_refuses("a,b\n1,\xC0\xAF\n", "t.csv:2:3 byte 0xC0 at character 3 of line 2 is not UTF-8");      // overlong
  check_refuses("a,b\n1,\xED\xA0\x80\n", "t.csv:2:3 byte 0xED at character 3 of line 2 is not UTF-8");  // a surrogate
  check_refuses("a,b\n1,\xF0\x9F\x98", "t.csv:2:3 byte 0xF0 at character 3 of line 2 is not UTF-8");    // cut off
}

TEST_CASE("a Latin-1 file is not a flood of problems") {
  std::string bytes = "a,b\n";
  for (int i = 0; i < 1000; ++i) bytes += "\xE9t\xE9,\xE9\n";
  const Result result = read(bytes);
  CHECK(result.rows.size() == 1001);
  REQUIRE(result.problems.size() == 11);
  CHECK(result.problems[10].ends_with("bytes that are not UTF-8 in 990 further lines"));
}

TEST_CASE("a file of other separators is told once and nothing is concluded from it") {
  const Result result = read("id;type\na;visit\n");
  CHECK(result.problems == std::vector<std::string>{"t.csv:1:1 the columns are not separated by commas"});
  CHECK(result.rows == Rows{{}});
}

TEST_CASE("characters that turn the direction of what follows are refused") {
  check_refuses("a,b\n1,x\u202E23\n", "t.csv:2:3 an invisible character that turns the direction of text");
  check_refuses("a,b\n1,x\u202A23\n", "t.csv:2:3 an invisible character that turns the direction of text");
  check_reads("a,b\n1,x\u2067y\u2069\u2029\n", {{"a", "b"}, {"1", "x\u2067y\u2069\u2029"}});
}

TEST_CASE("reading goes on after what is wrong") {
  const Result result = read("a,b\n1,x\"y\n2\n3,\"4\"5\n6,7\n");
  CHECK(result.problems.size() == 3);
  CHECK(result.rows == Rows{{"a", "b"}, {"1", "x\"y"}, {"2", ""}, {"3", "45"}, {"6", "7"}});
}

TEST_CASE("what is written is what is read") {
  const std::string alphabet[] = {"a", ",", "\"", "\n", " ", ";", "ж", "é", "🙂", "'", "="};
  for (const unsigned seed : {1U, 42U, 20151014U}) {
    std::mt19937 random(seed);
    for (int round = 0; round < 300; ++round) {
      CAPTURE(seed);
      CAPTURE(round);
      const std::size_t width = 2 + random() % 4;
      Rows rows(1 + random() % 5, std::vector<std::string>(width));
      std::string bytes;
      const std::string line_end = random() % 2 == 0 ? "\n" : "\r\n";
      for (auto& row : rows) {
        for (std::size_t c = 0; c < width; ++c) {
          for (std::size_t length = random() % 6; length > 0; --length) row[c] += alphabet[random() % std::size(alphabet)];
          const bool plain = row[c].find_first_of(",\"\n") == std::string::npos;
          bytes += (c == 0 ? "" : ",") + (plain && random() % 2 == 0 ? row[c] : quoted(row[c]));
        }
        bytes += line_end;
      }
      check_reads(bytes, rows);
    }
  }
}

TEST_CASE("one further line of bad bytes is one line") {
  std::string bytes = "a,b\n";
  for (int i = 0; i < 11; ++i) bytes += "\xE9t\xE9,1\n";
  const Result result = read(bytes);
  REQUIRE_FALSE(result.problems.empty());
  CHECK(result.problems.back().ends_with("in 1 further line"));
}
