// Exporters in a host of the first minor: its structs end where minor 0 ends, and behind them lies nothing that may be read.
#include <doctest/doctest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstring>
#include <filesystem>
#include <new>
#include <type_traits>

#include "support/in_process.hpp"
#include "support/plain_printing.hpp"
#include "support/sample_document.hpp"

using namespace attache;

namespace {

constexpr std::size_t host_size_of_minor_0 = offsetof(attache_host, get_interface) + sizeof(attache_host::get_interface);
constexpr std::size_t request_size_of_minor_0 = offsetof(attache_request, reserved) + sizeof(attache_request::reserved);

/// A copy of the first `size` bytes of an open struct that says so, at the end of a page before one that nobody may touch.
template <class T>
class CutOff {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  CutOff(const T& whole, std::size_t size) : page_(static_cast<std::size_t>(::sysconf(_SC_PAGESIZE))) {
    memory_ = static_cast<char*>(::mmap(nullptr, 2 * page_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    REQUIRE(memory_ != MAP_FAILED);
    REQUIRE(::mprotect(memory_ + page_, page_, PROT_NONE) == 0);
    T copy = whole;
    copy.struct_size = static_cast<std::uint32_t>(size);
    std::memcpy(memory_ + page_ - size, &copy, size);
    start_ = memory_ + page_ - size;
  }
  ~CutOff() { ::munmap(memory_, 2 * page_); }
  CutOff(const CutOff&) = delete;
  CutOff& operator=(const CutOff&) = delete;
  [[nodiscard]] const T* get() const { return reinterpret_cast<const T*>(start_); }

 private:
  std::size_t page_;
  char* memory_;
  char* start_;
};

enum class Lacks { nothing, interfaces, get_interface };

const attache_plugin* real = nullptr;
Lacks lacks = Lacks::nothing;

const void* no_interface(const attache_host*, const char*) { return nullptr; }

attache_status export_in_old_host(const attache_plugin*, const attache_host* host, attache_call* call, const attache_request* request) {
  attache_host changed = *host;
  if (lacks == Lacks::interfaces) changed.get_interface = no_interface;
  const std::size_t size = lacks == Lacks::get_interface ? offsetof(attache_host, get_interface) : host_size_of_minor_0;
  const CutOff<attache_host> old_host(changed, size);
  const CutOff<attache_request> old_request(*request, request_size_of_minor_0);
  return real->export_document(real, old_host.get(), call, old_request.get());
}

/// Runs the plugin over the sample document; "" and the files' bytes in order, or what went wrong.
struct Result {
  std::string problem, bytes;
  Failure failure = Failure::internal;
};

Result run(const std::string& file, bool in_old_host) {
  const auto plugin = host::load_plugin(file);
  REQUIRE_MESSAGE(plugin.has_value(), file);
  real = *plugin;
  attache_plugin shim = *real;
  if (in_old_host) shim.export_document = export_in_old_host;
  auto view = host::DocumentView::make(test::sample_document(), test::plain_printing());
  REQUIRE(view.has_value());
  std::string folder = (std::filesystem::temp_directory_path() / "attache-old-host-XXXXXX").string();
  REQUIRE(::mkdtemp(folder.data()) != nullptr);
  host::PluginCall call;
  call.plugin = &shim;
  call.view = view->get();
  call.output_name = std::string("x.") + std::string(shim.extensions).substr(0, std::string(shim.extensions).find(';'));
  call.folder = folder;
  host::Listener quiet;
  const auto files = host::call_plugin(call, quiet);
  Result result;
  if (!files) {
    result.problem = files.error().what;
    result.failure = files.error().failure;
  } else {
    for (const auto& each : *files) result.bytes += test::read_file(folder + "/" + each.name);
  }
  std::filesystem::remove_all(folder);
  return result;
}

const std::string bundled = ATTACHE_BINARY_DIR "/lib/attache/plugins/1/";
const std::string csv = bundled + "csv.attache.so";
const std::string xlsx = bundled + "xlsx.attache.so";
const std::string pdf = bundled + "pdf.attache.so";
const std::string minimal = ATTACHE_BINARY_DIR "/tests/plugins/minimal.attache.so";

}  // namespace

TEST_CASE("exporters write the same in a host whose structs end with the first minor") {
  lacks = Lacks::nothing;
  for (const std::string& file : {csv, xlsx, pdf, minimal}) {
    CAPTURE(file);
    const Result today = run(file, false);
    const Result old = run(file, true);
    CHECK_MESSAGE(today.problem.empty(), today.problem);
    CHECK_MESSAGE(old.problem.empty(), old.problem);
    CHECK_FALSE(today.bytes.empty());
    CHECK(old.bytes == today.bytes);
  }
}

TEST_CASE("an exporter that needs an interface which the host lacks says so") {
  for (const Lacks what : {Lacks::interfaces, Lacks::get_interface}) {
    lacks = what;
    const Result result = run(xlsx, true);
    CHECK(result.failure == Failure::unavailable);
    CHECK_MESSAGE(result.problem == "xlsx: this program offers no attache.file-sink/1", result.problem);
    CHECK(run(csv, true).problem.empty());
  }
}
