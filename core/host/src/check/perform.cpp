#include "host/src/check/perform.hpp"

#include <algorithm>
#include <cstdio>
#include <deque>
#include <filesystem>
#include <memory>
#include <thread>

#include "host/src/check/documents.hpp"
#include "host/src/check/future.hpp"
#include "host/src/check/process_state.hpp"
#include "host/src/check/surroundings.hpp"
#include "host/src/check/witness.hpp"
#include "host/src/fence.hpp"
#include "text/language.hpp"
#include "value/digest.hpp"

namespace attache::host::check {
namespace {

namespace fs = std::filesystem;

/// One call of the plugin: its document, its folder, its witness.
struct Call {
  std::unique_ptr<DocumentView> view;
  Future future;
  std::unique_ptr<Witness> witness;
  std::string folder;
  Outcome<std::vector<Staged>> files;
};

Outcome<> prepare(Call& call, const Trial& trial, const std::shared_ptr<const Printing>& printing) {
  auto document = document_named(Future::base_of(trial.document));
  if (!document) return fail(document.error());
  auto view = DocumentView::make(std::move(*document), printing);
  if (!view) return fail(view.error());
  call.view = std::move(*view);
  const bool is_future = Future::base_of(trial.document) != trial.document;
  if (is_future && !call.future.apply(trial.document, call.view->document()))
    return fail(Failure::internal, "the check has no document '" + trial.document + "'");
  if (trial.host == HostKind::newer) Future::enlarge(call.view->document());
  call.witness = std::make_unique<Witness>(trial, call.view->document());
  return {};
}

void run(Call& call, const Trial& trial, const attache_plugin* plugin, const PluginInfo& info) {
  std::error_code error;
  fs::create_directories(call.folder, error);
  PluginCall made;
  made.plugin = plugin;
  made.view = call.view.get();
  made.options = trial.options;
  made.output_name = trial.output_name.empty() ? "document." + info.extensions.front() : trial.output_name;
  made.folder = call.folder;
  made.single = trial.single;
  made.rehearsal = call.witness.get();
  call.files = call_plugin(made, *call.witness);
}

void add_files(Observation& seen, const Call& call) {
  seen.done = call.files.has_value();
  if (!seen.done) {
    seen.problem = call.files.error().message();
    return;
  }
  for (const Staged& file : *call.files) {
    const auto digest = sha256_of_file(call.folder + "/" + file.name);
    seen.files.push_back({file.name, file.media_type, file.bytes, digest ? *digest : std::string{}});
  }
}

/// Files that lie where nobody opened one.
void add_strays(Observation& seen, const TrialFolders& folders) {
  std::error_code error;
  for (const auto& [folder, name] :
       {std::pair{&folders.current, "the current folder"}, std::pair{&folders.home, "HOME"}, std::pair{&folders.temporary, "TMPDIR"}}) {
    for (const auto& entry : fs::directory_iterator(*folder, error))
      seen.strays.push_back("'" + entry.path().filename().string() + "' in " + name);
  }
  for (const auto& entry : fs::directory_iterator(seen.folder, error)) {
    const std::string name = entry.path().filename().string();
    const bool opened = std::find(seen.opened.begin(), seen.opened.end(), name) != seen.opened.end();
    if (!opened && !name.starts_with(".tmp-")) seen.strays.push_back("'" + name + "' beside the artifacts");
  }
  std::sort(seen.strays.begin(), seen.strays.end());
}

bool same_files(const Call& a, const Call& b) {
  Observation first;
  Observation second;
  add_files(first, a);
  add_files(second, b);
  return first.done == second.done &&
         std::equal(first.files.begin(), first.files.end(), second.files.begin(), second.files.end(),
                    [](const SeenFile& x, const SeenFile& y) { return x.name == y.name && x.sha256 == y.sha256; });
}

/// Makes the calls that a trial asks for; the observation is that of the first, with what became of the process meanwhile.
Observation observe(const Trial& trial, const attache_plugin* plugin, const PluginInfo& info, std::deque<Call>& calls) {
  const ProcessState before = ProcessState::now();
  const int threads = running_threads(1);
  const std::uint64_t memory = peak_memory_bytes();
  int descriptors = 0;
  if (trial.threads > 1) {
    std::vector<std::thread> running;
    for (Call& call : calls) running.emplace_back([&] { run(call, trial, plugin, info); });
    for (std::thread& each : running) each.join();
    descriptors = open_descriptors();
  } else {
    for (Call& call : calls) {
      run(call, trial, plugin, info);
      if (&call == &calls.front()) descriptors = open_descriptors();
    }
  }
  Observation seen;
  calls.front().witness->report_to(seen);
  for (const Call& call : calls) {
    Observation other;
    call.witness->report_to(other);
    seen.runs_differ = seen.runs_differ || !same_files(calls.front(), call);
    if (seen.misuse.empty()) seen.misuse = other.misuse;
  }
  seen.descriptors_gained = open_descriptors() - descriptors;
  seen.threads_left = running_threads(threads) - threads;
  seen.children_left = child_processes();
  seen.changes = ProcessState::now().changes_since(before);
  seen.memory_bytes = memory_growth(memory);
  return seen;
}

Outcome<Observation> perform_in(const Trial& trial, const std::string& path, const TrialFolders& folders) {
  auto language = text::Language::load("en");
  if (!language) return fail(language.error());
  const auto printing = printing_in(*language);
  const auto plugin = load_plugin(path);
  if (!plugin) return fail(plugin.error());
  const auto info = describe(*plugin);
  if (!info) return fail(info.error());
  std::deque<Call> calls;
  const int count = std::max(trial.times, trial.threads);
  for (int i = 0; i < count; ++i) {
    Call& call = calls.emplace_back();
    call.folder = i == 0 ? folders.artifacts : folders.artifacts + "-" + std::to_string(i + 1);
    if (auto prepared = prepare(call, trial, printing); !prepared) return fail(prepared.error());
  }
  if (trial.fenced && fence_in({folders.artifacts, folders.temporary}) == 0) {
    Observation open;
    open.skipped = "this system has no Landlock";
    return open;
  }
  Observation seen = observe(trial, *plugin, *info, calls);
  std::fflush(nullptr);  // what a plugin printed must be seen before the process ends
  seen.folder = folders.artifacts;
  add_files(seen, calls.front());
  add_strays(seen, folders);
  return seen;
}

}  // namespace

Observation perform(const Trial& trial, const std::string& plugin, const std::string& folder) {
  const TrialFolders folders = TrialFolders::in(folder);
  Observation failed;
  const Surroundings surroundings(trial, folders);
  failed.skipped = surroundings.missing();
  if (!failed.skipped.empty()) return failed;
  auto seen = perform_in(trial, plugin, folders);
  if (seen) return *std::move(seen);
  failed.skipped = "the check itself failed: " + seen.error().message();
  return failed;
}

}  // namespace attache::host::check
