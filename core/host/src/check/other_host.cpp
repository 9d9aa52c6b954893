#include "host/src/check/other_host.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cstring>

namespace attache::host::check {
namespace {

constexpr std::size_t longer_by = 64;

// Sizes in the first minor; a later minor leaves these lines as they are.
constexpr std::size_t first_host_size = offsetof(attache_host, get_interface) + sizeof(attache_host::get_interface);
constexpr std::size_t first_request_size = offsetof(attache_request, reserved) + sizeof(attache_request::reserved);

const void* no_interface(const attache_host*, const char*) noexcept { return nullptr; }

template <class T>
T first_minor_of(const T& own, std::size_t size) {
  T copy = own;
  copy.struct_size = static_cast<std::uint32_t>(size);
  return copy;
}

/// The struct with members after its end that nobody knows.
template <class T>
const T* longer(std::vector<std::byte>& memory, const T& own) {
  memory.assign(sizeof(T) + longer_by, std::byte{0xA5});
  T copy = own;
  copy.struct_size = static_cast<std::uint32_t>(memory.size());
  std::memcpy(memory.data(), &copy, sizeof copy);
  return reinterpret_cast<const T*>(memory.data());
}

}  // namespace

GuardedCopy::GuardedCopy(const void* bytes, std::size_t size) {
  const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  const std::size_t kept = (size + page - 1) / page * page;
  length_ = kept + page;
  pages_ = ::mmap(nullptr, length_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (pages_ == MAP_FAILED) throw std::bad_alloc();
  auto* first = static_cast<std::byte*>(pages_);
  ::mprotect(first + kept, page, PROT_NONE);
  address_ = first + kept - size;
  std::memcpy(address_, bytes, size);
}
GuardedCopy::~GuardedCopy() { ::munmap(pages_, length_); }

const attache_host* OtherHost::host(const attache_host* own) {
  if (kind_ == HostKind::oldest) {
    attache_host first = first_minor_of(*own, first_host_size);
    first.abi_version = ATTACHE_ABI_MAJOR << 16;
    old_host_ = std::make_unique<GuardedCopy>(&first, first_host_size);
    return static_cast<const attache_host*>(old_host_->address());
  }
  if (kind_ == HostKind::newer) {
    attache_host later = *own;
    later.abi_version = own->abi_version + 1;
    return longer(new_host_, later);
  }
  if (kind_ == HostKind::bare) {
    bare_ = *own;
    bare_.get_interface = no_interface;
    return &bare_;
  }
  return own;
}

const attache_request* OtherHost::request(const attache_request* own) {
  if (kind_ == HostKind::oldest) {
    const attache_request first = first_minor_of(*own, first_request_size);
    old_request_ = std::make_unique<GuardedCopy>(&first, first_request_size);
    return static_cast<const attache_request*>(old_request_->address());
  }
  return kind_ == HostKind::newer ? longer(new_request_, *own) : own;
}

}  // namespace attache::host::check
