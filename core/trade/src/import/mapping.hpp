#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "trade/src/import/layout.hpp"

namespace attache::trade {

/// Where a table says something: nowhere, above itself, in a row's label, in a column's head, or in a row above others.
enum class Place : std::uint8_t { nowhere, title, row, column, section };

/// A table with several values a row.
struct CrossShape {
  std::string header;          ///< the header begins where the label cell begins so, or, when "years", at the first row of years
  std::size_t header_row = 0;  ///< or at this record, 1-based
  std::size_t header_rows = 1;
  std::size_t label = 1;     ///< column of the rows' labels, 1-based
  std::string values_under;  ///< only columns whose head begins so hold values; "" = all
  Place reporter = Place::nowhere, partner = Place::nowhere, period = Place::nowhere, flow = Place::nowhere;
  std::string period_title;                         ///< "январь-декабрь {year}"
  std::string section_partner;                      ///< area of the values in a section's own row
  std::vector<std::pair<std::string, Flow>> flows;  ///< how the words begin, lower case
};

/// How to read a file that no known format describes.
struct Mapping {
  std::string name, title;
  std::string digest;                        ///< SHA-256 of its text
  std::vector<std::string> detect;           ///< texts at the file's start by which `auto` knows it
  std::map<std::string, std::string> basis;  ///< names and values of --set
  std::map<std::string, std::string, std::less<>> areas;
  std::string encoding;
  char separator = 0;  ///< 0 = guessed
  NumberForm numbers;
  std::string valuation_exports, valuation_imports;
  bool is_cross = false;
  CrossShape cross;
  // One trade row a record:
  std::size_t header_row = 1;
  std::vector<std::pair<Role, std::string>> columns;  ///< roles and the names of their columns
};

struct MappingText {
  std::string name, text;
};
/// Those that come with the program.
[[nodiscard]] const std::vector<MappingText>& built_in_mappings();

/// Failure::data with line and column for what is wrong in the file, with the nearest key.
[[nodiscard]] Outcome<Mapping> parse_mapping(std::string_view text, const std::string& file);
/// A file's path or the name of one that comes with the program.
[[nodiscard]] Outcome<Mapping> load_mapping(const std::string& path_or_name);

/// The columns of a mapping in a file with that header. Failure::data for a column that is not there, with the nearest.
[[nodiscard]] Outcome<Layout> layout_of(const Mapping& mapping, const std::vector<std::string>& header, const std::string& file);

}  // namespace attache::trade
