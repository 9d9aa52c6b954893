#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "trade/src/import/byte_source.hpp"
#include "value/outcome.hpp"

namespace attache::trade {

/// One record of a CSV file. Valid until the next one is read.
class CsvRecord {
 public:
  [[nodiscard]] std::size_t size() const { return fields_.size(); }
  /// Unquoted; "" for a field that is not there.
  [[nodiscard]] std::string_view operator[](std::size_t i) const {
    return i < fields_.size() ? std::string_view(fields_[i].start, fields_[i].size) : std::string_view();
  }
  [[nodiscard]] std::uint32_t line() const { return line_; }
  /// As in the file, without the line's end.
  [[nodiscard]] std::string_view raw() const { return raw_; }
  /// No line break followed: the file may have been cut off here.
  [[nodiscard]] bool is_unterminated() const { return unterminated_; }
  /// Field whose quotes are wrong, or -1.
  [[nodiscard]] int broken_field() const { return broken_; }
  /// Line and column of a field's first character; of what is behind the last field when there is none.
  [[nodiscard]] Position place(std::size_t field, const std::string& file) const;

 private:
  friend class CsvReader;
  struct Field {
    const char* start;  ///< of the text; in undone_ where quotes were doubled
    std::uint32_t size;
    std::uint32_t place;  ///< in raw_
  };
  std::vector<Field> fields_;
  std::string_view raw_;
  std::string undone_;  ///< the fields whose doubled quotes are undone
  std::uint32_t line_ = 0;
  int broken_ = -1;
  bool unterminated_ = false;
};

/// Reads RFC 4180 and what is met instead: any separator, LF, CRLF, CR or CR CR LF, quotes around all, some or no fields, line breaks
/// inside quotes, blank lines (skipped). It keeps one piece of the file in memory, however large the file is.
class CsvReader {
 public:
  static constexpr std::size_t longest_record = std::size_t{16} << 20U;

  /// `file` is what messages name.
  CsvReader(std::unique_ptr<ByteSource> bytes, std::string file, char separator);

  /// False at the end. Failure::data for a quote that is never closed and for a record above longest_record: nothing behind it can be
  /// trusted. A record with other faults is given, with broken_field().
  [[nodiscard]] Outcome<bool> next(CsvRecord& record);
  [[nodiscard]] const std::string& file() const { return file_; }

 private:
  enum class Scan : std::uint8_t { record, more };
  [[nodiscard]] Scan scan(CsvRecord& record);
  /// At a quote: false when what follows must be seen first.
  [[nodiscard]] bool quote(std::size_t at);
  void add_field(CsvRecord& record, std::size_t to);
  void undo_quotes(CsvRecord& record) const;
  [[nodiscard]] std::size_t line_end(std::size_t at) const;
  [[nodiscard]] Outcome<> refill();
  void finish(CsvRecord& record, std::size_t end, bool terminated);
  [[nodiscard]] tl::unexpected<Problem> never_ends(CsvRecord& record) const;

  std::unique_ptr<ByteSource> bytes_;
  std::string file_;
  char separator_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0, end_ = 0;  ///< what is not yet given out
  std::size_t block_ = 0;            ///< start of the block the marks are of
  std::uint64_t marks_ = 0;          ///< of separators, quotes and line ends that are still to come in it
  std::uint32_t line_ = 1;
  std::uint32_t breaks_ = 0;    ///< line breaks inside the record
  std::size_t open_quote_ = 0;  ///< of the record that did not end
  // Of the record being scanned:
  std::size_t field_ = 0;          ///< where its current field begins
  std::size_t closing_quote_ = 0;  ///< of the field, 0 = not quoted
  bool in_quotes_ = false;
  bool doubled_ = false;  ///< some field has doubled quotes
  bool at_end_ = false;
};

/// The separator of a file by its first lines: , ; tab or |.
[[nodiscard]] char guessed_separator(std::string_view first_lines);

}  // namespace attache::trade
