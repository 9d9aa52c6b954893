#pragma once
/// Dates in cells. A spreadsheet knows only whole days from 1900 on, and its programs agree on them only from 1 March 1900.

#include <attache/plugin.h>

#include <string>

namespace attache::xlsx {

/// How a whole column of dates is written.
enum class DateForm {
  serial,  ///< every date is a day ≥ 1900-03-01: numbers with a date format
  year,    ///< every date is a year: whole numbers
  text     ///< anything else: EDTF text, which sorts by time
};

/// The form that fits this one date (year and serial exclude each other).
[[nodiscard]] DateForm date_form(const attache_date& start, const attache_date& end);

/// Days since 1899-12-30; for dates of the form `serial`.
[[nodiscard]] double date_serial(const attache_date& date);

/// "2015-10-14", "1994-03", "2003~", "2015-01/2015-06", "" for undated.
[[nodiscard]] std::string edtf_text(const attache_date& start, const attache_date& end);

}  // namespace attache::xlsx
