#include "host/src/check/runs.hpp"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cassert>
#include <chrono>
#include <filesystem>
#include <thread>

#include "host/src/check/perform.hpp"
#include "host/src/child.hpp"

namespace attache::host::check {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

/// Longer than the two seconds in which ZIP files count.
constexpr auto later = std::chrono::milliseconds(2100);

std::string seconds(double value) { return std::to_string(static_cast<long long>(value + 0.5)) + " s"; }

Observation run_in_worker(const Subject& subject, const Trial& trial, const std::string& folder, double limit_s) {
  WorkerRequest request;
  request.plugin = subject.path;
  request.trial = text_of(trial);
  request.staging = folder;
  request.parent = static_cast<int>(::getpid());
  Observation seen;
  bool answered = false;
  const ChildEnd end = run_child({request_text(request), 0, limit_s, {}}, [&](WorkerMessage message) {
    if (const auto* observed = std::get_if<Observed>(&message)) {
      if (auto read = observation_from(observed->text)) {
        seen = *std::move(read);
        answered = true;
      }
    } else if (const auto* problem = std::get_if<Problem>(&message)) {
      seen.skipped = problem->message();
      answered = true;
    }
  });
  if (!answered || !end.ended_normally()) {
    const bool overdue = end.why == ChildEnd::Why::overdue;
    if (end.why == ChildEnd::Why::not_started || end.why == ChildEnd::Why::interrupted)
      seen.skipped = end.why == ChildEnd::Why::interrupted ? "the check was interrupted" : end.story();
    else
      seen.accident = overdue ? "was not done after " + seconds(limit_s) + " and was stopped" : end.story();
  }
  if (const std::string noise = end.noise_story(); !noise.empty()) seen.noise = "it " + noise;
  seen.children_left = std::max(seen.children_left, end.left);
  return seen;
}

}  // namespace

Outcome<Runs> Runs::create(const Subject& subject, bool isolate, double limit_s) {
  std::error_code error;
  auto staging = Staging::create(fs::temp_directory_path(error).string());
  if (!staging) return fail(staging.error());
  return Runs(subject, isolate, limit_s, std::move(*staging));
}

const Observation& Runs::operator[](const Trial& trial) const {
  const auto found = seen_.find(trial);
  assert(found != seen_.end());
  return found->second;
}

Observation Runs::run(const Trial& trial, const std::string& folder) const {
  std::error_code error;
  Observation seen;
  if (trial.fenced && !isolate_) {
    seen.skipped = "a fence cannot be taken down again, so only worker processes have one";
    return seen;
  }
  fs::create_directories(folder, error);
  if (error) {
    seen.skipped = "no folder for the trial: " + error.message();
    return seen;
  }
  return isolate_ ? run_in_worker(*subject_, trial, folder, limit_s_) : perform(trial, subject_->path, folder);
}

void Runs::make(std::vector<Trial> trials) {
  // The later ones last: while the others run, the clock does.
  std::stable_sort(trials.begin(), trials.end(), [](const Trial& a, const Trial& b) { return a.later < b.later; });
  std::vector<std::pair<const Trial*, Observation*>> tasks;
  for (const Trial& trial : trials) {
    if (const auto [place, is_new] = seen_.try_emplace(trial); is_new) tasks.emplace_back(&place->first, &place->second);
  }
  const auto start = Clock::now();
  const std::string folder = staging_.artifacts() + "/" + std::to_string(seen_.size()) + "-";
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < tasks.size(); i = next++) {
      if (tasks[i].first->later) std::this_thread::sleep_until(start + later);
      *tasks[i].second = run(*tasks[i].first, folder + std::to_string(i));
    }
  };
  const std::size_t processors = isolate_ ? std::max(1U, std::thread::hardware_concurrency()) : 1;
  std::vector<std::thread> workers;
  for (std::size_t i = 1; i < std::min(processors, tasks.size()); ++i) workers.emplace_back(work);
  work();
  for (std::thread& worker : workers) worker.join();
}

}  // namespace attache::host::check
