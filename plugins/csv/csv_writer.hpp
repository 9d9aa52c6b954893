#pragma once

#include <attache/plugin.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace csv {

/// How one file is written. RFC 4180 unless a profile says otherwise.
struct Dialect {
  char delimiter = ',';
  char point = '.';
  std::string_view line_end = "\r\n";
  bool byte_order_mark = false;
  bool guard_formulas = false;  ///< text that a spreadsheet would run as a formula gets a leading apostrophe; numbers never
  bool header = true;
  std::string_view media_type = "text/csv";
};

/// Writes fields and rows into an artifact through a buffer of its own. Empty fields are nothing at all, never quotes.
class Writer {
 public:
  Writer(attache::sdk::Artifact artifact, const Dialect& dialect);

  void field(std::string_view text);
  void field(std::int64_t value);
  void field(bool value) { plain(value ? "true" : "false"); }
  void field(double value);                     ///< shortest digits that read back the same
  void field(attache::sdk::DecimalCell value);  ///< exact, without trailing zeros
  void field(attache::sdk::DateCell date);      ///< EDTF, "" for undated
  void field(attache::sdk::MissingCell) { empty(); }
  void empty() { separate(); }
  void end_row();
  void close();

 private:
  void separate();
  void plain(std::string_view text);
  void number(std::string_view digits);
  void flush_when_full();

  attache::sdk::Artifact artifact_;
  Dialect dialect_;
  std::string buffer_;
  bool row_started_ = false;
};

/// "2015-10-14", "1994-03~", "199X", "2015-01/..": EDTF level 1.
[[nodiscard]] std::string edtf(const attache::sdk::DateCell& date);

}  // namespace csv
