#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "behaviour.hpp"

namespace misbehaving {
namespace {

attache_status out_of_memory(const Export& job) {
  std::vector<std::string> all;
  for (;;) all.emplace_back(std::size_t{64} << 20, 'x');
  return job.write_main("well\n");
}

/// As C programs often are: malloc's answer is not looked at.
attache_status unchecked_memory(const Export& job) {
  for (;;) std::memset(std::malloc(std::size_t{64} << 20), 'x', std::size_t{64} << 20);
  return job.write_main("well\n");
}

attache_status says_out_of_memory(const Export&) { return ATTACHE_ERR_MEMORY; }

attache_status endless(const Export& job) {
  ATTACHE_NEW(attache_sink, sink);
  attache_status status = job.open_main(&sink);
  const std::string block(65536, 'x');
  while (status == ATTACHE_OK) status = write_text(sink, block);
  return status;
}

attache_status ignores_errors(const Export& job) {
  (void)endless(job);
  return ATTACHE_OK;
}

attache_status noise(const Export& job) {
  for (int i = 0; i < 50000; ++i) std::puts("debug: a line nobody asked for, written to standard output");
  return job.write_main("well\n");
}

attache_status noise_on_stderr(const Export& job) {
  std::fputs("first \x1b[31mred\x1b[0m\nsecond \xff\nthird\nfourth\n", stderr);
  return job.write_main("well\n");
}

attache_status warns(const Export& job) {
  job.host->log(job.call, ATTACHE_LOG_WARN, {"a font is missing", 17});
  return job.write_main("well\n");
}

attache_status warns_for_ever(const Export& job) {
  for (int i = 0; i < 5000; ++i) job.host->log(job.call, ATTACHE_LOG_WARN, {"a font is missing", 17});
  return job.write_main("well\n");
}

attache_status huge_log(const Export& job) {
  const std::string line(std::size_t{1} << 20, 'x');
  for (int i = 0; i < 500; ++i) job.host->log(job.call, ATTACHE_LOG_WARN, {line.data(), line.size()});
  return job.write_main("well\n");
}

attache_status huge_error(const Export& job) {
  std::string why = "it failed because\nof this: ";
  why.append(std::size_t{64} << 20, 'x');
  job.host->set_error(job.call, ATTACHE_ERR_INTERNAL, {why.data(), why.size()});
  return ATTACHE_ERR_INTERNAL;
}

attache_status many_files(const Export& job) {
  const std::string stem(job.request->output_stem.data, job.request->output_stem.size);
  attache_status status = job.write_main("well\n");
  for (int i = 0; status == ATTACHE_OK; ++i) status = job.write(stem + "." + std::to_string(i) + ".txt", "x");
  return status;
}

constexpr Behaviour all[] = {{"out-of-memory", out_of_memory},
                             {"unchecked-memory", unchecked_memory},
                             {"says-out-of-memory", says_out_of_memory},
                             {"endless", endless},
                             {"ignores-errors", ignores_errors},
                             {"noise", noise},
                             {"noise-on-stderr", noise_on_stderr},
                             {"warns", warns},
                             {"warns-for-ever", warns_for_ever},
                             {"huge-log", huge_log},
                             {"huge-error", huge_error},
                             {"many-files", many_files}};

}  // namespace

std::span<const Behaviour> of_floods() { return all; }

}  // namespace misbehaving
