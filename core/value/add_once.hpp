#pragma once

#include <algorithm>
#include <utility>
#include <vector>

namespace attache {

/// Appends what the list does not hold yet; for short lists whose order is theirs.
template <class T, class U>
void add_once(std::vector<T>& list, U&& item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(std::forward<U>(item));
}

}  // namespace attache
