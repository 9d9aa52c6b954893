#include <doctest/doctest.h>

#include "line.hpp"

using attache::tests::check;
using attache::tests::Shell;

namespace {

const std::string plugins = std::string(ATTACHE_BINARY_DIR) + "/tests/plugins";
const std::string dataset = "attache export $SAMPLES/kazakhstan-russia --report extract ";

std::string extract(const std::string& options) { return dataset + "-o x.csv " + options; }

std::string misbehave(const std::string& mode, const std::string& options = {}) {
  return dataset + "--plugin-dir " + plugins + " --plugin misbehaving --option mode=" + mode + " -o x.txt " + options;
}

}  // namespace

TEST_CASE("each limit stops an export, names its value and says how to raise it") {
  const Shell shell;
  check(shell,
        {
            {misbehave("hang", "--limit time=0.5s"), 124, "", "not done after 0\\.5 s, the time limit; raise the limit: --limit time=1s"},
            {misbehave("hang", "--limit stall=500ms"), 124, "",
             "no sign of life for 0\\.5 s, the stall limit; raise the limit: --limit stall=1s"},
            {misbehave("endless", "--limit size=1MiB"), 70, "", "grew beyond the limit of 1 MiB; raise the limit: --limit size=2M"},
            {extract("--limit size=100"), 70, "", "'x\\.csv' grew beyond the limit of 100 bytes; raise the limit: --limit size=200"},
            {dataset + "--plugin xlsx -o x.xlsx --limit size=4K", 70, "", "reached the limit of 4 KiB.*raise the limit: --limit size=8K"},
        });
  CHECK(shell.files().empty());
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_CASE("the memory limit holds while the document is built, the plugin loaded and the file written") {
  const Shell shell;
  check(shell,
        {
            {misbehave("out-of-memory", "--limit memory=1G"), 70, "",
             "ran out of memory: the limit is 1 GiB; raise the limit: --limit memory=2G"},
            {extract("--limit memory=1MB"), 70, "", "memory.* limit (is|was) 1000000 bytes; raise the limit: --limit memory=2000000"},
        });
  CHECK(shell.files().empty());
}
#endif

TEST_CASE("limits come from the command line, the environment and files, each from its strongest place") {
  const Shell shell;
  shell.write("attache.toml", "limit = { time = \"30s\", size = \"100\" }\n");
  check(shell, {
                   {extract(""), 70, "", "the limit of 100 bytes"},
                   {extract("--limit stall=5m"), 70, "", "the limit of 100 bytes"},
                   {"ATTACHE_LIMIT=stall=9s,size=1k " + extract(""), 78, "", "ATTACHE_LIMIT: 'size=1k' is no limit"},
                   {"ATTACHE_LIMIT=stall=9s,size=1K " + extract(""), 70, "", "the limit of 1 KiB"},
                   {"ATTACHE_LIMIT=time=0.5s " + misbehave("hang"), 124, "", "0\\.5 s, the time limit"},
                   {misbehave("hang", "--limit time=none --limit stall=0.7s"), 124, "", "0\\.7 s, the stall limit"},
                   {extract("--limit time=none --limit size=none"), 0, "", ""},
                   {"attache doctor", 0, "limit +size=100, time=30s", ""},
               });
}

TEST_CASE("a limit that is none says how one is written") {
  const Shell shell;
  check(shell, {
                   {extract("--limit tmie=3"), 64, "", "'tmie=3' is no limit; did you mean 'time'\\?"},
                   {extract("--limit 60"), 64, "", "'60' is no limit; write time=10m, stall=1m, memory=2G or size=500M"},
                   {extract("--limit memory=many"), 64, "",
                    "write a number of bytes, or one with K, M, G, MiB, MB .*: memory=500M, or memory=none"},
                   {extract("--limit stall=-1"), 64, "", "write a number of seconds, or one with ms, s, m or h: stall=90s"},
                   {extract("--limit time=0"), 64, "", "'time=0' is no limit"},
                   {extract("--limit size=0.5"), 64, "", "'size=0.5' is no limit"},
                   {extract("--limit memory=1e3"), 64, "", "'memory=1e3' is no limit"},
                   {extract("--limit memory=9999999999T"), 64, "", "is no limit"},
                   {extract("--memory-limit 2G"), 64, "", "unknown option '--memory-limit'; did you mean '--limit memory=2GiB'\\?"},
               });
  CHECK(shell.files().empty());
}
