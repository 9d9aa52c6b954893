#pragma once

#include <map>
#include <string>
#include <vector>

#include "host/src/check/subject.hpp"
#include "host/src/check/trial.hpp"
#include "host/src/staging.hpp"

namespace attache::host::check {

/// Makes trials, each once, in workers side by side (or here, one after the other), and keeps what was seen.
class Runs {
 public:
  [[nodiscard]] static Outcome<Runs> create(const Subject& subject, bool isolate, double limit_s);

  /// Those that were not made yet.
  void make(std::vector<Trial> trials);
  /// Of a trial that was made.
  [[nodiscard]] const Observation& operator[](const Trial& trial) const;
  /// All trials so far, in an order that depends on nothing but them.
  [[nodiscard]] const std::map<Trial, Observation>& all() const { return seen_; }
  [[nodiscard]] bool isolated() const { return isolate_; }

 private:
  Runs(const Subject& subject, bool isolate, double limit_s, Staging staging)
      : subject_(&subject), isolate_(isolate), limit_s_(limit_s), staging_(std::move(staging)) {}
  [[nodiscard]] Observation run(const Trial& trial, const std::string& folder) const;

  const Subject* subject_;
  bool isolate_;
  double limit_s_;
  Staging staging_;
  std::map<Trial, Observation> seen_;
};

}  // namespace attache::host::check
