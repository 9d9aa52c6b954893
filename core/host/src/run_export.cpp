#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "host/src/arena.hpp"
#include "host/src/child.hpp"
#include "host/src/limits.hpp"
#include "host/src/options.hpp"
#include "host/src/plain_line.hpp"
#include "host/src/target.hpp"
#include "host/src/worker.hpp"

namespace attache::host {
namespace {

namespace fs = std::filesystem;

/// Where the parts of an export go. The name is that of the main artifact, also when it goes to standard output.
struct Places {
  Target output;
  std::optional<Target> trace;
};

Outcome<Places> places_of(const ExportJob& job) {
  const auto output = target_of(job.output);
  if (!output) return fail(output.error());
  Places places{*output, std::nullopt};
  if (output->to_stdout) {
    std::error_code error;
    places.output.folder = fs::temp_directory_path(error).string();
    places.output.name = "output." + job.plugin.extensions.front();
  }
  if (job.trace.empty()) return places;
  const auto trace = target_of(job.trace);
  if (!trace) return fail(trace.error());
  if (output->to_stdout && trace->to_stdout)
    return fail(Failure::usage, "the output and its trace cannot both go to standard output", "give one of -o and --trace a file");
  if (is_same_place(*output, *trace))
    return fail(Failure::usage, "-o and --trace name the same file '" + output->path() + "'", "give --trace another name");
  places.trace = *trace;
  return places;
}

/// Texts travel as UTF-8 and paths as bytes; a text that is no UTF-8 would be changed on its way.
Outcome<> check_texts(const ExportJob& job) {
  const report::Request& request = job.request;
  for (const std::string* text : {&request.pair, &request.language, &request.period, &request.as_of, &request.marking, &request.embargo}) {
    if (!is_utf8(*text))
      return fail(Failure::usage, "a text of the command line is not valid UTF-8", "give pair, period, marking … in UTF-8");
  }
  return {};
}

/// Paths of options as the caller means them: the worker's current folder is another.
void make_paths_absolute(ExportJob& job, const std::vector<OptionValue>& values) {
  for (auto& [key, text] : job.options) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (job.plugin.options[i].id == key && job.plugin.options[i].type == "path") text = values[i].text;
    }
  }
}

constexpr std::size_t most_warnings = 200;

/// Gathers what a worker or a call in this process says.
class Events final : public Listener {
 public:
  Events(const ExportJob& job, ExportResult& result) : job_(job), result_(result) {}

  void built(const std::vector<std::string>& warnings) {
    document_built = true;
    for (const std::string& warning : warnings) warn(warning);
  }
  void progress(double fraction, std::string_view stage) override {
    if (job_.on_progress) job_.on_progress(fraction, std::string(stage));
  }
  void log(attache_log_level level, std::string_view message) override {
    if (level >= ATTACHE_LOG_WARN)
      warn(job_.plugin.id + ": " + std::string(message));
    else if (job_.on_log)
      job_.on_log(level, std::string(message));
  }
  [[nodiscard]] bool cancelled() override { return interrupted_by() != 0; }

  /// Keeps the first ones and counts the others: a plugin that warns in a loop fills no memory.
  void warn(std::string text) {
    if (result_.warnings.size() < most_warnings)
      result_.warnings.push_back(std::move(text));
    else
      ++left_out_;
  }
  void finish() {
    if (left_out_ > 0)
      result_.warnings.push_back(left_out_ == 1 ? "1 more warning is not shown"
                                                : std::to_string(left_out_) + " more warnings are not shown");
    left_out_ = 0;
  }

  bool document_built = false;

 private:
  const ExportJob& job_;
  ExportResult& result_;
  std::size_t left_out_ = 0;
};

tl::unexpected<Problem> child_failure(const ExportJob& job, const ChildEnd& end, bool document_built) {
  const std::string what = document_built ? "plugin '" + job.plugin.id + "'" : "the worker that builds the document";
  const std::string noise = end.noise_story();
  std::string suffix = noise.empty() ? "" : "; it " + noise;
  switch (end.why) {
    case ChildEnd::Why::interrupted:
      return fail(Failure::cancelled, "the export was interrupted");
    case ChildEnd::Why::overdue:
      return fail(Failure::time_limit, what + " was not done after " + time_text(job.limits.total_s) + ", the time limit" + suffix,
                  raise_time("time", job.limits.total_s));
    case ChildEnd::Why::stalled:
      return fail(Failure::time_limit, what + " showed no sign of life for " + time_text(job.limits.stall_s) + ", the stall limit" + suffix,
                  raise_time("stall", job.limits.stall_s) + ", or tell the plugin's vendor");
    case ChildEnd::Why::not_started:
      return fail(Failure::temporary, end.story(), "try again when the machine has room for processes");
    case ChildEnd::Why::ended:
      break;
  }
  std::string next = document_built ? "nothing was written; tell the plugin's vendor" : "nothing was written";
  if (const std::uint64_t memory = job.limits.memory_bytes; memory != 0) {  // few programs survive it and say so
    suffix += "; its memory limit was " + size_text(memory);
    next.insert(0, raise_size("memory", memory) + "; ");
  }
  return fail(document_built ? Failure::plugin : Failure::internal, what + " " + end.story() + suffix, std::move(next));
}

Outcome<std::vector<Staged>> export_in_worker(const ExportJob& job, const Target& target, const Staging& staging, Events& events) {
  WorkerRequest request;
  request.plugin = job.plugin.path;
  request.job = job;
  request.staging = staging.path();
  request.output_name = target.name;
  request.parent = static_cast<int>(::getpid());
  std::optional<std::vector<Staged>> files;
  std::optional<Problem> problem;
  const ChildEnd end =
      run_child({request_text(request), job.limits.stall_s, job.limits.total_s, staging.path()}, [&](WorkerMessage message) {
        if (auto* built = std::get_if<DocumentBuilt>(&message))
          events.built(built->warnings);
        else if (auto* progressed = std::get_if<Progressed>(&message))
          events.progress(progressed->fraction, progressed->stage);
        else if (auto* logged = std::get_if<Logged>(&message))
          events.log(logged->level, logged->text);
        else if (auto* done = std::get_if<Done>(&message))
          files = std::move(done->files);
        else if (auto* failed = std::get_if<Problem>(&message))
          problem = std::move(*failed);
      });
  if (end.ended_normally() && problem) {
    if (const std::string noise = end.noise_story(); !noise.empty() && problem->failure == Failure::plugin)
      problem->what += "; it " + noise;
    return fail(*problem);
  }
  if (!end.ended_normally() || !files) return child_failure(job, end, events.document_built);
  for (const Staged& file : *files) {  // a plugin can write to the worker's descriptors
    if (file.name.empty() || file.name.find('/') != std::string::npos || file.name == "..")
      return fail(Failure::plugin, job.plugin.id + ": the worker names '" + plain_line(file.name, 100) + "', which is no file name");
  }
  if (const std::string left = end.left_story(); !left.empty()) {
    return fail(Failure::plugin, job.plugin.id + ": the plugin " + left,
                "they were ended; a plugin waits for what it starts: tell its vendor");
  }
  if (const std::string noise = end.noise_story(); !noise.empty()) events.warn(job.plugin.id + ": the plugin " + noise);
  return *files;
}

/// Copies a finished file to standard output.
Outcome<> stream(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  std::vector<char> buffer(1 << 18);
  for (;;) {
    const ssize_t got = file < 0 ? -1 : ::read(file, buffer.data(), buffer.size());
    bool written = got > 0;
    for (ssize_t at = 0; written && at < got;) {
      const ssize_t put = ::write(STDOUT_FILENO, buffer.data() + at, static_cast<std::size_t>(got - at));
      if (put < 0 && errno == EINTR) continue;
      written = put >= 0;
      at += put;
    }
    if (written) continue;
    const int error = errno;
    if (file >= 0) ::close(file);
    if (got == 0) return {};
    return fail(Failure::io, "cannot write to standard output: " + std::string(std::strerror(error)));
  }
}

/// Puts the artifacts and the trace in their places, all or none.
Outcome<std::vector<Written>> deliver(const ExportJob& job, const Places& places, const Staging& staging,
                                      const std::vector<Staged>& files) {
  std::vector<Placement> placements;
  for (const Staged& file : files) {
    const Target target{places.output.folder, file.name, places.output.to_stdout};
    if (places.trace && is_same_place(target, *places.trace)) {
      return fail(Failure::usage, "--trace names '" + target.path() + "', which the export writes too", "give --trace another name");
    }
    if (!target.to_stdout) placements.push_back({staging.artifacts() + "/" + file.name, target.path(), file.media_type});
  }
  std::optional<Staging> beside_trace;
  if (places.trace && !places.trace->to_stdout) {
    auto made = Staging::create(places.trace->folder);
    if (!made) return fail(made.error());
    beside_trace.emplace(std::move(*made));
    std::error_code error;
    if (!fs::copy_file(staging.trace(), beside_trace->trace(), error))
      return fail(Failure::io, "cannot write the trace '" + job.trace + "': " + error.message());
    placements.push_back({beside_trace->trace(), places.trace->path(), "application/json"});
  }
  auto written = place(placements, job.overwrite);
  if (!written) return written;
  std::string streamed;
  if (places.output.to_stdout) streamed = staging.artifacts() + "/" + files.front().name;
  if (places.trace && places.trace->to_stdout) streamed = staging.trace();
  if (streamed.empty()) return written;
  if (auto done = stream(streamed); !done) return fail(done.error());
  return written;
}

}  // namespace

Outcome<ExportResult> run_export_of(const ExportJob& given, const DocumentSource& source) {
  ExportJob job = given;
  const auto values = parse_options(job.plugin, job.options);
  if (!values) return fail(values.error());
  make_paths_absolute(job, *values);
  if (auto texts = check_texts(job); !texts) return fail(texts.error());
  std::error_code error;
  job.dataset = fs::absolute(job.dataset, error).string();  // the worker's current folder is another
  const auto places = places_of(job);
  if (!places) return fail(places.error());
  const InterruptGuard guard;
  const auto staging = Staging::create(places->output.folder);
  if (!staging) return fail(staging.error());
  ExportResult result;
  Events events(job, result);
  const Workplace here{staging->artifacts(), staging->trace(), places->output.name};
  const auto files =
      job.isolate ? export_in_worker(job, places->output, *staging, events)
                  : export_here(job, here, source, events, [&](const report::Document& document) { events.built(document.warnings); });
  events.finish();
  if (!files) return fail(files.error());
  if (interrupted_by() != 0) return fail(Failure::cancelled, "the export was interrupted");
  auto written = deliver(job, *places, *staging, *files);
  if (!written) return fail(written.error());
  result.files = std::move(*written);
  return result;
}

}  // namespace attache::host
