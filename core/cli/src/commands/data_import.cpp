#include <cstdio>
#include <memory>

#include "commands/commands.hpp"
#include "commands/common.hpp"
#include "exit_code.hpp"
#include "invocation.hpp"
#include "json.hpp"
#include "messages.hpp"
#include "trade/dataset_import.hpp"
#include "value/joined.hpp"

namespace attache::cli {

namespace {

/// The file of --rejects: one CSV row for each refused row, with the row itself.
class RejectsFile {
 public:
  [[nodiscard]] static Outcome<RejectsFile> create(const std::string& path) {
    RejectsFile out;
    out.path_ = path;
    if (path.empty()) return out;
    out.file_.reset(std::fopen(path.c_str(), "wb"));
    if (!out.file_) return fail(Failure::cannot_create, "cannot write '" + path + "'", "see who may write there");
    out.write("file,line,column,field,rule,what,row\n");
    return out;
  }
  void add(const Problem& problem, std::string_view row) {
    if (!file_) return;
    write(cell(problem.where.file) + ',' + std::to_string(problem.where.line) + ',' + std::to_string(problem.where.column) + ',' +
          cell(problem.where.field) + ',' + cell(problem.rule) + ',' + cell(problem.what) + ',' + cell(row) + '\n');
  }
  [[nodiscard]] Outcome<> close() {
    if (!file_) return {};
    const bool is_whole = std::fflush(file_.get()) == 0 && std::ferror(file_.get()) == 0;
    file_.reset();
    if (is_whole) return {};
    return fail(Failure::io, "writing '" + path_ + "' failed", "see whether the disk is full");
  }

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  static std::string cell(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
      out += c;
      if (c == '"') out += c;
    }
    return out + '"';
  }
  void write(const std::string& text) { std::fwrite(text.data(), 1, text.size(), file_.get()); }

  std::string path_;
  std::unique_ptr<std::FILE, Close> file_;
};

Outcome<trade::ImportOptions> options_of(const Invocation& call) {
  trade::ImportOptions options;
  options.format = call.argument("FORMAT");
  for (const std::string& pair : call.texts("set")) {
    const auto equals = pair.find('=');
    options.set[pair.substr(0, equals)] = pair.substr(equals + 1);
  }
  options.mapping = call.text("map");
  options.encoding = call.text("encoding");
  const std::string most = call.text("max-errors");
  if (!most.empty()) options.max_errors = std::stoull(most);
  return options;
}

std::string separator_name(char separator) {
  switch (separator) {
    case '\t':
      return "tab";
    case ',':
      return "comma";
    case ';':
      return "semicolon";
    default:
      return std::string(1, separator);
  }
}

std::string as_json(const trade::ReadyImport& ready, const trade::DatasetImported* done) {
  JsonWriter json;
  json.begin_object().field("imported", done != nullptr);
  if (done != nullptr) {
    json.field("release", done->release).field("generation", done->store.generation).field("unchanged", done->store.unchanged);
    json.field("rows", done->store.rows).field("detail_rows", done->store.detail_rows).field("summed", done->store.summed);
    json.field("duplicates", done->store.duplicates);
  }
  json.field("currency", ready.release.currency).field("rejected", ready.rejected);
  json.key("files").begin_array();
  for (const trade::FileReading& file : ready.files) {
    json.begin_object().field("path", file.path).field("format", file.format).field("encoding", file.encoding);
    json.field("separator", separator_name(file.separator))
        .field("bytes", file.bytes)
        .field("rows", file.rows)
        .field("rejected", file.rejected)
        .end_object();
  }
  json.end_array();
  std::vector<Problem> problems = ready.problems;
  if (done != nullptr) problems.insert(problems.end(), done->store.notes.begin(), done->store.notes.end());
  std::string report = problems_json(problems);
  while (report.ends_with('\n')) report.pop_back();
  json.key("problems").raw(report);
  return json.end_object().text();
}

void say_files(const trade::ReadyImport& ready) {
  for (const trade::FileReading& file : ready.files) {
    if (file.format.empty()) continue;
    messages::info(file.path + ": " + file.format + ", " + file.encoding + ", by " + separator_name(file.separator) + ", " +
                   counted(file.rows, "row") + (file.rejected > 0 ? ", " + std::to_string(file.rejected) + " refused" : ""));
  }
}

int refused(const trade::ReadyImport& ready, std::uint64_t max_errors) {
  int code = exit_code(Failure::data);
  for (const Problem& problem : ready.problems) {
    if (problem.severity == Severity::error && problem.failure != Failure::data) code = exit_code(problem.failure);
  }
  if (ready.rejected > max_errors) {
    messages::info(counted(ready.rejected, "row") +
                   " refused, nothing was imported; see all of them with --rejects FILE, import the others with --max-errors " +
                   std::to_string(ready.rejected));
  }
  return code;
}

std::string as_text(const trade::DatasetImported& done) {
  const trade::Imported& store = done.store;
  if (store.unchanged) return "release " + done.release + " is in the store already, from the same files\n";
  std::string out = "release " + done.release + ": " + counted(store.rows, "row");
  if (store.detail_rows > 0) out += " and " + std::to_string(store.detail_rows) + " parts of them";
  if (store.summed > 0) out += ", " + std::to_string(store.summed) + " added up from their parts";
  if (store.duplicates > 0) out += "; " + std::to_string(store.duplicates) + " repeated rows counted once";
  return out + '\n';
}

Outcome<int> run(Invocation& call) {
  const std::string path = call.argument("DATASET");
  if (auto there = check_dataset_path(path); !there) return fail(there.error());
  auto options = options_of(call);
  if (!options) return fail(options.error());
  auto rejects = RejectsFile::create(call.text("rejects"));
  if (!rejects) return fail(rejects.error());
  options->rejected = [&rejects](const Problem& problem, std::string_view row) { rejects->add(problem, row); };
  const auto ready = trade::ready_import(call.arguments("FILE"), *options);
  if (!ready) return fail(ready.error());
  if (auto closed = rejects->close(); !closed) return fail(closed.error());
  const bool json = call.flag("json");
  if (!json) {
    say_files(*ready);
    say_problems(ready->problems);
  }
  if (!ready->is_usable) {
    const int code = refused(*ready, options->max_errors);
    return json ? printed(as_json(*ready, nullptr), code) : Outcome<int>(code);
  }
  const auto done = trade::import_into({.folder = dataset_folder(path),
                                        .release = call.text("release"),
                                        .source = call.text("source"),
                                        .keeps_files = call.flag("copy"),
                                        .tool = ATTACHE_VERSION},
                                       *ready);
  if (!done) return fail(done.error());
  if (json) return printed(as_json(*ready, &*done));
  say_problems(done->store.notes);
  if (done->is_listed_already) messages::info("releases.csv has a row of " + done->release + " already; it stayed as it was");
  return printed(as_text(*done));
}

}  // namespace

Command data_import_command() {
  return {
      .path = "data import",
      .summary = "Read files of trade statistics into a dataset's store",
      .description =
          "Reads the files as one release into trade.sqlite beside the package and adds a row to its releases.csv. The format, the "
          "encoding and the "
          "separator are found in the files and said. Every row that is no trade row is named with file, line and column; more of them "
          "than "
          "--max-errors end with 65, and the store stays as it was. What a file does not say (flow, unit, frequency, …) is given with "
          "--set; "
          "tables that no format describes are read with a mapping (--map).",
      .arguments = {{.name = "FORMAT", .value = Value::choice, .help = joined(trade::import_formats()), .choices = trade::import_formats()},
                    {.name = "FILE", .value = Value::file, .help = "what to read (several: one release)", .repeatable = true},
                    dataset_argument()},
      .options =
          {{.name = "set",
            .value = Value::key_value,
            .placeholder = "KEY=VALUE",
            .help = "what all rows share: flow, freq, unit, period, reporter, partner, classification, product, multiplier, decimals "
                    "(repeatable)",
            .repeatable = true},
           {.name = "map", .value = Value::file, .placeholder = "FILE", .help = "mapping of an unknown table, by name or .toml file"},
           {.name = "release", .value = Value::text, .placeholder = "ID", .help = "id in releases.csv (default: the first file's name)"},
           {.name = "source", .value = Value::text, .placeholder = "ID", .help = "id in sources.csv: where the files come from"},
           {.name = "encoding", .value = Value::text, .placeholder = "NAME", .help = "of the files (default: found in their bytes)"},
           {.name = "max-errors",
            .value = Value::integer,
            .placeholder = "N",
            .help = "import although so many rows are refused",
            .default_text = "0",
            .min = 0},
           {.name = "rejects", .value = Value::file, .placeholder = "FILE", .help = "write the refused rows and why as CSV"},
           {.name = "copy", .help = "keep the files in raw/ of the dataset"},
           json_option()},
      .examples = {{"A yearly table of Kazakhstan's statistics", "attache data import auto kaz-2018.csv my-dataset --source kaz-bns"},
                   {"A table that does not say its currency", "attache data import auto x.csv my-dataset --source kaz-bns --set unit=USD"}},
      .run = run};
}

}  // namespace attache::cli
