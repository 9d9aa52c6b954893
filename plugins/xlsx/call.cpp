#include "call.hpp"

#include <array>
#include <cstdio>
#include <memory>

#include "failure.hpp"

namespace attache::xlsx {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

void deliver(const Call& call, const std::string& path, const char* media_type) {
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
  if (file == nullptr) throw ExportFailure(ATTACHE_ERR_IO, "the finished workbook " + path + " cannot be read");
  sdk::Artifact artifact = call.open(call.output_name(), media_type);
  std::array<char, 64 * 1024> buffer{};
  for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), file.get())) > 0;) {
    artifact.write(std::string_view(buffer.data(), got));
  }
  if (std::ferror(file.get()) != 0) throw ExportFailure(ATTACHE_ERR_IO, "the finished workbook " + path + " cannot be read");
  artifact.close();
}

}  // namespace attache::xlsx
