#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace attache::text {

/// Names of former countries (ISO 3166-3 alpha-3) and subdivisions (ISO 3166-2) from Debian's package iso-codes: its JSON lists and
/// its gettext catalogues, read when first asked for. Without the package every name is "".
class IsoCodes {
 public:
  /// `share` holds iso-codes/json and locale/<language>/LC_MESSAGES.
  explicit IsoCodes(std::string share);
  /// The one of the system.
  static IsoCodes& installed();

  /// English gives the list's own name; another language its translation, or "" when there is none. Thread-safe.
  [[nodiscard]] std::string name(std::string_view code, std::string_view language);

 private:
  using Names = std::unordered_map<std::string, std::string>;
  void read_lists();
  const Names& translations(const std::string& language);

  std::string share_;
  std::mutex mutex_;
  bool read_ = false;
  Names names_;
  std::map<std::string, Names> translations_;
};

}  // namespace attache::text
