#include "trade/dataset_import.hpp"

#include <algorithm>
#include <filesystem>

#include "dataset/dataset.hpp"
#include "trade/src/import/release_list.hpp"
#include "value/digest.hpp"
#include "value/joined.hpp"
#include "value/regular_file.hpp"

namespace attache::trade {

namespace {

namespace fs = std::filesystem;

std::string file_name(const std::string& path) { return fs::path(path).filename().string(); }

/// One digest for the files of a release: that of the file, or of the list of their digests.
std::string digest_of(const std::vector<RowInput>& inputs) {
  if (inputs.size() == 1) return inputs.front().sha256;
  std::string list;
  for (const RowInput& input : inputs) list += input.sha256 + "  " + file_name(input.path) + '\n';
  return sha256_hex(list);
}

std::string title_of(const ReadyImport& ready) {
  for (const FileReading& file : ready.files) {
    if (file.format.starts_with("comtrade")) return "UN Comtrade";
    if (file.format == "baci") return "CEPII BACI";
    if (file.format == "eurostat") return "Eurostat Comext";
  }
  return ready.release.title.empty() ? file_name(ready.files.front().path) : ready.release.title;
}

bool is_id(const std::string& id) {
  return !id.empty() && id.front() != '-' && id.back() != '-' && id.find("--") == std::string::npos &&
         std::all_of(id.begin(), id.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

Outcome<> check_source(const std::string& source, const dataset::Dataset& dataset) {
  std::vector<std::string> ids;
  for (const dataset::Source& each : dataset.sources) ids.push_back(each.id);
  if (source.empty()) {
    return fail(Failure::usage, "nothing says where the files come from",
                "give --source with an id of sources.csv" + (ids.empty() ? ", and write a row there first" : ": " + joined(ids)));
  }
  if (std::find(ids.begin(), ids.end(), source) != ids.end()) return {};
  const std::string near = did_you_mean(source, ids);
  return fail(Failure::usage, "sources.csv has no source '" + source + "'", near.empty() ? "add a row for it first" : near);
}

Outcome<> copy_files(const std::string& folder, const std::vector<RowInput>& inputs) {
  std::error_code error;
  fs::create_directories(folder, error);
  for (const RowInput& input : inputs) {
    const std::string to = (fs::path(folder) / file_name(input.path)).string();
    if (fs::exists(to)) {
      if (const auto there = sha256_of_file(to); there && *there == input.sha256) continue;
      return fail(Failure::cannot_create, "'" + to + "' exists with other content", "rename the file to import, or take the other away");
    }
    const auto bytes = read_regular_file(input.path);
    if (!bytes) return fail(bytes.error());
    if (auto written = replace_file(to, *bytes); !written) return written;
  }
  return {};
}

std::string one_line(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos;) text.replace(at, 1, "; ");
  return text;
}

std::map<std::string, std::string> cells_of(const DatasetImport& where, const ReadyImport& ready) {
  std::vector<std::string> files, formats;
  for (const RowInput& input : ready.inputs) files.push_back((where.keeps_files ? "raw/" : "") + file_name(input.path));
  for (const FileReading& file : ready.files) {
    if (std::find(formats.begin(), formats.end(), file.format) == formats.end()) formats.push_back(file.format);
  }
  return {{"id", where.release},
          {"dataset", title_of(ready)},
          {"file", joined(files, ";")},
          {"sha256", digest_of(ready.inputs)},
          {"format", joined(formats, ";")},
          {"options", one_line(ready.options)},
          {"currency", ready.release.currency},
          {"valuation_exports", ready.release.valuation_exports},
          {"valuation_imports", ready.release.valuation_imports},
          {"source", where.source}};
}

}  // namespace

std::string release_id_of(const std::string& path) {
  std::string id;
  for (const char c : fs::path(path).stem().string()) {
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9')) {
      id += small;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  while (id.ends_with('-')) id.pop_back();
  return id;
}

Outcome<DatasetImported> import_into(const DatasetImport& given, const ReadyImport& ready) {
  DatasetImport where = given;
  if (where.release.empty() && !ready.files.empty()) where.release = release_id_of(ready.files.front().path);
  if (!is_id(where.release)) {
    return fail(Failure::usage, "'" + where.release + "' is no id of a release", "give --release with lower-case words joined by dashes");
  }
  const auto loaded = dataset::load(where.folder);
  if (!loaded) return fail(loaded.error());
  if (!loaded->dataset) return fail(Failure::data, "the dataset has errors", "see 'attache data check " + where.folder + "'");
  const dataset::Dataset& dataset = *loaded->dataset;
  const auto table =
      std::find_if(dataset.tables.begin(), dataset.tables.end(), [](const dataset::TableFile& each) { return each.name == "releases"; });
  if (table == dataset.tables.end()) {
    return fail(Failure::data, "the dataset has no table of releases",
                "add releases.csv to its datapackage.json, as 'attache data init' writes it");
  }
  DatasetImported out;
  out.release = where.release;
  out.is_listed_already = dataset.release(where.release) != nullptr;
  const std::string list = (fs::path(dataset.folder) / table->path).string();
  std::string lines;
  if (!out.is_listed_already) {
    if (auto source = check_source(where.source, dataset); !source) return fail(source.error());
    auto text = read_regular_file(list);
    if (!text) return fail(text.error());
    auto more = with_release(*text, list, cells_of(where, ready));
    if (!more) return fail(more.error());
    lines = std::move(*more);
  }
  if (where.keeps_files) {
    if (auto copied = copy_files((fs::path(dataset.folder) / "raw").string(), ready.inputs); !copied) return fail(copied.error());
  }
  Import import;
  import.store = (fs::path(dataset.folder) / "trade.sqlite").string();
  import.release = ready.release;
  import.release.id = where.release;
  import.release.title = title_of(ready);
  import.release.source = where.source;
  import.inputs = ready.inputs;
  import.options = ready.options;
  import.tool = where.tool;
  auto stored = import_release(import);
  if (!stored) return fail(stored.error());
  out.store = std::move(*stored);
  if (!out.is_listed_already) {
    if (auto written = replace_file(list, lines); !written) return fail(written.error());
  }
  return out;
}

}  // namespace attache::trade
