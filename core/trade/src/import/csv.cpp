#include "trade/src/import/csv.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace attache::trade {

namespace {

constexpr std::size_t block_bytes = 64, piece_bytes = std::size_t{256} << 10U;

/// A bit for each of 64 bytes that is a separator, a quote or a line end.
std::uint64_t marks_of(const char* at, char separator) {
  std::uint64_t marks = 0;
#ifdef __SSE2__
  const __m128i separators = _mm_set1_epi8(separator), quotes = _mm_set1_epi8('"'), feeds = _mm_set1_epi8('\n'),
                returns = _mm_set1_epi8('\r');
  for (unsigned i = 0; i < block_bytes / 16; ++i) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + i * std::size_t{16}));
    const __m128i hits = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, separators), _mm_cmpeq_epi8(bytes, quotes)),
                                      _mm_or_si128(_mm_cmpeq_epi8(bytes, feeds), _mm_cmpeq_epi8(bytes, returns)));
    marks |= static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(hits))) << (i * 16U);
  }
#else
  for (unsigned i = 0; i < block_bytes; ++i) {
    const char c = at[i];
    marks |= static_cast<std::uint64_t>(c == separator || c == '"' || c == '\n' || c == '\r') << i;
  }
#endif
  return marks;
}

/// How often each line has the separator outside quotes.
std::vector<std::size_t> counts_by_line(std::string_view text, char separator) {
  std::vector<std::size_t> counts(1, 0);
  bool in_quotes = false;
  for (const char c : text) {
    if (c == '"') in_quotes = !in_quotes;
    if (in_quotes) continue;
    if (c == separator) ++counts.back();
    if (c == '\n' || c == '\r') counts.push_back(0);
  }
  return counts;
}

}  // namespace

char guessed_separator(std::string_view first_lines) {
  char best = ',';
  std::size_t best_lines = 0, best_count = 0;
  for (const char separator : {',', ';', '\t', '|'}) {
    std::map<std::size_t, std::size_t> lines_with;
    for (const std::size_t count : counts_by_line(first_lines, separator)) {
      if (count > 0) ++lines_with[count];
    }
    for (const auto& [count, lines] : lines_with) {
      if (lines < best_lines || (lines == best_lines && count <= best_count)) continue;
      best = separator;
      best_lines = lines;
      best_count = count;
    }
  }
  return best;
}

Position CsvRecord::place(std::size_t field, const std::string& file) const {
  const std::size_t end = field < fields_.size() ? fields_[field].place : raw_.size();
  Position place{.file = file, .line = static_cast<int>(line_), .column = 1, .field = {}};
  for (std::size_t i = 0; i < end; ++i) {
    const auto byte = static_cast<unsigned char>(raw_[i]);
    if (byte == '\n' || (byte == '\r' && raw_[std::min(i + 1, raw_.size() - 1)] != '\n')) {
      ++place.line;
      place.column = 1;
    } else if ((byte & 0xC0U) != 0x80U && byte != '\r') {
      ++place.column;
    }
  }
  return place;
}

CsvReader::CsvReader(std::unique_ptr<ByteSource> bytes, std::string file, char separator)
    : bytes_(std::move(bytes)), file_(std::move(file)), separator_(separator), buffer_(piece_bytes + block_bytes) {}

Outcome<> CsvReader::refill() {
  std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
  end_ -= begin_;
  begin_ = 0;
  if (end_ + block_bytes + piece_bytes / 2 > buffer_.size()) buffer_.resize(buffer_.size() * 2);
  const auto got = bytes_->read(buffer_.data() + end_, buffer_.size() - block_bytes - end_);
  if (!got) return fail(got.error());
  at_end_ = *got == 0;
  end_ += *got;
  return {};
}

void CsvReader::add_field(CsvRecord& record, std::size_t to) {
  std::size_t from = field_;
  const auto place = static_cast<std::uint32_t>(from - begin_);
  if (closing_quote_ != 0) {
    if (closing_quote_ + 1 != to && record.broken_ < 0) record.broken_ = static_cast<int>(record.fields_.size());
    ++from;
    to = closing_quote_;
    closing_quote_ = 0;
  }
  record.fields_.push_back({buffer_.data() + from, static_cast<std::uint32_t>(to - from), place});
}

bool CsvReader::quote(std::size_t at) {
  if (!in_quotes_) {
    in_quotes_ = at == field_;  // elsewhere a quote is a character like others
    if (in_quotes_) open_quote_ = at;
    return true;
  }
  if (at + 1 == end_ && !at_end_) return false;
  if (at + 1 < end_ && buffer_[at + 1] == '"') {
    doubled_ = true;
  } else {
    in_quotes_ = false;
    closing_quote_ = at;
  }
  return true;
}

std::size_t CsvReader::line_end(std::size_t at) const {
  if (buffer_[at] == '\n') return at + 1;
  std::size_t next = at + 1;
  while (next < end_ && buffer_[next] == '\r') ++next;  // CR CR LF is one line end
  if (next < end_ && buffer_[next] == '\n') return next + 1;
  return next == end_ && !at_end_ ? 0 : at + 1;
}

CsvReader::Scan CsvReader::scan(CsvRecord& record) {
  std::size_t skip = 0;
  field_ = begin_;
  while (true) {
    while (marks_ == 0) {
      block_ += block_bytes;
      if (block_ >= end_) return Scan::more;
      marks_ = marks_of(buffer_.data() + block_, separator_);
      if (block_ + block_bytes > end_) marks_ &= (std::uint64_t{1} << (end_ - block_)) - 1;
    }
    const std::size_t at = block_ + static_cast<std::size_t>(__builtin_ctzll(marks_));
    marks_ &= marks_ - 1;
    const char mark = buffer_[at];
    if (mark == separator_) {
      if (in_quotes_) continue;
      add_field(record, at);
      field_ = at + 1;
    } else if (mark == '"') {
      if (at < skip) continue;
      if (!quote(at)) return Scan::more;
      if (in_quotes_ && at != field_) skip = at + 2;
    } else if (in_quotes_) {
      if (mark == '\n' || buffer_[at + 1] != '\n') ++breaks_;
    } else {
      if (at < begin_) continue;  // of a line end that was given out already
      const std::size_t next = line_end(at);
      if (next == 0) return Scan::more;
      add_field(record, at);
      finish(record, at, true);
      begin_ = next;
      return Scan::record;
    }
  }
}

void CsvReader::undo_quotes(CsvRecord& record) const {
  record.undone_.clear();
  record.undone_.reserve(record.raw_.size());
  for (auto& field : record.fields_) {
    const std::string_view text(field.start, field.size);
    if (record.raw_[field.place] != '"' || text.find("\"\"") == std::string_view::npos) continue;
    const std::size_t start = record.undone_.size();
    for (std::size_t i = 0; i < text.size(); ++i) {
      record.undone_ += text[i];
      if (text[i] == '"') ++i;
    }
    field.start = record.undone_.data() + start;
    field.size = static_cast<std::uint32_t>(record.undone_.size() - start);
  }
}

void CsvReader::finish(CsvRecord& record, std::size_t end, bool terminated) {
  record.raw_ = std::string_view(buffer_.data() + begin_, end - begin_);
  record.line_ = line_;
  record.unterminated_ = !terminated;
  if (doubled_) undo_quotes(record);
  line_ += breaks_ + 1;
  breaks_ = 0;
  doubled_ = false;
}

tl::unexpected<Problem> CsvReader::never_ends(CsvRecord& record) const {
  record.raw_ = std::string_view(buffer_.data() + begin_, open_quote_ - begin_);
  record.line_ = line_;
  record.fields_.clear();
  return fail({.failure = Failure::data,
               .rule = "csv",
               .what = "this quote is never closed",
               .where = record.place(0, file_),
               .why = "all that follows belongs to its field",
               .next = "close the quote, or double it where it is meant as a character"});
}

Outcome<bool> CsvReader::next(CsvRecord& record) {
  while (true) {
    record.fields_.clear();
    record.broken_ = -1;
    breaks_ = 0;
    closing_quote_ = 0;
    in_quotes_ = doubled_ = false;
    if (scan(record) == Scan::record) {
      if (record.raw_.empty()) continue;
      return true;
    }
    if (at_end_) {
      if (begin_ >= end_) return false;
      if (in_quotes_) return never_ends(record);
      add_field(record, end_);
      finish(record, end_, false);
      begin_ = end_;
      return true;
    }
    if (end_ - begin_ > longest_record) return never_ends(record);
    if (auto more = refill(); !more) return fail(more.error());
    block_ = begin_;
    marks_ = marks_of(buffer_.data(), separator_);
    if (block_bytes > end_) marks_ &= (std::uint64_t{1} << end_) - 1;
  }
}

}  // namespace attache::trade
