#pragma once

#include <map>
#include <string>

namespace attache::dataset {

/// A suggestion costs a comparison with every id there is; who has thousands of wrong references is helped by the first ones.
class Suggestions {
 public:
  /// Whether one more may be looked for on behalf of the table: the first fifty may.
  [[nodiscard]] bool take(const std::string& table) { return ++taken_[table] <= most; }

 private:
  static constexpr int most = 50;
  std::map<std::string, int> taken_;
};

}  // namespace attache::dataset
