#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/model.hpp"
#include "value/outcome.hpp"

namespace attache::dataset {

/// A table's file: its name in the model, its path inside the package, its rows.
struct TableFile {
  std::string name, path;
  std::size_t rows = 0;
};

/// Where ids are; made by load and shared by copies.
struct Index;

/// A loaded dataset. Immutable; rows keep the file's order. References are checked, so `find` succeeds for every id a row holds.
struct Dataset {
  std::string folder;  ///< absolute
  Settings settings;
  std::vector<Area> areas;
  std::vector<AreaSuccession> area_successions;
  std::vector<Agent> agents;
  std::vector<Office> offices;
  std::vector<Mission> missions;
  std::vector<Relationship> relationships;
  std::vector<Event> events;
  std::vector<Participation> participations;
  std::vector<Agreement> agreements;
  std::vector<AgreementAction> agreement_actions;
  std::vector<Membership> memberships;
  std::vector<Link> links;
  std::vector<Indicator> indicators;
  std::vector<Observation> observations;
  std::vector<Flow> flows;
  std::vector<Claim> claims;
  std::vector<Source> sources;
  std::vector<Release> releases;
  std::vector<Coverage> coverage;
  std::vector<TextBlock> texts;
  std::vector<Note> notes;
  std::vector<CitationRow> citations;
  std::string digest;                  ///< SHA-256 over all its tables and settings, hex; the order of resources does not count
  std::vector<TableFile> tables;       ///< those the package has, in its order
  std::shared_ptr<const Index> index;  ///< speeds up the look-ups below; they work without it, too

  [[nodiscard]] const Area* area(std::string_view id) const;
  [[nodiscard]] const Agent* agent(std::string_view id) const;
  [[nodiscard]] const Office* office(std::string_view id) const;
  [[nodiscard]] const Event* event(std::string_view id) const;
  [[nodiscard]] const Agreement* agreement(std::string_view id) const;
  [[nodiscard]] const Indicator* indicator(std::string_view id) const;
  [[nodiscard]] const Observation* observation(std::string_view id) const;
  [[nodiscard]] const Source* source(std::string_view id) const;
  [[nodiscard]] const Release* release(std::string_view id) const;
  [[nodiscard]] const Claim* claim(std::string_view id) const;
  /// The newest day in the data: of events held, of the periods of observations (forecasts excepted) and flows, of claims made, of
  /// sources and releases published. Undated when there is none.
  [[nodiscard]] Edtf newest_date() const;
};

/// Everything found wrong, in file and line order; `dataset` is there when nothing was an error.
struct Loaded {
  std::shared_ptr<const Dataset> dataset;
  std::vector<Problem> problems;
  std::vector<TableFile> tables;  ///< what was read, also when there were errors
};

/// Loads and checks the package `path` (a folder or its datapackage.json): schema types and constraints, keys, dates, and the rules
/// of checks.hpp. Failure only when there is no package to read (Failure::missing_input) or it is no package at all (Failure::data).
[[nodiscard]] Outcome<Loaded> load(const std::string& path);

/// A table as text, for the `table` section and for `data info`: the schema's columns in order, rows as written.
struct RawTable {
  std::string name, file;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};
[[nodiscard]] Outcome<RawTable> raw_table(const Dataset& dataset, std::string_view name);

/// Writes a new package for `pair` into `folder` (must not exist or be empty): datapackage.json, a CSV a table (areas.csv with the two
/// areas, the others with their head only), the tables' schemas and a README that says what to do next. Failure::usage for a
/// malformed pair or a code of three capitals that is no country's, Failure::cannot_create for the folder.
[[nodiscard]] Outcome<> init(const std::string& folder, std::string_view pair);

}  // namespace attache::dataset
