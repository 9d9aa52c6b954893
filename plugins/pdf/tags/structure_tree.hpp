#pragma once
/// The structure tree of a tagged PDF (ISO 32000-1 §14.7): which element owns which marked content and which annotation.

#include <string>
#include <vector>

#include "layout/display_list.hpp"
#include "sink/sink.hpp"

namespace attache::pdf {

class StructureTree {
 public:
  /// `pages`: the page objects. Elements become objects when they are first used, so that the order of children is reading order.
  StructureTree(const std::vector<Element>& elements, const std::vector<ObjectNumber>& pages, Sink& sink);

  /// The next marked-content number of this page, owned by the element.
  [[nodiscard]] int mark(int element, std::size_t page);
  /// An annotation that belongs to the element; returns its /StructParent key.
  [[nodiscard]] int own_annotation(int element, ObjectNumber annotation, std::size_t page);
  /// Grows the box of a figure (PDF coordinates).
  void extend_box(int element, double left, double bottom, double right, double top);
  [[nodiscard]] const std::string& tag(int element) const { return elements_[static_cast<std::size_t>(element)].type; }
  /// Writes all elements and the root; returns the root.
  [[nodiscard]] ObjectNumber write();

 private:
  struct Node {
    ObjectNumber object = 0;
    int page = -1;
    std::string kids;
    double box[4] = {1e9, 1e9, -1e9, -1e9};
  };
  void attach(int element);
  [[nodiscard]] std::string body(int element) const;
  [[nodiscard]] std::string attributes(int element) const;

  const std::vector<Element>& elements_;
  const std::vector<ObjectNumber>& pages_;
  Sink& sink_;
  std::vector<Node> nodes_;
  std::vector<std::string> page_parents_;  ///< per page: references of the owners by marked-content number
  std::vector<int> page_marks_;
  std::string annotation_parents_, root_kids_;
  int next_key_ = 0;
  ObjectNumber root_ = 0;
};

}  // namespace attache::pdf
