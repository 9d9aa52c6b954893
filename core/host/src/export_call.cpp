#include "host/export_call.hpp"

#include <unistd.h>

#include <cstring>
#include <deque>
#include <mutex>
#include <new>
#include <optional>
#include <thread>

#include "host/src/artifacts.hpp"
#include "host/src/limits.hpp"
#include "host/src/options.hpp"
#include "host/src/plain_line.hpp"

/// One export as the host sees it. The plugin holds only its address.
struct attache_call {
  attache_call(const attache::host::PluginCall& call, attache::host::Listener& listener_)
      : view(*call.view),
        listener(listener_),
        rehearsal(call.rehearsal),
        artifacts(call.folder, call.output_name, call.single, call.file_bytes) {
    artifacts.ask_before_writing([this](std::size_t bytes) {
      stay_home();
      return rehearsal == nullptr || rehearsal->may_write(bytes);
    });
  }

  attache::host::DocumentView& view;
  attache::host::Listener& listener;
  attache::host::Rehearsal* rehearsal;  ///< nullptr in real exports
  attache::host::Artifacts artifacts;
  const pid_t home = ::getpid();
  const std::thread::id export_thread = std::this_thread::get_id();
  std::string printed;  ///< what format_* gave last

  std::mutex mutex;  ///< guards what [any-thread] functions change
  std::string error;
  std::string host_error;  ///< what a function of the host could not do
  std::string misuse;
  std::deque<std::string> translations;

  /// Ends a process that the plugin forked: it has the export's files open and would write its half of their buffers into them.
  void stay_home() const noexcept {
    if (::getpid() == home) return;
    listener.strayed();
    ::_exit(70);  // EX_SOFTWARE
  }
  /// Remembers a call from a thread that may not make it.
  bool on_export_thread(const char* function) {
    stay_home();
    if (std::this_thread::get_id() == export_thread) return true;
    const std::lock_guard<std::mutex> lock(mutex);
    misuse = std::string("called ") + function + " from another thread than the export's";
    return false;
  }
  [[nodiscard]] bool may_open(attache_str name, bool by_path) const {
    return rehearsal == nullptr || rehearsal->may_open({name.data, name.size}, by_path);
  }
  [[nodiscard]] attache::host::CallEnd end(attache_status status, bool threw) const {
    return {
        status, threw, error, !host_error.empty() || artifacts.problem().has_value(), misuse, artifacts.opened(), artifacts.left_open()};
  }
  attache_str keep_printed(std::string text) {
    printed = std::move(text);
    return {printed.data(), printed.size()};
  }
};

namespace attache::host {
namespace {

constexpr std::size_t longest_error = 4000;  ///< bytes

std::string_view view_of(attache_str text) { return text.data == nullptr ? std::string_view{} : std::string_view(text.data, text.size); }
attache_str str_of(const std::string& text) { return {text.data(), text.size()}; }
attache_str str_of(std::string&&) = delete;

void log(attache_call* call, attache_log_level level, attache_str message) noexcept {
  call->stay_home();
  call->listener.log(level, view_of(message));
}

void set_error(attache_call* call, attache_status, attache_str message) noexcept {
  call->stay_home();
  const std::lock_guard<std::mutex> lock(call->mutex);
  call->error = attache::host::plain_line(view_of(message), longest_error);
}

attache_status progress(attache_call* call, double fraction, attache_str stage) noexcept {
  if (!call->on_export_thread("progress")) return ATTACHE_ERR_INTERNAL;
  call->listener.progress(fraction, view_of(stage));
  return call->listener.cancelled() ? ATTACHE_CANCELLED : ATTACHE_OK;
}

int32_t is_cancelled(attache_call* call) noexcept {
  call->stay_home();
  return call->listener.cancelled() ? 1 : 0;
}

attache_status read_batch(attache_call* call, uint32_t table, int64_t first, int64_t max, attache_batch* out) noexcept {
  if (!call->on_export_thread("read_batch")) return ATTACHE_ERR_INTERNAL;
  if (call->rehearsal != nullptr) max = call->rehearsal->rows(table, first, max);
  const attache_status status =
      max == 0 && call->rehearsal != nullptr ? attache_status{ATTACHE_ERR_DATA} : call->view.read_batch(table, first, max, out);
  if (status != ATTACHE_OK) {
    const std::lock_guard<std::mutex> lock(call->mutex);
    call->host_error = "the plugin read rows " + std::to_string(first) + " to " + std::to_string(first + max) + " of table " +
                       std::to_string(table) + ", which are not there";
  }
  return status;
}

attache_str format_cell(attache_call* call, uint32_t table, uint32_t column, int64_t row) noexcept {
  if (!call->on_export_thread("format_cell")) return {"", 0};
  if (call->rehearsal != nullptr) call->rehearsal->cell(table, row);
  return call->keep_printed(call->view.format_cell(table, column, row));
}

attache_str format_number(attache_call* call, int64_t value, int32_t scale, int32_t decimals) noexcept {
  if (!call->on_export_thread("format_number")) return {"", 0};
  if (scale < 0 || scale > Decimal::max_scale) return {"", 0};
  return call->keep_printed(call->view.printing().number(Decimal(value, scale), decimals));
}

attache_str format_date(attache_call* call, attache_date start, attache_date end) noexcept {
  if (!call->on_export_thread("format_date")) return {"", 0};
  return call->keep_printed(call->view.printing().date(date_from(start, end)));
}

attache_str translate(attache_call* call, const char* id, const attache_pair* arguments, size_t argument_count) noexcept {
  call->stay_home();
  std::vector<text::Argument> filled;
  for (size_t i = 0; i < argument_count; ++i) filled.emplace_back(std::string(view_of(arguments[i].key)), view_of(arguments[i].value));
  std::string message = call->view.printing().message(id, filled);
  const std::lock_guard<std::mutex> lock(call->mutex);
  return str_of(call->translations.emplace_back(std::move(message)));
}

attache_status open_artifact(attache_call* call, attache_str name, attache_str media_type, attache_sink* out) noexcept {
  if (!call->on_export_thread("open_artifact")) return ATTACHE_ERR_INTERNAL;
  if (!call->may_open(name, false)) return call->artifacts.refuse_to_open(view_of(name));
  return call->artifacts.open_sink(view_of(name), view_of(media_type), out);
}

attache_status close_artifact(attache_call* call, attache_sink* sink) noexcept {
  return call->on_export_thread("close_artifact") ? call->artifacts.close_sink(sink) : attache_status{ATTACHE_ERR_INTERNAL};
}

attache_status open_file(attache_call* call, attache_str name, attache_str media_type, attache_str* path) noexcept {
  if (!call->on_export_thread("open_file")) return ATTACHE_ERR_INTERNAL;
  if (!call->may_open(name, true)) return call->artifacts.refuse_to_open(view_of(name));
  return call->artifacts.open_file(view_of(name), view_of(media_type), path);
}

attache_status close_file(attache_call* call, attache_str path) noexcept {
  return call->on_export_thread("close_file") ? call->artifacts.close_file(view_of(path)) : attache_status{ATTACHE_ERR_INTERNAL};
}

attache_str temporary_folder(attache_call* call) noexcept {
  return call->on_export_thread("temporary_folder") ? call->artifacts.temporary_folder() : attache_str{"", 0};
}

const void* get_interface(const attache_host*, const char* id) noexcept {
  static const attache_file_sink file_sink{sizeof(attache_file_sink), 0, open_file, close_file, temporary_folder};
  return std::strcmp(id, ATTACHE_FILE_SINK_ID) == 0 ? &file_sink : nullptr;
}

const attache_host& host_table() {
  static const std::string name = "attache";
  static const std::string version = ATTACHE_VERSION;
  static const attache_host table{sizeof(attache_host),
                                  (ATTACHE_ABI_MAJOR << 16) | ATTACHE_ABI_MINOR_LATEST,
                                  str_of(name),
                                  str_of(version),
                                  log,
                                  set_error,
                                  progress,
                                  is_cancelled,
                                  meta_value,
                                  read_batch,
                                  format_cell,
                                  format_number,
                                  format_date,
                                  translate,
                                  open_artifact,
                                  close_artifact,
                                  get_interface};
  return table;
}

Failure failure_of(attache_status status) {
  switch (status) {
    case ATTACHE_ERR_OPTION:
      return Failure::usage;
    case ATTACHE_ERR_UNSUPPORTED:
    case ATTACHE_ERR_DATA:
      return Failure::data;
    case ATTACHE_ERR_IO:
      return Failure::io;
    case ATTACHE_ERR_HOST_TOO_OLD:
      return Failure::unavailable;
    default:
      return Failure::plugin;
  }
}

/// The values as C structs; they point into `values`.
struct LoweredValues {
  std::deque<attache_value> values;
  std::vector<const attache_value*> pointers;

  explicit LoweredValues(const std::vector<OptionValue>& from) {
    for (const OptionValue& value : from) {
      values.push_back({sizeof(attache_value), value.is_set ? 1 : 0, value.integer, value.real, str_of(value.text), value.choice, 0});
      pointers.push_back(&values.back());
    }
  }
};

/// Says which plugin it was that did wrong.
Problem with_id(Problem problem, const std::string& id) {
  if (problem.failure == Failure::plugin) problem.what.insert(0, id + ": ");
  return problem;
}

Problem problem_of(const attache_call& call, attache_status status, const std::string& id) {
  Problem problem;
  problem.failure = failure_of(status);
  problem.what = id + ": " + (call.error.empty() ? "failed with status " + std::to_string(status) + " and gave no reason" : call.error);
  if (call.error.empty()) {
    if (!call.host_error.empty()) problem.what = id + ": " + call.host_error;
    problem.failure = Failure::plugin;
    problem.next = "this is a fault of the plugin: tell its vendor";
  }
  return problem;
}

/// What the plugin returns; a problem when an exception leaves it.
Outcome<attache_status> invoke(const PluginCall& call, attache_call& state, const attache_request& request, const std::string& id) {
  Rehearsal* const rehearsal = call.rehearsal;
  const attache_host* host = rehearsal == nullptr ? &host_table() : rehearsal->host(&host_table());
  const attache_request* asked = rehearsal == nullptr ? &request : rehearsal->request(&request);
  attache_status status = ATTACHE_ERR_INTERNAL;
  std::optional<Problem> left;
  try {
    status = call.plugin->export_document(call.plugin, host, &state, asked);
  } catch (const std::bad_alloc&) {
    left = out_of_memory(Failure::plugin, id + ": the plugin", call.memory_bytes);
  } catch (...) {  // only C++ plugins that break the contract come here
    left = fail(Failure::plugin, id + ": an exception left the plugin", "this is a fault of the plugin: tell its vendor").value();
  }
  state.stay_home();
  if (rehearsal != nullptr) rehearsal->ended(state.end(status, left.has_value()));
  if (left) return fail(*left);
  return status;
}

}  // namespace

void Listener::progress(double, std::string_view) {}
void Listener::log(attache_log_level, std::string_view) {}
bool Listener::cancelled() { return false; }
void Listener::strayed() noexcept {}

Outcome<std::vector<Staged>> call_plugin(const PluginCall& call, Listener& listener) {
  const auto info = describe(call.plugin);
  if (!info) return fail(info.error());
  const auto values = parse_options(*info, call.options);
  if (!values) return fail(values.error());
  const LoweredValues lowered(*values);

  attache_call state(call, listener);
  attache_request request{};
  request.struct_size = static_cast<uint32_t>(sizeof request);
  request.value_count = static_cast<uint32_t>(lowered.pointers.size());
  request.document = call.view->document();
  request.values = lowered.pointers.data();
  request.language = meta_value(request.document, "language");
  if (request.language.data == nullptr) request.language = {"", 0};
  request.output_name = str_of(call.output_name);
  request.output_stem = str_of(state.artifacts.stem());
  request.source_date_epoch = call.view->source().source_date_epoch;
  request.flags = call.single ? ATTACHE_REQUEST_SINGLE : 0;

  const auto returned = invoke(call, state, request, info->id);
  if (!returned) return fail(returned.error());
  const attache_status status = *returned;
  if (!state.misuse.empty()) return fail(Failure::plugin, info->id + " " + state.misuse, "this is a fault of the plugin: tell its vendor");
  if (status == ATTACHE_CANCELLED && listener.cancelled()) return fail(Failure::cancelled, "the export was cancelled");
  // What the host saw go wrong is nearer to the cause than what the plugin says of it, except where the plugin was refused by intent.
  if (status == ATTACHE_ERR_OPTION && !state.error.empty()) return fail(problem_of(state, status, info->id));
  if (state.artifacts.problem()) return fail(with_id(*state.artifacts.problem(), info->id));
  if (status == ATTACHE_CANCELLED) {
    return fail(Failure::plugin, info->id + ": the plugin says the export was cancelled, and nobody cancelled it",
                "this is a fault of the plugin: tell its vendor");
  }
  if (status == ATTACHE_ERR_MEMORY) return fail(out_of_memory(Failure::plugin, info->id + ": the plugin", call.memory_bytes));
  if (status != ATTACHE_OK) return fail(problem_of(state, status, info->id));
  auto files = state.artifacts.finish();
  if (!files) return fail(with_id(files.error(), info->id));
  if (!state.error.empty()) listener.log(ATTACHE_LOG_WARN, state.error);
  return files;
}

}  // namespace attache::host
