#include "csv.hpp"

#include "value/utf8.hpp"

namespace attache::dataset {
namespace {

std::string hexadecimal(unsigned byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  return {'0', 'x', digits[byte >> 4U & 15U], digits[byte & 15U]};
}

/// The bytes as characters with their places; what is not UTF-8 comes out as U+FFFD and is named.
class Characters {
 public:
  Characters(std::string_view bytes, const std::string& file, std::vector<Problem>& problems)
      : bytes_(bytes), file_(file), problems_(problems) {}

  [[nodiscard]] bool at_end() const { return position_ >= bytes_.size(); }
  /// The next byte, or NUL at the end.
  [[nodiscard]] char peek(std::size_t ahead = 0) const { return position_ + ahead < bytes_.size() ? bytes_[position_ + ahead] : '\0'; }
  [[nodiscard]] int line() const { return line_; }
  [[nodiscard]] int column() const { return column_; }

  [[nodiscard]] bool at_line_end() const { return peek() == '\n' ? !at_end() : peek() == '\r' && peek(1) == '\n'; }

  void skip_line_end() {
    position_ += peek() == '\r' ? 2U : 1U;
    ++line_;
    column_ = 1;
  }

  /// Takes one character that ends no line; `field` is where its field began.
  std::string_view take(const Cell& field) {
    const std::size_t length = utf8_length(bytes_.substr(position_));
    const std::string_view character = length == 0 ? std::string_view("\xEF\xBF\xBD") : bytes_.substr(position_, length);
    if (length == 0) report_encoding(field);
    if (length == 1) report_control(field);
    if (length == 3) report_direction(field, character);
    position_ += length == 0 ? 1U : length;
    ++column_;
    return character;
  }

  void report(const Cell& field, std::string what, std::string next, const char* rule = "csv") {
    Problem problem;
    problem.failure = Failure::data;
    problem.rule = rule;
    problem.what = std::move(what);
    problem.next = std::move(next);
    problem.where = {file_, field.line, field.column, ""};
    problems_.push_back(std::move(problem));
  }

  /// The lines with bad bytes that were not reported one by one.
  void finish() {
    if (unreported_lines_ == 0) return;
    report(
        {"", line_, 1},
        "bytes that are not UTF-8 in " + std::to_string(unreported_lines_) + (unreported_lines_ == 1 ? " further line" : " further lines"),
        "save the file as UTF-8", "encoding");
  }

 private:
  static constexpr int most_encoding_reports = 10;

  void report_encoding(const Cell& field) {
    if (last_bad_line_ == line_) return;
    last_bad_line_ = line_;
    if (++bad_lines_ > most_encoding_reports) {
      ++unreported_lines_;
      return;
    }
    const auto byte = static_cast<unsigned char>(bytes_[position_]);
    report(field,
           "byte " + hexadecimal(byte) + " at character " + std::to_string(column_) + " of line " + std::to_string(line_) + " is not UTF-8",
           "save the file as UTF-8", "encoding");
  }

  void report_control(const Cell& field) {
    const auto byte = static_cast<unsigned char>(bytes_[position_]);
    if ((byte >= 0x20U && byte != 0x7FU) || byte == '\t') return;
    if (byte == '\r') return report(field, "a carriage return without a line feed", "end lines with LF or CRLF");
    report(field, "a control character " + hexadecimal(byte), "delete it");
  }

  /// U+202A–U+202E turn what is printed after their cell too; U+2066–U+2069 end with the paragraph at the latest.
  void report_direction(const Cell& field, std::string_view character) {
    if (character < "\xE2\x80\xAA" || character > "\xE2\x80\xAE") return;
    report(field, "an invisible character that turns the direction of text", "delete it; directions are found by the letters themselves");
  }

  std::string_view bytes_;
  const std::string& file_;
  std::vector<Problem>& problems_;
  std::size_t position_ = 0;
  int line_ = 1;
  int column_ = 1;
  int last_bad_line_ = 0;
  int bad_lines_ = 0;
  int unreported_lines_ = 0;
};

void read_quoted(Characters& in, Cell& cell) {
  in.take(cell);
  for (;;) {
    if (in.at_end()) return in.report(cell, "a quoted field that never ends", "close it with a quote; a quote inside is written twice");
    if (in.at_line_end()) {
      cell.text += '\n';
      in.skip_line_end();
    } else if (in.peek() != '"') {
      cell.text += in.take(cell);
    } else if (in.peek(1) == '"') {
      in.take(cell);
      cell.text += in.take(cell);
    } else {
      break;
    }
  }
  in.take(cell);
  if (in.at_end() || in.at_line_end() || in.peek() == ',') return;
  in.report(cell, "text after the closing quote", "write a quote inside a quoted field twice");
  while (!in.at_end() && !in.at_line_end() && in.peek() != ',') cell.text += in.take(cell);
}

Cell read_cell(Characters& in) {
  Cell cell{"", in.line(), in.column()};
  if (in.peek() == '"') {
    read_quoted(in, cell);
    return cell;
  }
  bool quote = false;
  while (!in.at_end() && !in.at_line_end() && in.peek() != ',') {
    quote = quote || in.peek() == '"';
    cell.text += in.take(cell);
  }
  if (quote) in.report(cell, "a quote inside an unquoted field", "put the field in quotes and write the quote twice");
  return cell;
}

std::vector<Cell> read_record(Characters& in) {
  std::vector<Cell> cells;
  for (;;) {
    cells.push_back(read_cell(in));
    if (in.at_end()) return cells;
    if (in.at_line_end()) {
      in.skip_line_end();
      return cells;
    }
    in.take(cells.back());  // the comma
    if (in.at_end()) {
      cells.push_back({"", in.line(), in.column()});
      return cells;
    }
  }
}

/// Makes the record as long as the head, and says when it was not.
bool fit(Characters& in, std::vector<Cell>& record, std::size_t width) {
  if (record.size() == width) return true;
  if (record.size() == 1 && record.front().text.empty()) {
    in.report(record.front(), "an empty line", "delete it");
    return false;
  }
  const std::string fields = std::to_string(record.size()) + (record.size() == 1 ? " field" : " fields");
  const Cell& place = record.size() > width ? record[width] : record.back();
  in.report(place, "the row has " + fields + ", the head has " + std::to_string(width), "check its commas and quotes");
  record.resize(width, Cell{"", record.back().line, record.back().column});
  return true;
}

bool is_utf16(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

}  // namespace

CsvText read_csv(std::string_view bytes, const std::string& file, std::vector<Problem>& problems) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  Characters in(bytes, file, problems);
  CsvText out;
  const Cell start{"", 1, 1};
  if (is_utf16(bytes)) {
    in.report(start, "the file is UTF-16", "save it as UTF-8", "encoding");
    return out;
  }
  if (bytes.empty()) {
    in.report(start, "the file is empty", "write the column names into its first line");
    return out;
  }
  out.header = read_record(in);
  if (out.header.size() == 1 && out.header[0].text.find_first_of(";\t") != std::string::npos) {
    in.report(start, "the columns are not separated by commas", "save the file with commas as separators");
    out.header.clear();
    return out;
  }
  while (!in.at_end()) {
    auto record = read_record(in);
    if (fit(in, record, out.header.size())) out.rows.push_back(std::move(record));
  }
  in.finish();
  return out;
}

}  // namespace attache::dataset
