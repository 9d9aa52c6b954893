#include "csv_writer.hpp"

#include <array>
#include <charconv>
#include <cstdint>

namespace csv {
namespace {

constexpr std::size_t buffer_size = 256 * 1024;

std::string padded(int value, int width) {
  std::string digits = std::to_string(value < 0 ? -value : value);
  while (static_cast<int>(digits.size()) < width) digits.insert(0, 1, '0');
  return (value < 0 ? "-" : "") + digits;
}

std::string point_of(const attache_date& date) {
  if (date.precision == ATTACHE_DATE_NONE) return (date.flags & ATTACHE_DATE_OPEN) != 0 ? ".." : "";
  const int mask = date.flags & ATTACHE_DATE_MASK;
  std::string text = padded(date.year, 4);
  if (mask == ATTACHE_DATE_MASK_DECADE) text.replace(text.size() - 1, 1, "X");
  if (mask == ATTACHE_DATE_MASK_CENTURY) text.replace(text.size() - 2, 2, "XX");
  if (date.precision >= ATTACHE_DATE_MONTH) text += "-" + padded(date.month, 2);
  if (date.precision >= ATTACHE_DATE_DAY) text += "-" + padded(date.day, 2);
  if (mask == ATTACHE_DATE_MASK_DAY || mask == ATTACHE_DATE_MASK_MONTH) text += "-XX";
  if (mask == ATTACHE_DATE_MASK_MONTH_AND_DAY) text += "-XX-XX";
  const bool approximate = (date.flags & ATTACHE_DATE_APPROXIMATE) != 0;
  const bool uncertain = (date.flags & ATTACHE_DATE_UNCERTAIN) != 0;
  if (approximate || uncertain) text += approximate && uncertain ? "%" : approximate ? "~" : "?";
  return text;
}

bool same(const attache_date& a, const attache_date& b) {
  return a.year == b.year && a.month == b.month && a.day == b.day && a.precision == b.precision && a.flags == b.flags;
}

}  // namespace

std::string edtf(const attache::sdk::DateCell& date) {
  return same(date.start, date.end) ? point_of(date.start) : point_of(date.start) + "/" + point_of(date.end);
}

Writer::Writer(attache::sdk::Artifact artifact, const Dialect& dialect) : artifact_(std::move(artifact)), dialect_(dialect) {
  buffer_.reserve(buffer_size + 4096);
  if (dialect_.byte_order_mark) buffer_ += "\xEF\xBB\xBF";
}

void Writer::separate() {
  if (row_started_) buffer_ += dialect_.delimiter;
  row_started_ = true;
}

void Writer::plain(std::string_view text) {
  separate();
  buffer_ += text;
}

void Writer::field(std::string_view text) {
  separate();
  const bool guard = dialect_.guard_formulas && !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
  bool quote = !text.empty() && (text.front() == ' ' || text.back() == ' ');
  for (const char c : text) quote = quote || c == dialect_.delimiter || c == '"' || c == '\r' || c == '\n';
  if (quote) buffer_ += '"';
  if (guard) buffer_ += '\'';
  if (!quote) {
    buffer_ += text;
    return;
  }
  for (const char c : text) {
    if (c == '"') buffer_ += '"';
    buffer_ += c;
  }
  buffer_ += '"';
}

/// Digits with '.' as point; quoted when the dialect's own point is its delimiter.
void Writer::number(std::string_view digits) {
  separate();
  const std::size_t point = dialect_.point == '.' ? std::string_view::npos : digits.find('.');
  if (point == std::string_view::npos) {
    buffer_ += digits;
    return;
  }
  const bool quote = dialect_.point == dialect_.delimiter;
  if (quote) buffer_ += '"';
  buffer_ += digits.substr(0, point);
  buffer_ += dialect_.point;
  buffer_ += digits.substr(point + 1);
  if (quote) buffer_ += '"';
}

void Writer::field(std::int64_t value) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  plain({digits.data(), static_cast<std::size_t>(end.ptr - digits.data())});
}

void Writer::field(double value) {
  std::array<char, 400> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  number({digits.data(), static_cast<std::size_t>(end.ptr - digits.data())});
}

void Writer::field(attache::sdk::DecimalCell value) {
  std::int64_t mantissa = value.value;
  int scale = value.scale;
  while (scale > 0 && mantissa % 10 == 0) {
    mantissa /= 10;
    --scale;
  }
  std::array<char, 48> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), mantissa);
  if (scale == 0) return number({digits.data(), static_cast<std::size_t>(end.ptr - digits.data())});
  std::string text(digits.data(), end.ptr);
  const std::size_t sign = mantissa < 0 ? 1 : 0;
  while (text.size() - sign <= static_cast<std::size_t>(scale)) text.insert(sign, 1, '0');
  text.insert(text.size() - static_cast<std::size_t>(scale), 1, '.');
  number(text);
}

void Writer::field(attache::sdk::DateCell date) { plain(edtf(date)); }

void Writer::end_row() {
  buffer_ += dialect_.line_end;
  row_started_ = false;
  flush_when_full();
}

void Writer::flush_when_full() {
  if (buffer_.size() < buffer_size) return;
  artifact_.write(buffer_);
  buffer_.clear();
}

void Writer::close() {
  artifact_.write(buffer_);
  artifact_.close();
}

}  // namespace csv
