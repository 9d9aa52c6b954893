#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "value/edtf.hpp"

// What is accepted comes back as it was written, ends no earlier than it begins, and equals what its own text reads as.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto date = attache::Edtf::parse(text);
  if (!date) {
    if (date.error().why.empty() || date.error().next.empty()) std::abort();
    return 0;
  }
  if (date->text() != text || date->latest() < date->earliest() || *attache::Edtf::parse(date->text()) != *date || before(*date, *date))
    std::abort();
  return 0;
}
