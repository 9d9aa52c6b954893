#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "value/outcome.hpp"

namespace attache {

/// One calendar point of an EDTF level 1 expression.
struct Date {
  enum class Precision : std::uint8_t { none, year, month, day };
  /// Which digits were written as X: "2015-03-XX", "2015-XX", "2015-XX-XX", "199X", "19XX".
  enum class Mask : std::uint8_t { none, day, month, month_and_day, decade, century };
  int year = 0;   ///< 0 … 9999; the first year of a decade or century
  int month = 0;  ///< 0 = not known; 21 … 24 are the seasons spring … winter
  int day = 0;    ///< 0 = not known
  Precision precision = Precision::none;
  bool approximate = false;  ///< ~ or %
  bool uncertain = false;    ///< ? or %
  bool unspecified = false;  ///< had X digits ("199X", "2015-XX"), precision is what remains; of an interval's empty end: unknown, not open
  Mask mask = Mask::none;

  [[nodiscard]] bool is_season() const { return month > 12; }

  /// yyyymmdd of the earliest / latest day it may be; 0 / INT32_MAX for none. "~" and "?" widen nothing. Seasons are the northern
  /// ones by whole months; winter runs from December into February of the next year.
  [[nodiscard]] std::int32_t earliest() const;
  [[nodiscard]] std::int32_t latest() const;
  [[nodiscard]] std::string text() const;  ///< EDTF again
  friend bool operator==(const Date&, const Date&) = default;
};

/// An EDTF level 1 date or interval; `undated` for an empty cell. A single date has start == end.
class Edtf {
 public:
  Edtf() = default;
  explicit Edtf(Date date) : start_(date), end_(date) {}
  Edtf(Date start, Date end) : start_(start), end_(end), interval_(true) {}

  /// Reads "", "2015-10-14", "1994-03", "2003", "~", "?", "199X", "2015-21" (seasons 21…24 keep their months), "2015-01/2015-06",
  /// "2015-01/..", "../2015". Impossible days and ends before starts are refused, with the reason.
  [[nodiscard]] static Outcome<Edtf> parse(std::string_view text);

  [[nodiscard]] bool is_undated() const { return !interval_ && start_.precision == Date::Precision::none; }
  [[nodiscard]] bool is_interval() const { return interval_; }
  [[nodiscard]] bool open_start() const { return interval_ && start_.precision == Date::Precision::none; }
  [[nodiscard]] bool open_end() const { return interval_ && end_.precision == Date::Precision::none; }
  [[nodiscard]] const Date& start() const { return start_; }
  [[nodiscard]] const Date& end() const { return end_; }
  [[nodiscard]] std::int32_t earliest() const { return start_.earliest(); }
  [[nodiscard]] std::int32_t latest() const { return end_.latest(); }
  [[nodiscard]] std::string text() const;

  friend bool operator==(const Edtf&, const Edtf&) = default;

 private:
  Date start_;
  Date end_;
  bool interval_ = false;
};

/// Days of a month; leap years are Gregorian.
[[nodiscard]] int days_in_month(int year, int month);

/// Order for chronologies: by earliest day, then the more precise first; undated last.
[[nodiscard]] bool before(const Edtf& a, const Edtf& b);

}  // namespace attache
