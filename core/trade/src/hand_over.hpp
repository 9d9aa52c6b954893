#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <vector>

#include "value/outcome.hpp"

namespace attache::trade {

/// Batches from one thread to another, a few at a time. An empty batch is the end.
template <class Record>
class HandOver {
 public:
  /// Waits for room. false when the other side has given up.
  [[nodiscard]] bool give(std::vector<Record>&& batch) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return batches_.size() < most || given_up_; });
    if (given_up_) return false;
    batches_.push_back(std::move(batch));
    changed_.notify_all();
    return true;
  }
  void fail(Problem problem) {
    const std::lock_guard lock(mutex_);
    problem_ = std::move(problem);
    changed_.notify_all();
  }
  /// Replaces `batch` by the next one.
  [[nodiscard]] Outcome<> take(std::vector<Record>& batch) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !batches_.empty() || problem_; });
    if (batches_.empty()) return attache::fail(*problem_);
    batch = std::move(batches_.front());
    batches_.pop_front();
    changed_.notify_all();
    return {};
  }
  void give_up() {
    const std::lock_guard lock(mutex_);
    given_up_ = true;
    changed_.notify_all();
  }

 private:
  static constexpr std::size_t most = 8;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::vector<Record>> batches_;
  std::optional<Problem> problem_;
  bool given_up_ = false;
};

}  // namespace attache::trade
