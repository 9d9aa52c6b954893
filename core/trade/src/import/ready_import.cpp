#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "trade/import.hpp"
#include "trade/src/import/basis.hpp"
#include "trade/src/import/cross_reader.hpp"
#include "trade/src/import/not_data.hpp"
#include "trade/src/import/table_reader.hpp"
#include "value/joined.hpp"

namespace attache::trade {

namespace {

constexpr std::size_t most_problems = 100;

struct NamedFormat {
  std::string_view name;
  FileFormat format;
};
constexpr std::array named_formats = {
    NamedFormat{"comtrade", FileFormat::comtrade}, NamedFormat{"comtrade-legacy", FileFormat::comtrade_legacy},
    NamedFormat{"baci", FileFormat::baci},         NamedFormat{"eurostat", FileFormat::eurostat},
    NamedFormat{"flows", FileFormat::flows},
};
// What files turn out to be, but nobody asks for.
constexpr std::array named_lists = {NamedFormat{"baci countries", FileFormat::baci_countries},
                                    NamedFormat{"baci products", FileFormat::baci_products}};

std::string name_of(FileFormat format) {
  for (const NamedFormat& each : named_formats) {
    if (each.format == format) return std::string(each.name);
  }
  for (const NamedFormat& each : named_lists) {
    if (each.format == format) return std::string(each.name);
  }
  return "mapped";
}

bool is_list(FileFormat format) { return format == FileFormat::baci_countries || format == FileFormat::baci_products; }

/// A file, what was found in it, and how to read it again.
struct Candidate {
  FilePlan plan;
  std::string format;  ///< as it is called
  FileFacts facts;
  const Mapping* mapping = nullptr;
  Seen seen;
  std::uint64_t rows = 0, rejected = 0;
  bool failed = false;
};

class Preparation {
 public:
  Preparation(const ImportOptions& options, GivenBasis given, std::optional<Mapping> mapping)
      : options_(options), given_(std::move(given)), mapping_(std::move(mapping)) {}

  Outcome<ReadyImport> of(const std::vector<std::string>& files) {
    std::vector<Candidate> candidates;
    for (const std::string& file : files) candidates.push_back(looked_at(file));
    share_edition(candidates);
    for (Candidate& each : candidates) {
      if (!each.failed) survey(each);
    }
    tell_groups(candidates);
    settle_scales(candidates);
    settle_release(candidates);
    hand_over(candidates);
    return std::move(ready_);
  }

 private:
  void add(Problem problem) { ready_.problems.push_back(std::move(problem)); }
  void warn(const std::string& file, std::string rule, std::string what, std::string next) {
    add({.failure = Failure::data,
         .severity = Severity::warning,
         .rule = std::move(rule),
         .what = std::move(what),
         .where = {.file = file, .line = 0, .column = 0, .field = {}},
         .why = {},
         .next = std::move(next)});
  }
  void refuse(Candidate& file, Problem problem) {
    if (problem.where.file.empty()) problem.where.file = file.plan.path;
    add(std::move(problem));
    file.failed = true;
  }
  void refuse(Candidate& file, std::string rule, std::string what, std::string next) {
    refuse(file,
           {.failure = Failure::data, .rule = std::move(rule), .what = std::move(what), .where = {}, .why = {}, .next = std::move(next)});
  }

  Candidate looked_at(const std::string& path) {
    Candidate file;
    file.plan.path = path;
    auto facts = look_at(path);
    if (!facts) {
      add(facts.error());  // it names the file itself
      file.failed = true;
      return file;
    }
    file.facts = std::move(*facts);
    choose_encoding(file);
    std::string start;
    if (!read_start(file, start)) return file;
    if (const NotData other = not_data(start, file.facts); !other.what.empty()) {
      refuse(file, "not-data", "the file is " + other.what, other.next);
      return file;
    }
    file.plan.separator = mapping_ && mapping_->separator != 0 ? mapping_->separator : guessed_separator(start);
    if (mapping_) {
      use_mapping(file, *mapping_, start);
    } else {
      find_layout(file, start);
    }
    return file;
  }

  void choose_encoding(Candidate& file) {
    const std::string given = options_.encoding.empty() && mapping_ ? mapping_->encoding : options_.encoding;
    if (!given.empty()) {
      file.plan.encoding = given;
      // Bytes that are known to be UTF-8 need no conversion; others are converted, so that the first wrong one is found.
      if (given == "utf-8" && file.facts.encoding != "utf-8") file.plan.encoding = "UTF-8";
      return;
    }
    file.plan.encoding = file.facts.encoding;
    if (!file.facts.is_certain) {
      warn(file.plan.path, "encoding", "the file does not say its encoding; it was read as " + file.facts.encoding,
           "look at its names, and give another one with --encoding where they are wrong");
    }
  }

  bool read_start(Candidate& file, std::string& start) {
    auto bytes = open_bytes(file.plan.path, file.plan.encoding);
    if (!bytes) return refuse(file, bytes.error()), false;
    start.resize(std::size_t{64} << 10U);
    std::size_t filled = 0;
    while (filled + 4 < start.size()) {
      const auto got = (*bytes)->read(start.data() + filled, start.size() - filled);
      if (!got) return refuse(file, got.error()), false;
      if (*got == 0) break;
      filled += *got;
    }
    start.resize(filled);
    return true;
  }

  void find_layout(Candidate& file, const std::string& start) {
    CsvReader csv(bytes_of(start), file.plan.path, file.plan.separator);
    CsvRecord record;
    const auto more = csv.next(record);
    if (!more || !*more) return refuse(file, "no-header", "the file holds no table", "fetch the file again");
    std::vector<std::string> header;
    for (std::size_t i = 0; i < record.size(); ++i) header.emplace_back(record[i]);
    auto layout = layout_of(header);
    if (!layout) {
      if (const Mapping* known = mapping_for(start); known != nullptr && options_.format == "auto") return use_mapping(file, *known, start);
      return unknown_layout(file, header);
    }
    if (options_.format != "auto" && !is_list(layout->format) && name_of(layout->format) != options_.format) {
      return refuse(file, "format", "the file has the columns of " + name_of(layout->format) + ", not of " + options_.format,
                    "import it as " + name_of(layout->format) + " or as auto");
    }
    file.format = name_of(layout->format);
    file.plan.layout = std::move(*layout);
    file.plan.basis = basis_of(file.plan.layout.format, file.plan.path);
    if (const auto done = apply(given_, file.plan.basis); !done) return refuse(file, done.error());
    if (is_list(file.plan.layout.format)) return;
    assume_classification(file);
    if (Problem missing = missing_basis(file.plan.layout, file.plan.basis, file.plan.path); !missing.what.empty())
      refuse(file, std::move(missing));
  }

  /// The mapping that comes with the program and knows the file by its first words.
  static const Mapping* mapping_for(const std::string& start) {
    static const std::vector<Mapping> all = [] {
      std::vector<Mapping> out;
      for (const MappingText& each : built_in_mappings()) {
        if (auto mapping = load_mapping(each.name)) out.push_back(std::move(*mapping));
      }
      return out;
    }();
    for (const Mapping& each : all) {
      const auto has = [&start](const std::string& text) { return start.find(text) != std::string::npos; };
      if (!each.detect.empty() && std::all_of(each.detect.begin(), each.detect.end(), has)) return &each;
    }
    return nullptr;
  }

  void use_mapping(Candidate& file, const Mapping& mapping, const std::string& start) {
    FileBasis& basis = file.plan.basis;
    basis.numbers = mapping.numbers;
    basis.areas = mapping.areas;
    basis.keeps_unknown_areas = mapping.is_cross;
    const auto own = given_basis(mapping.basis);
    if (!own) return refuse(file, own.error());
    for (const GivenBasis* each : {&*own, static_cast<const GivenBasis*>(&given_)}) {
      if (const auto done = apply(*each, basis); !done) return refuse(file, done.error());
    }
    file.format = mapping.name;
    file.mapping = &mapping;
    if (mapping.is_cross) {
      use_cross(file, mapping);
    } else if (auto layout = mapped_layout(file, mapping, start); layout) {
      file.plan.layout = std::move(*layout);
    } else {
      return refuse(file, layout.error());
    }
    if (Problem missing = missing_basis(file.plan.layout, basis, file.plan.path); !missing.what.empty()) refuse(file, std::move(missing));
  }

  static void use_cross(Candidate& file, const Mapping& mapping) {
    const CrossShape& shape = file.plan.cross = mapping.cross;
    Layout& layout = file.plan.layout;
    layout.format = FileFormat::cross;
    // Where the table says something counts like a column for what is missing.
    for (const auto& [place, role] : {std::pair(shape.reporter, Role::reporter_name), std::pair(shape.partner, Role::partner_name),
                                      std::pair(shape.period, Role::period), std::pair(shape.flow, Role::flow)}) {
      if (place != Place::nowhere) layout.columns[static_cast<std::size_t>(role)] = 0;
    }
    FileBasis& basis = file.plan.basis;
    if (basis.product.empty()) basis.product = "TOTAL";
    if (!basis.classification) basis.classification = Classification::hs;
  }

  static Outcome<Layout> mapped_layout(const Candidate& file, const Mapping& mapping, const std::string& start) {
    CsvReader csv(bytes_of(start), file.plan.path, file.plan.separator);
    CsvRecord record;
    for (std::size_t i = 0; i < mapping.header_row; ++i) {
      const auto more = csv.next(record);
      if (!more) return fail(more.error());
      if (!*more)
        return fail(Failure::data, "the file has no record " + std::to_string(mapping.header_row), "correct header_row in the mapping");
    }
    std::vector<std::string> header;
    for (std::size_t i = 0; i < record.size(); ++i) header.emplace_back(trimmed(record[i]));
    return layout_of(mapping, header, file.plan.path);
  }

  void unknown_layout(Candidate& file, const std::vector<std::string>& header) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < header.size() && i < 8; ++i) names.push_back(header[i]);
    if (header.size() > 8) names.emplace_back("…");
    refuse(file, "format", "no known format has the columns " + joined(names),
           "say what they hold in a mapping: --map FILE.toml; known are Comtrade Plus, Comtrade's old pages, BACI, Eurostat, IMF DOTS and "
           "the columns of flows.csv");
  }

  /// Old downloads whose columns were thinned out lack the edition: "HS" is what Comtrade calls "as reported".
  void assume_classification(Candidate& file) {
    const Layout& layout = file.plan.layout;
    if (layout.format != FileFormat::comtrade_legacy || layout.has(Role::classification) || file.plan.basis.classification) return;
    file.plan.basis.classification = Classification::hs;
    warn(file.plan.path, "classification", "the file has no column of classifications; its codes are taken as HS, as reported",
         "give another one with --set classification=S4");
  }

  /// The product list of BACI has the edition of the data beside it.
  static void share_edition(std::vector<Candidate>& candidates) {
    for (Candidate& list : candidates) {
      if (list.plan.layout.format != FileFormat::baci_products || list.plan.basis.classification) continue;
      for (const Candidate& data : candidates) {
        if (data.plan.layout.format == FileFormat::baci) list.plan.basis.classification = data.plan.basis.classification;
      }
    }
  }

  void survey(Candidate& file) {
    CodeBook scratch;
    if (is_list(file.plan.layout.format)) {
      if (auto list = open_list(file.plan, scratch); !list) refuse(file, list.error());
      return;
    }
    const auto rejected = [&](Problem problem, std::string_view record) {
      ++file.rejected;
      if (options_.rejected) options_.rejected(problem, record);
      if (ready_.rejected + file.rejected <= most_problems) add(std::move(problem));
    };
    if (file.plan.layout.format == FileFormat::cross) {
      survey_by(file, CrossReader::open(file.plan, true, scratch, rejected));
    } else {
      survey_by(file, TableReader::open(file.plan, true, scratch, rejected));
    }
    ready_.rejected += file.rejected;
    if (!file.failed) tell(file);
  }

  template <class Reader>
  void survey_by(Candidate& file, Outcome<std::unique_ptr<Reader>> reader) {
    if (!reader) return refuse(file, reader.error());
    std::vector<SourcedRow> batch;
    do {
      if (auto read = (*reader)->read(batch); !read) return refuse(file, read.error());
      file.rows += batch.size();
    } while (!batch.empty());
    file.seen = (*reader)->seen();
  }

  void tell(const Candidate& file) {
    const std::string& path = file.plan.path;
    const Seen& seen = file.seen;
    const auto rows = [](std::uint64_t n) { return std::to_string(n); };
    if (file.rows == 0 && file.rejected == 0)
      warn(path, "no-rows", "the file has a header and no rows", "see whether the download was complete");
    if (seen.noisy > 0) {
      warn(path, "noise", rows(seen.noisy) + " numbers have more than six decimals, the noise of floating point",
           "they were rounded to six");
    }
    if (seen.lost_zeros > 0) {
      warn(path, "lost-zeros", rows(seen.lost_zeros) + " rows have a product code without its leading zero", "the zeros were put back");
    }
    if (seen.zero_amounts > 0) {
      warn(path, "zero-amount", rows(seen.zero_amounts) + " weights or quantities are 0 beside a value",
           "they were taken as not available");
    }
  }

  /// Once for all files: tables of one kind have the same groups.
  void tell_groups(const std::vector<Candidate>& candidates) {
    std::set<std::string> groups;
    std::string file;
    for (const Candidate& each : candidates) {
      if (each.seen.groups.empty()) continue;
      groups.insert(each.seen.groups.begin(), each.seen.groups.end());
      if (file.empty()) file = each.plan.path;
    }
    if (groups.empty()) return;
    std::vector<std::string> names;
    for (const std::string& name : groups) names.push_back("'" + name + "'");
    if (names.size() > 12) names.resize(12), names.emplace_back("…");
    warn(file, "groups", std::to_string(groups.size()) + " names are no country: " + joined(names),
         "they are kept as groups and never added to countries; name those that are countries in [areas] of a mapping");
  }

  /// The decimals the rows need, as many as fit with room for sums.
  int scale_for(const Gauge& gauge, int power) const {
    int scale = std::max(0, gauge.decimals() - power);
    if (given_.decimals) scale = std::min(scale, *given_.decimals);
    const int digits = gauge.whole_digits() + power + scale + 2;  // room for a hundred times the largest
    return std::max(0, scale - std::max(0, digits - 18));
  }

  void settle_scales(std::vector<Candidate>& candidates) {
    Scales scales;
    for (const Candidate& file : candidates) {
      const Seen& seen = file.seen;
      const int value = scale_for(seen.value, file.plan.basis.value_power);
      scales.value = std::max(scales.value, value);
      scales.weight = std::max(scales.weight, scale_for(seen.weight, file.plan.basis.weight_power));
      scales.quantity = std::max(scales.quantity, scale_for(seen.quantity, 0));
      if (value < std::max(0, seen.value.decimals() - file.plan.basis.value_power)) {
        warn(file.plan.path, "rounded", "values are kept with " + std::to_string(value) + " decimals, fewer than the file has", "");
      }
    }
    for (Candidate& file : candidates) file.plan.scales = scales;
    ready_.release.value_scale = scales.value;
    ready_.release.weight_scale = scales.weight;
    ready_.release.quantity_scale = scales.quantity;
  }

  void settle_release(std::vector<Candidate>& candidates) {
    std::string& currency = ready_.release.currency;
    for (Candidate& file : candidates) {
      if (file.failed || is_list(file.plan.layout.format)) continue;
      std::set<std::string> found = file.seen.currencies;
      if (found.empty()) found.insert(file.plan.basis.currency);
      for (const std::string& each : found) {
        if (currency.empty()) currency = each;
        if (currency != each)
          refuse(file, "currency", "values are in " + each + ", others of this import in " + currency, "import them as two releases");
      }
      if (file.mapping != nullptr) {
        ready_.release.valuation_exports = file.mapping->valuation_exports;
        ready_.release.valuation_imports = file.mapping->valuation_imports;
        ready_.release.title = file.mapping->title;
      }
      const FileFormat format = file.plan.layout.format;
      if (format == FileFormat::baci) ready_.release.reconciled = true;
      if (format == FileFormat::comtrade || format == FileFormat::comtrade_legacy || format == FileFormat::baci) {
        ready_.release.valuation_exports = "FOB";
        ready_.release.valuation_imports = format == FileFormat::baci ? "FOB" : "CIF";
      }
    }
  }

  void hand_over(std::vector<Candidate>& candidates) {
    std::stable_partition(candidates.begin(), candidates.end(), [](const Candidate& c) { return is_list(c.plan.layout.format); });
    std::uint64_t rows = 0;
    bool failed = false;
    for (const Candidate& file : candidates) {
      failed = failed || file.failed;
      rows += file.rows;
      ready_.files.push_back({file.plan.path, file.failed ? "" : file.format, file.plan.encoding, file.plan.separator, file.facts.bytes,
                              file.rows, file.rejected});
      if (file.failed) continue;
      RowInput input;
      input.path = file.plan.path;
      input.sha256 = file.facts.sha256;
      input.bytes = file.facts.bytes;
      input.open = [plan = file.plan](CodeBook& codes) -> Outcome<std::unique_ptr<RowReader>> {
        if (is_list(plan.layout.format)) return open_list(plan, codes);
        if (plan.layout.format == FileFormat::cross) {
          auto cross = CrossReader::open(plan, false, codes, {});
          if (!cross) return fail(cross.error());
          return std::unique_ptr<RowReader>(std::move(*cross));
        }
        auto reader = TableReader::open(plan, false, codes, {});
        if (!reader) return fail(reader.error());
        return std::unique_ptr<RowReader>(std::move(*reader));
      };
      ready_.inputs.push_back(std::move(input));
      ready_.options += file.format + ' ' + file.plan.encoding + ' ' + file.plan.separator;
      if (file.mapping != nullptr) ready_.options += " map=" + file.mapping->digest;
      ready_.options += '\n';
    }
    for (const auto& [name, value] : given_.set) ready_.options += name + '=' + value + '\n';
    ready_.options += "max-errors=" + std::to_string(options_.max_errors) + '\n';
    if (!failed && rows == 0) warn("", "no-rows", "there are no rows to import", "");
    ready_.is_usable = !failed && rows > 0 && ready_.rejected <= options_.max_errors;
  }

  const ImportOptions& options_;
  GivenBasis given_;
  std::optional<Mapping> mapping_;
  ReadyImport ready_;
};

}  // namespace

const std::vector<std::string>& import_formats() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> out = {"auto"};
    for (const NamedFormat& each : named_formats) out.emplace_back(each.name);
    out.emplace_back("dots");
    return out;
  }();
  return names;
}

Outcome<ReadyImport> ready_import(const std::vector<std::string>& files, const ImportOptions& options) {
  const auto& formats = import_formats();
  if (std::find(formats.begin(), formats.end(), options.format) == formats.end()) {
    const std::string near = did_you_mean(options.format, formats);
    return fail(Failure::usage, "no format is called '" + options.format + "'", near.empty() ? "there are " + joined(formats) : near);
  }
  auto given = given_basis(options.set);
  if (!given) return fail(given.error());
  ImportOptions own = options;
  if (!own.encoding.empty()) {
    auto known = known_encoding(own.encoding);
    if (!known) return fail(known.error());
    own.encoding = std::move(*known);
  }
  std::optional<Mapping> mapping;
  const std::string wanted = options.format == "dots" ? "imf-dots" : options.mapping;
  if (!wanted.empty()) {
    auto loaded = load_mapping(wanted);
    if (!loaded) return fail(loaded.error());
    if (!loaded->encoding.empty()) {
      auto known = known_encoding(loaded->encoding);
      if (!known) return fail(known.error());
      loaded->encoding = std::move(*known);
    }
    mapping = std::move(*loaded);
  }
  return Preparation(own, std::move(*given), std::move(mapping)).of(files);
}

}  // namespace attache::trade
