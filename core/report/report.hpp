#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dataset/dataset.hpp"
#include "report/document.hpp"

namespace attache::report {

/// What the caller wants of a report; empty members mean "as the report definition or the dataset says".
struct Request {
  std::string pair;      ///< "KAZ-RUS"; the first is the perspective
  std::string report;    ///< a name, or a path to a .toml
  std::string language;  ///< BCP 47
  std::string period;    ///< "2005..2015" | "all" | "last 12"
  std::string as_of;     ///< EDTF day
  int edition = 1;
  std::string marking;
  std::string theme;  ///< a name or a path to a .toml; "" = built in
  bool draft = false;
  bool strict = false;                            ///< warnings become errors
  std::string generator;                          ///< "attache 1.0.0"
  std::string embargo;                            ///< as printed; "" none
  std::optional<std::int64_t> source_date_epoch;  ///< the caller's SOURCE_DATE_EPOCH; else the as-of day, 00:00 UTC
};

struct ReportInfo {
  std::string name, title, summary, plugin, origin;  ///< origin: "built in" or the file
};

/// A parsed report definition.
class Definition {
 public:
  /// Searched as: a path ending in .toml → DATASET/reports/NAME.toml → the user's configuration folder → built in.
  [[nodiscard]] static Outcome<Definition> find(const std::string& name, const std::string& dataset_folder);
  /// All problems of the file at once: unknown keys, builders, options, with positions and suggestions.
  [[nodiscard]] static std::vector<Problem> check(const std::string& file);

  [[nodiscard]] const std::string& name() const;
  [[nodiscard]] const std::string& default_plugin() const;
  [[nodiscard]] const std::string& toml() const;  ///< the text as read
  /// Sections and their options with types, defaults, choices: for `reports show --json`.
  [[nodiscard]] std::string describe_json() const;
  ~Definition();
  Definition(Definition&&) noexcept;
  Definition& operator=(Definition&&) noexcept;

  struct Data;
  [[nodiscard]] const Data& data() const { return *data_; }

 private:
  explicit Definition(std::unique_ptr<Data> data);
  std::unique_ptr<Data> data_;
};

/// The reports there are: the dataset's (if a folder is given), the user's, the built-in ones.
[[nodiscard]] std::vector<ReportInfo> list(const std::string& dataset_folder = {});

/// Fills the definition with the pair's data. Deterministic: no clock, no locale, no environment.
[[nodiscard]] Outcome<Document> build(const dataset::Dataset& dataset, const Definition& definition, const Request& request);

/// The document's trace as one JSON document.
[[nodiscard]] std::string trace_json(const Document& document);

/// A theme as the flat keys of a document's meta ("theme.font.body.file"); "" = the built-in one. Searched like reports, in themes/.
[[nodiscard]] Outcome<std::map<std::string, std::string>> theme_keys(const std::string& theme, const std::string& dataset_folder);

}  // namespace attache::report
