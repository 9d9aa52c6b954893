/// C++20 layer over plugin.h. Header-only and compiled into the plugin, so it is no part of the binary contract.
///
/// An exporter is a type with static members; `run` may throw, every exception becomes a status and a text:
///
///     struct Jsonl {
///       static constexpr const char *id = "jsonl", *title = "JSON Lines", *description = "One object a row", *version = "1.0.0",
///                                   *vendor = "Example", *license = "MIT", *url = "", *media_type = "application/jsonl", *extensions =
///                                   "jsonl";
///       static constexpr std::uint32_t flags = ATTACHE_PLUGIN_DETERMINISTIC;
///       static constexpr std::array options{attache::sdk::option_bool("nulls", "Write nulls", "…", false)};
///       static void run(attache::sdk::Exporting<Jsonl>& job) {
///         auto file = job.open(job.output_name(), media_type);
///         if (job.option<"nulls">()) …           // a misspelt name does not compile
///         for (auto table : job.tables()) table.for_each_batch([&](const attache::sdk::Batch& batch) { … });
///         file.close();
///       }
///     };
///     ATTACHE_EXPORTER(Jsonl)
#ifndef ATTACHE_PLUGIN_HPP
#define ATTACHE_PLUGIN_HPP

#include <attache/plugin.h>
#include <attache/view.hpp>

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <initializer_list>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace attache::sdk {

/// Throw it to end the export: a status and what, why, what to do.
class Error : public std::runtime_error {
 public:
  Error(attache_status status, const std::string& what) : std::runtime_error(what), status_(status) {}
  [[nodiscard]] attache_status status() const noexcept { return status_; }

 private:
  attache_status status_;
};
/// Thrown by every service once the export is cancelled. No std::exception, so that `catch (const std::exception&)` does not stop it.
struct Cancelled {};

inline void check(attache_status status, const std::string& what) {
  if (status == ATTACHE_CANCELLED) throw Cancelled{};
  if (status != ATTACHE_OK) throw Error(status, what);
}

// ---- output -----------------------------------------------------------------------------------------------------------------

/// A file being written front to back. An artifact that was not closed makes the export fail, which is what an exception wants.
class Artifact {
 public:
  Artifact(const attache_host* host, attache_call* call, attache_sink sink, std::string name) noexcept
      : host_(host), call_(call), sink_(sink), name_(std::move(name)) {}
  void write(std::string_view bytes) { check(sink_.write(sink_.self, bytes.data(), bytes.size()), "cannot write " + name_); }
  void close() { check(host_->close_artifact(call_, &sink_), "cannot finish " + name_); }

 private:
  const attache_host* host_;
  attache_call* call_;
  attache_sink sink_;
  std::string name_;
};

/// A file that a library writes by its path.
class FileArtifact {
 public:
  FileArtifact(const attache_file_sink* files, attache_call* call, attache_str path) noexcept : files_(files), call_(call), path_(path) {}
  [[nodiscard]] std::string path() const { return std::string(text(path_)); }
  void close() { check(files_->close_file(call_, path_), "cannot finish " + path()); }

 private:
  const attache_file_sink* files_;
  attache_call* call_;
  attache_str path_;
};

// ---- one export -------------------------------------------------------------------------------------------------------------

class Context;

/// A table of the document and the way to its rows.
class Table {
 public:
  Table(const Context& context, std::uint32_t index, const attache_table& table) noexcept
      : context_(&context), index_(index), table_(&table) {}
  [[nodiscard]] std::uint32_t index() const noexcept { return index_; }
  [[nodiscard]] const attache_table& info() const noexcept { return *table_; }
  [[nodiscard]] std::string_view id() const noexcept { return text(table_->id); }
  [[nodiscard]] std::string_view title() const noexcept { return text(table_->title); }
  [[nodiscard]] std::int64_t rows() const noexcept { return table_->row_count; }
  [[nodiscard]] std::uint32_t columns() const noexcept { return table_->column_count; }
  [[nodiscard]] const attache_column_info& column(std::uint32_t index) const noexcept { return *table_->columns[index]; }
  /// f(const Batch&) for `rows` rows at a time; reports progress and throws Cancelled between batches.
  template <class F>
  void for_each_batch(F&& f, std::int64_t rows_at_once = 4096) const;
  /// f(const Batch&, std::int64_t row_in_batch) for every row.
  template <class F>
  void for_each_row(F&& f, std::int64_t rows_at_once = 4096) const {
    for_each_batch(
        [&](const Batch& batch) {
          for (std::int64_t row = 0; row < batch.rows(); ++row) f(batch, row);
        },
        rows_at_once);
  }
  /// The printed form of a cell, signs included, unit not. `row` counts from the table's first row.
  [[nodiscard]] std::string printed(std::uint32_t column, std::int64_t row) const;

 private:
  const Context* context_;
  std::uint32_t index_;
  const attache_table* table_;
};

/// What a running export may use. Not for other threads, except log().
class Context {
 public:
  Context(const attache_host* host, attache_call* call, const attache_request* request) noexcept
      : host_(host), call_(call), request_(request) {}

  [[nodiscard]] const attache_request& request() const noexcept { return *request_; }
  [[nodiscard]] const attache_document& document() const noexcept { return *request_->document; }
  [[nodiscard]] const attache_block& root() const noexcept { return *document().root; }
  [[nodiscard]] std::string_view language() const noexcept { return text(request_->language); }
  [[nodiscard]] std::string_view output_name() const noexcept { return text(request_->output_name); }
  [[nodiscard]] std::string_view output_stem() const noexcept { return text(request_->output_stem); }
  [[nodiscard]] bool single() const noexcept { return (request_->flags & ATTACHE_REQUEST_SINGLE) != 0; }

  /// "" when there is no such key.
  [[nodiscard]] std::string_view meta(const char* key) const noexcept { return text(host_->meta(&document(), key)); }
  [[nodiscard]] Table table(std::uint32_t index) const noexcept { return {*this, index, *document().tables[index]}; }
  /// Includes tables that only fallbacks refer to; the order that readers see is that of the blocks.
  [[nodiscard]] std::vector<Table> tables() const {
    std::vector<Table> all;
    for (std::uint32_t i = 0; i < document().table_count; ++i) all.push_back(table(i));
    return all;
  }
  [[nodiscard]] std::string format_number(std::int64_t value, std::int32_t scale, std::int32_t decimals) const {
    return std::string(text(host_->format_number(call_, value, scale, decimals)));
  }
  [[nodiscard]] std::string format_date(const attache_date& start, const attache_date& end) const {
    return std::string(text(host_->format_date(call_, start, end)));
  }
  /// translate("exporter.page-of", {{"page", "2"}, {"pages", "9"}}); lives as long as the export.
  [[nodiscard]] std::string_view translate(const char* id,
                                           std::initializer_list<std::pair<std::string_view, std::string_view>> arguments = {}) const {
    std::vector<attache_pair> pairs;
    for (const auto& [key, value] : arguments) pairs.push_back({str(key), str(value)});
    return text(host_->translate(call_, id, pairs.data(), pairs.size()));
  }

  [[nodiscard]] Artifact open(std::string_view name, std::string_view media_type) const {
    ATTACHE_NEW(attache_sink, sink);
    check(host_->open_artifact(call_, str(name), str(media_type), &sink), "cannot open " + std::string(name));
    return {host_, call_, sink, std::string(name)};
  }
  [[nodiscard]] FileArtifact open_file(std::string_view name, std::string_view media_type) const {
    attache_str path{};
    check(files().open_file(call_, str(name), str(media_type), &path), "cannot open " + std::string(name));
    return {&files(), call_, path};
  }
  /// A private folder, emptied after the export.
  [[nodiscard]] std::string temporary_folder() const {
    const std::string path(text(files().temporary_folder(call_)));
    if (path.empty()) throw Error(ATTACHE_ERR_IO, "there is no folder for temporary files");
    return path;
  }

  /// Throws Cancelled when the user has had enough. fraction 0 … 1, negative = unknown.
  void progress(double fraction, std::string_view stage) const {
    check(host_->progress(call_, fraction, str(stage)), "the export was stopped");
  }
  void log(attache_log_level level, std::string_view message) const noexcept { host_->log(call_, level, str(message)); }
  [[nodiscard]] const attache_host& host() const noexcept { return *host_; }
  [[nodiscard]] attache_call* call() const noexcept { return call_; }

 private:
  [[nodiscard]] const attache_file_sink& files() const {
    const bool asks = ATTACHE_HAS(host_, attache_host, get_interface) && host_->get_interface != nullptr;
    const void* found = asks ? host_->get_interface(host_, ATTACHE_FILE_SINK_ID) : nullptr;
    if (found == nullptr) throw Error(ATTACHE_ERR_HOST_TOO_OLD, "this program offers no " ATTACHE_FILE_SINK_ID);
    return *static_cast<const attache_file_sink*>(found);
  }
  const attache_host* host_;
  attache_call* call_;
  const attache_request* request_;
};

template <class F>
void Table::for_each_batch(F&& f, std::int64_t rows_at_once) const {
  for (std::int64_t first = 0; first < rows();) {
    ATTACHE_NEW(attache_batch, batch);
    check(context_->host().read_batch(context_->call(), index_, first, rows_at_once, &batch), "cannot read table " + std::string(id()));
    if (batch.row_count <= 0) throw Error(ATTACHE_ERR_DATA, "table " + std::string(id()) + " ends before its last row");
    f(Batch(batch, *table_));
    first += batch.row_count;
    context_->progress(static_cast<double>(first) / static_cast<double>(rows()), title());
  }
}
inline std::string Table::printed(std::uint32_t column, std::int64_t row) const {
  return std::string(text(context_->host().format_cell(context_->call(), index_, column, row)));
}

// ---- declaring an exporter --------------------------------------------------------------------------------------------------

/// A string as a template argument: job.option<"header">().
template <std::size_t N>
struct Name {
  char characters[N];
  consteval Name(const char (&literal)[N]) { std::copy_n(literal, N, characters); }  // NOLINT: implicit by design
  [[nodiscard]] constexpr std::string_view view() const { return {characters, N - 1}; }
};

constexpr attache_option make_option(attache_option_type type, const char* id, const char* title, const char* description,
                                     const char* default_text) {
  attache_option option{};
  option.struct_size = static_cast<std::uint32_t>(sizeof option);
  option.type = type;
  option.id = id;
  option.title = title;
  option.description = description;
  option.default_text = default_text;
  option.min = 1;  // min > max: no bounds
  return option;
}
constexpr attache_option bounded(attache_option option, double min, double max) {
  option.min = min;
  option.max = max;
  return option;
}
constexpr attache_option option_bool(const char* id, const char* title, const char* description, bool preset) {
  return make_option(ATTACHE_OPTION_BOOL, id, title, description, preset ? "true" : "false");
}
/// default_text NULL = unset
constexpr attache_option option_int(const char* id, const char* title, const char* description, const char* default_text, double min,
                                    double max) {
  return bounded(make_option(ATTACHE_OPTION_INT, id, title, description, default_text), min, max);
}
constexpr attache_option option_float(const char* id, const char* title, const char* description, const char* default_text, double min,
                                      double max) {
  return bounded(make_option(ATTACHE_OPTION_FLOAT, id, title, description, default_text), min, max);
}
constexpr attache_option option_size(const char* id, const char* title, const char* description, const char* default_text, double min,
                                     double max) {
  return bounded(make_option(ATTACHE_OPTION_SIZE, id, title, description, default_text), min, max);
}
constexpr attache_option option_text(const char* id, const char* title, const char* description, const char* default_text = nullptr) {
  return make_option(ATTACHE_OPTION_TEXT, id, title, description, default_text);
}
constexpr attache_option option_path(const char* id, const char* title, const char* description) {
  return make_option(ATTACHE_OPTION_PATH, id, title, description, nullptr);
}
/// `choices` must have static storage.
template <std::size_t N>
constexpr attache_option option_choice(const char* id, const char* title, const char* description, const char* preset,
                                       const char* const (&choices)[N]) {
  attache_option option = make_option(ATTACHE_OPTION_CHOICE, id, title, description, preset);
  option.choice_count = static_cast<std::uint32_t>(N);
  option.choices = choices;
  return option;
}

template <class E>
class Exporting;

/// A type that describes and does an export.
template <class E>
concept Exporter = requires(Exporting<E>& job) {
  { E::id } -> std::convertible_to<const char*>;
  { E::title } -> std::convertible_to<const char*>;
  { E::description } -> std::convertible_to<const char*>;
  { E::version } -> std::convertible_to<const char*>;
  { E::vendor } -> std::convertible_to<const char*>;
  { E::license } -> std::convertible_to<const char*>;
  { E::url } -> std::convertible_to<const char*>;
  { E::media_type } -> std::convertible_to<const char*>;
  { E::extensions } -> std::convertible_to<const char*>;
  { E::flags } -> std::convertible_to<std::uint32_t>;
  { E::options.size() } -> std::convertible_to<std::size_t>;  // std::array<attache_option, n>
  E::run(job);
};

template <class E, Name option_name>
consteval std::size_t option_index() {
  for (std::size_t i = 0; i < E::options.size(); ++i) {
    if (std::string_view(E::options[i].id) == option_name.view()) return i;
  }
  throw "the exporter declares no option of this name";
}

/// One export of exporter E: the services and its options.
template <class E>
class Exporting : public Context {
 public:
  using Context::Context;

  /// bool, std::int64_t (INT, SIZE), double or std::string_view (TEXT, PATH, CHOICE), as declared; zero or "" when unset.
  template <Name option_name>
  [[nodiscard]] auto option() const noexcept {
    constexpr attache_option_type type = E::options[option_index<E, option_name>()].type;
    const attache_value& value = *request().values[option_index<E, option_name>()];
    if constexpr (type == ATTACHE_OPTION_BOOL)
      return value.integer != 0;
    else if constexpr (type == ATTACHE_OPTION_INT || type == ATTACHE_OPTION_SIZE)
      return value.integer;
    else if constexpr (type == ATTACHE_OPTION_FLOAT)
      return value.real;
    else
      return text(value.text);
  }
  template <Name option_name>
  [[nodiscard]] bool is_set() const noexcept {
    return request().values[option_index<E, option_name>()]->is_set != 0;
  }
  /// Index of a CHOICE.
  template <Name option_name>
  [[nodiscard]] std::int32_t choice() const noexcept {
    static_assert(E::options[option_index<E, option_name>()].type == ATTACHE_OPTION_CHOICE);
    return request().values[option_index<E, option_name>()]->choice;
  }
};

/// Runs E and turns whatever it throws into a status and a text.
template <Exporter E>
attache_status run_guarded(const attache_plugin*, const attache_host* host, attache_call* call, const attache_request* request) noexcept {
  const auto failed = [&](attache_status status, std::string_view why) {
    host->set_error(call, status, str(why));
    return status;
  };
  try {
    Exporting<E> job(host, call, request);
    E::run(job);
    return ATTACHE_OK;
  } catch (const Cancelled&) {
    return ATTACHE_CANCELLED;
  } catch (const Error& error) {
    return failed(error.status(), error.what());
  } catch (const std::bad_alloc&) {
    return failed(ATTACHE_ERR_MEMORY, "out of memory");
  } catch (const std::exception& error) {
    return failed(ATTACHE_ERR_INTERNAL, error.what());
  } catch (...) {
    return failed(ATTACHE_ERR_INTERNAL, "an exception that is no std::exception");
  }
}

template <Exporter E>
const attache_plugin* descriptor_of() noexcept {
  static constexpr std::size_t count = E::options.size();
  static constexpr auto options = [] {
    std::array<const attache_option*, count + 1> pointers{};
    for (std::size_t i = 0; i < count; ++i) pointers[i] = &E::options[i];
    return pointers;
  }();
  static constexpr attache_plugin plugin{static_cast<std::uint32_t>(sizeof(attache_plugin)),
                                         ATTACHE_ABI_VERSION,
                                         ATTACHE_ABI_DRAFT,
                                         E::flags,
                                         E::id,
                                         E::title,
                                         E::description,
                                         E::version,
                                         E::vendor,
                                         E::license,
                                         E::url,
                                         E::media_type,
                                         E::extensions,
                                         static_cast<std::uint32_t>(count),
                                         0,
                                         options.data(),
                                         &run_guarded<E>,
                                         nullptr,
                                         nullptr};
  return &plugin;
}

}  // namespace attache::sdk

/// Defines the entry of the plugin. Once a library.
#define ATTACHE_EXPORTER(type) \
  extern "C" ATTACHE_EXPORT const attache_plugin* attache_plugin_v1(void) { return ::attache::sdk::descriptor_of<type>(); }

#endif
