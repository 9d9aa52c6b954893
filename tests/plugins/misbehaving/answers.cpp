#include <thread>

#include "behaviour.hpp"

namespace misbehaving {
namespace {

attache_status no_text(const Export&) { return ATTACHE_ERR_DATA; }

attache_status with_text(const Export& job) {
  const std::string why = "the table has no rows; choose another period";
  job.host->set_error(job.call, ATTACHE_ERR_DATA, {why.data(), why.size()});
  return ATTACHE_ERR_DATA;
}

attache_status text_and_success(const Export& job) {
  const std::string why = "two rows were left out";
  job.host->set_error(job.call, ATTACHE_ERR_DATA, {why.data(), why.size()});
  return job.write_main("well\n");
}

attache_status unknown_status(const Export&) { return 77; }

attache_status other_thread(const Export& job) {
  std::thread([&job] { (void)job.host->progress(job.call, 0.5, {"", 0}); }).join();
  return job.write_main("well\n");
}

attache_status cancels(const Export&) { return ATTACHE_CANCELLED; }

attache_status reads_too_far(const Export& job) {
  ATTACHE_NEW(attache_batch, batch);
  return job.host->read_batch(job.call, 9999, 5, 10, &batch);
}

constexpr Behaviour all[] = {{"text-and-success", text_and_success}, {"no-text", no_text},           {"with-text", with_text},
                             {"unknown-status", unknown_status},     {"other-thread", other_thread}, {"cancels", cancels},
                             {"reads-too-far", reads_too_far}};

}  // namespace

std::span<const Behaviour> of_answers() { return all; }

}  // namespace misbehaving
