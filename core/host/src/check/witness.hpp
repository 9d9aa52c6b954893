#pragma once

#include <chrono>
#include <mutex>
#include <vector>

#include "host/export_call.hpp"
#include "host/src/check/other_host.hpp"
#include "host/src/check/trial.hpp"

namespace attache::host::check {

/// Plays the host that a trial asks for and writes down what the plugin does. One for each call of the plugin.
class Witness final : public Rehearsal, public Listener {
 public:
  Witness(const Trial& trial, const attache_document* document);

  const attache_host* host(const attache_host* own) override { return other_host_.host(own); }
  const attache_request* request(const attache_request* own) override { return other_host_.request(own); }
  std::int64_t rows(std::uint32_t table, std::int64_t first, std::int64_t max) override;
  void cell(std::uint32_t table, std::int64_t row) override;
  bool may_open(std::string_view name, bool by_path) override;
  bool may_write(std::size_t bytes) override;
  void ended(const CallEnd& end) override;

  void progress(double fraction, std::string_view stage) override;
  bool cancelled() override;

  /// What was seen, for the trial as a whole.
  void report_to(Observation& seen) const;

 private:
  const Trial& trial_;
  OtherHost other_host_;
  std::uint32_t largest_table_ = 0;
  std::vector<bool> rows_read_;  ///< of the largest table
  std::mutex mutex_;             ///< guards what is below: is_cancelled may be asked from any thread
  Observation seen_;
  bool told_to_stop_ = false;
  std::chrono::steady_clock::time_point told_at_;
};

}  // namespace attache::host::check
