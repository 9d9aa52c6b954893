// run_plugin PLUGIN.attache.so FOLDER [--empty | --rows N] [--lang TAG] [--name FILE] [option=value…]
#include <cstdio>
#include <cstdlib>
#include <string>

#include "support/in_process.hpp"
#include "support/sample_document.hpp"

namespace {

class Printer final : public attache::host::Listener {
 public:
  void log(attache_log_level level, std::string_view message) override {
    std::fprintf(stderr, "log %d: %.*s\n", level, static_cast<int>(message.size()), message.data());
  }
};

int failed(const attache::Problem& problem) {
  std::fprintf(stderr, "run_plugin: %s%s%s\n", problem.what.c_str(), problem.next.empty() ? "" : "; ", problem.next.c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: run_plugin PLUGIN.attache.so FOLDER [--empty | --rows N] [--lang TAG] [--name FILE] [option=value...]\n", stderr);
    return 64;
  }
  attache::test::InProcess job;
  job.plugin = argv[1];
  job.folder = argv[2];
  auto document = attache::test::sample_document();
  for (int i = 3; i < argc; ++i) {
    const std::string argument = argv[i];
    const auto equals = argument.find('=');
    if (argument == "--empty") {
      document = attache::test::empty_document();
    } else if (argument == "--rows" && i + 1 < argc) {
      document = attache::test::large_document(std::atoll(argv[++i]), 8);
    } else if (argument == "--name" && i + 1 < argc) {
      job.output_name = argv[++i];
    } else if (argument == "--lang" && i + 1 < argc) {
      auto language = attache::text::Language::load(argv[++i]);
      if (!language) return failed(language.error());
      document.language = *language;
    } else if (equals != std::string::npos) {
      job.options.emplace_back(argument.substr(0, equals), argument.substr(equals + 1));
    } else {
      std::fprintf(stderr, "run_plugin: what is '%s'?\n", argument.c_str());
      return 64;
    }
  }
  Printer printer;
  const auto files = attache::test::run_in_process(job, std::move(document), printer);
  if (!files) return failed(files.error());
  for (const auto& file : *files)
    std::printf("%s/%s  %llu bytes  %s\n", job.folder.c_str(), file.name.c_str(), static_cast<unsigned long long>(file.bytes),
                file.media_type.c_str());
  return 0;
}
