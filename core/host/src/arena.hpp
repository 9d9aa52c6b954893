#pragma once

#include <attache/plugin.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace attache::host {

[[nodiscard]] bool is_utf8(std::string_view text);

/// Memory of one document view: C structs and NUL-terminated copies of texts, freed together.
class Arena {
 public:
  /// Zeroed; struct_size is set where there is one.
  template <class T>
  T* one() {
    static_assert(std::is_trivially_destructible_v<T>);
    T* made = new (memory_.allocate(sizeof(T), alignof(T))) T{};
    if constexpr (requires { made->struct_size; }) made->struct_size = static_cast<std::uint32_t>(sizeof(T));
    return made;
  }
  template <class T>
  std::span<T> many(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T>);
    if (count == 0) return {};
    T* first = static_cast<T*>(memory_.allocate(sizeof(T) * count, alignof(T)));
    std::uninitialized_value_construct_n(first, count);
    return {first, count};
  }
  attache_str text(std::string_view value) {
    if (value.empty()) return {"", 0};
    if (invalid_text_.empty() && !is_utf8(value)) invalid_text_ = value;
    char* copy = static_cast<char*>(memory_.allocate(value.size() + 1, 1));
    std::copy(value.begin(), value.end(), copy);
    copy[value.size()] = '\0';
    return {copy, value.size()};
  }

  /// The first text that was not valid UTF-8, "" when all were.
  [[nodiscard]] const std::string& invalid_text() const { return invalid_text_; }

 private:
  std::string invalid_text_;
  std::pmr::monotonic_buffer_resource memory_;
};

}  // namespace attache::host
