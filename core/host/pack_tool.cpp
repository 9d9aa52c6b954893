// attache_pack FILE…: what `attache plugins pack` does, for the build of the project itself.
#include <cstdio>
#include <string_view>

#include "host/host.hpp"
#include "host/src/worker.hpp"

int main(int argc, char** argv) {
  using namespace attache;
  const host::DocumentSource no_documents = [](const host::ExportJob&) -> Outcome<host::BuiltDocument> {
    return fail(Failure::internal, "this tool exports nothing");
  };
  if (argc > 1 && std::string_view(argv[1]) == "__worker") return host::run_worker(no_documents);
  for (int i = 1; i < argc; ++i) {
    const auto packed = host::pack(argv[i]);
    if (packed) continue;
    std::fprintf(stderr, "attache_pack: %s\n", packed.error().message().c_str());
    return 1;
  }
  return 0;
}
