// A plugin that does what its option `mode` says: one fault of each kind, and `well` for comparison.
#include <attache/plugin.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <new>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

struct Export {
  const attache_host* host;
  attache_call* call;
  const attache_request* request;
};

attache_status open_main(const Export& job, attache_sink* sink) {
  return job.host->open_artifact(job.call, job.request->output_name, {"text/plain", 10}, sink);
}

attache_status write_text(attache_sink& sink, const std::string& text) { return sink.write(sink.self, text.data(), text.size()); }

/// Opens, writes `text`, closes.
attache_status write_main(const Export& job, const std::string& text) {
  ATTACHE_NEW(attache_sink, sink);
  attache_status status = open_main(job, &sink);
  if (status == ATTACHE_OK) status = write_text(sink, text);
  if (status == ATTACHE_OK) status = job.host->close_artifact(job.call, &sink);
  return status;
}

attache_status well(const Export& job) { return write_main(job, "well\n"); }

attache_status segfault(const Export& job) {
  (void)write_main(job, "half");
  ::signal(SIGSEGV, SIG_DFL);  // sanitizers have a handler of their own
  ::raise(SIGSEGV);
  return ATTACHE_OK;
}
attache_status aborts(const Export& job) {
  (void)write_main(job, "half");
  std::abort();
}
attache_status exit_0(const Export& job) {
  (void)write_main(job, "half");
  ::_exit(0);
}
attache_status killed(const Export& job) {
  (void)write_main(job, "half");
  ::kill(::getpid(), SIGKILL);
  return ATTACHE_OK;
}
attache_status hang(const Export& job) {
  (void)write_main(job, "half");
  for (;;) ::pause();
}
attache_status busy(const Export& job) {
  for (;;) {
    if (job.host->progress(job.call, 0.5, {"busy", 4}) != ATTACHE_OK) return ATTACHE_CANCELLED;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}
attache_status noise(const Export& job) {
  for (int i = 0; i < 50000; ++i) std::puts("debug: a line nobody asked for, written to standard output");
  std::fflush(stdout);
  return write_main(job, "well\n");
}
attache_status left_open(const Export& job) {
  ATTACHE_NEW(attache_sink, sink);
  const attache_status status = open_main(job, &sink);
  return status == ATTACHE_OK ? write_text(sink, "half") : status;
}
attache_status no_text(const Export&) { return ATTACHE_ERR_DATA; }
attache_status with_text(const Export& job) {
  const std::string why = "the table has no rows; choose another period";
  job.host->set_error(job.call, ATTACHE_ERR_DATA, {why.data(), why.size()});
  return ATTACHE_ERR_DATA;
}
attache_status endless(const Export& job) {
  ATTACHE_NEW(attache_sink, sink);
  attache_status status = open_main(job, &sink);
  const std::string block(65536, 'x');
  while (status == ATTACHE_OK) status = write_text(sink, block);
  return status;
}
attache_status ignores_errors(const Export& job) {
  (void)endless(job);
  return ATTACHE_OK;
}
attache_status elsewhere(const Export& job) {
  std::ofstream("stray.txt") << "in the current folder";
  return write_main(job, "well\n");
}
attache_status beside(const Export& job) {
  const auto* files = static_cast<const attache_file_sink*>(job.host->get_interface(job.host, ATTACHE_FILE_SINK_ID));
  attache_str path{};
  const attache_status status = files->open_file(job.call, job.request->output_name, {"text/plain", 10}, &path);
  if (status != ATTACHE_OK) return status;
  std::ofstream(path.data) << "well";
  std::ofstream(std::string(path.data) + ".lock") << "stray";
  return files->close_file(job.call, path);
}
attache_status no_file(const Export&) { return ATTACHE_OK; }
attache_status bad_name(const Export& job) {
  ATTACHE_NEW(attache_sink, sink);
  return job.host->open_artifact(job.call, {"../escape.txt", 13}, {"text/plain", 10}, &sink);
}
attache_status throws(const Export&) { throw std::runtime_error("out of the plugin"); }
attache_status other_thread(const Export& job) {
  std::thread([&job] { (void)job.host->progress(job.call, 0.5, {"", 0}); }).join();
  return write_main(job, "well\n");
}
attache_status leaves_a_child(const Export& job) {
  if (::fork() == 0) {
    ::sleep(600);
    ::_exit(0);
  }
  return write_main(job, "well\n");
}
attache_status leaves_a_daemon(const Export& job) {
  if (::fork() == 0) {
    ::setsid();
    ::sleep(20);
    ::_exit(0);
  }
  return write_main(job, "well\n");
}
attache_status cancels(const Export&) { return ATTACHE_CANCELLED; }
attache_status two_files(const Export& job) {
  const attache_status first = write_main(job, "first\n");
  if (first != ATTACHE_OK) return first;
  const std::string name = std::string(job.request->output_stem.data, job.request->output_stem.size) + ".second.txt";
  ATTACHE_NEW(attache_sink, sink);
  attache_status status = job.host->open_artifact(job.call, {name.data(), name.size()}, {"text/plain", 10}, &sink);
  if (status == ATTACHE_OK) status = write_text(sink, "second\n");
  if (status == ATTACHE_OK) status = job.host->close_artifact(job.call, &sink);
  return status;
}
attache_status warns(const Export& job) {
  job.host->log(job.call, ATTACHE_LOG_WARN, {"a font is missing", 17});
  return write_main(job, "well\n");
}
attache_status warns_for_ever(const Export& job) {
  for (int i = 0; i < 5000; ++i) job.host->log(job.call, ATTACHE_LOG_WARN, {"a font is missing", 17});
  return write_main(job, "well\n");
}
/// Pretends to be the host, at length: descriptor 3 is where the worker's messages go.
attache_status forges_a_line(const Export& job) {
  const std::string line = R"({"is":"log","level":3,"text":")" + std::string(3 << 20, 'x') + "\"}\n";
  for (std::string_view rest = line; !rest.empty();) rest.remove_prefix(static_cast<std::size_t>(::write(3, rest.data(), rest.size())));
  return write_main(job, "well\n");
}
/// The value of the option `file` and the name of the output, as the plugin sees them.
attache_status shows_names(const Export& job) {
  const attache_str file = job.request->values[1]->text;
  return write_main(
      job, std::string(file.data, file.size) + "\n" + std::string(job.request->output_name.data, job.request->output_name.size) + "\n");
}
attache_status reads_too_far(const Export& job) {
  ATTACHE_NEW(attache_batch, batch);
  return job.host->read_batch(job.call, 9999, 5, 10, &batch);
}
attache_status out_of_memory(const Export& job) {
  std::vector<std::string> all;
  for (;;) all.emplace_back(std::size_t{64} << 20, 'x');
  return write_main(job, "well\n");
}

struct Mode {
  const char* name;
  attache_status (*run)(const Export&);
};
constexpr Mode modes[] = {{"well", well},
                          {"segfault", segfault},
                          {"abort", aborts},
                          {"exit-0", exit_0},
                          {"killed", killed},
                          {"hang", hang},
                          {"busy", busy},
                          {"noise", noise},
                          {"left-open", left_open},
                          {"no-text", no_text},
                          {"with-text", with_text},
                          {"endless", endless},
                          {"ignores-errors", ignores_errors},
                          {"elsewhere", elsewhere},
                          {"beside", beside},
                          {"no-file", no_file},
                          {"bad-name", bad_name},
                          {"throws", throws},
                          {"other-thread", other_thread},
                          {"leaves-a-child", leaves_a_child},
                          {"two-files", two_files},
                          {"warns", warns},
                          {"shows-names", shows_names},
                          {"reads-too-far", reads_too_far},
                          {"warns-for-ever", warns_for_ever},
                          {"forges-a-line", forges_a_line},
                          {"leaves-a-daemon", leaves_a_daemon},
                          {"cancels", cancels},
                          {"out-of-memory", out_of_memory}};

attache_status export_document(const attache_plugin*, const attache_host* host, attache_call* call, const attache_request* request) {
  const std::string mode(request->values[0]->text.data, request->values[0]->text.size);
  for (const Mode& known : modes) {
    if (mode == known.name) return known.run({host, call, request});
  }
  return ATTACHE_ERR_OPTION;
}

}  // namespace

ATTACHE_EXPORT const attache_plugin* attache_plugin_v1(void) {
  static attache_option mode{};
  mode.struct_size = sizeof mode;
  mode.type = ATTACHE_OPTION_TEXT;
  mode.id = "mode";
  mode.title = "Fault";
  mode.description = "What to do wrong";
  mode.default_text = "well";
  static attache_option file{};
  file.struct_size = sizeof file;
  file.type = ATTACHE_OPTION_PATH;
  file.id = "file";
  file.title = "File";
  file.description = "A file that shows-names names";
  static const attache_option* options[] = {&mode, &file};
  static attache_plugin plugin{};
  plugin.struct_size = sizeof plugin;
  plugin.abi_version = ATTACHE_ABI_VERSION;
  plugin.abi_draft = ATTACHE_ABI_DRAFT;
  plugin.id = "misbehaving";
  plugin.title = "Misbehaving";
  plugin.description = "Does what no plugin may do";
  plugin.version = "1.0.0";
  plugin.vendor = "attache tests";
  plugin.license = "Apache-2.0";
  plugin.url = "";
  plugin.media_type = "text/plain";
  plugin.extensions = "txt";
  plugin.option_count = 2;
  plugin.options = options;
  plugin.export_document = export_document;
  return &plugin;
}
