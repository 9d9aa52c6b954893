#include "tags/structure_tree.hpp"

#include <algorithm>

#include "emit/syntax.hpp"

namespace attache::pdf {

StructureTree::StructureTree(const std::vector<Element>& elements, const std::vector<ObjectNumber>& pages, Sink& sink)
    : elements_(elements),
      pages_(pages),
      sink_(sink),
      nodes_(elements.size()),
      page_parents_(pages.size()),
      page_marks_(pages.size(), 0),
      next_key_(static_cast<int>(pages.size())),
      root_(sink.allocate()) {}

void StructureTree::attach(int element) {
  Node& node = nodes_[static_cast<std::size_t>(element)];
  if (node.object != 0) return;
  node.object = sink_.allocate();
  const int parent = elements_[static_cast<std::size_t>(element)].parent;
  if (parent >= 0) attach(parent);
  std::string& kids = parent < 0 ? root_kids_ : nodes_[static_cast<std::size_t>(parent)].kids;
  kids += reference(node.object) + " ";
  // All cells of a row, empty ones too: a table with holes is no table to a reader.
  for (auto next = static_cast<std::size_t>(element) + 1;
       elements_[static_cast<std::size_t>(element)].type == "TR" && next < elements_.size(); ++next)
    if (elements_[next].parent == element)
      attach(static_cast<int>(next));
    else if (elements_[next].parent < element)
      break;
}

int StructureTree::mark(int element, std::size_t page) {
  attach(element);
  Node& node = nodes_[static_cast<std::size_t>(element)];
  if (node.page < 0) node.page = static_cast<int>(page);
  const int number = page_marks_[page]++;
  if (node.page == static_cast<int>(page))
    node.kids += std::to_string(number) + " ";
  else
    node.kids += "<</Type/MCR/Pg " + reference(pages_[page]) + "/MCID " + std::to_string(number) + ">> ";
  page_parents_[page] += reference(node.object) + " ";
  return number;
}

int StructureTree::own_annotation(int element, ObjectNumber annotation, std::size_t page) {
  attach(element);
  Node& node = nodes_[static_cast<std::size_t>(element)];
  if (node.page < 0) node.page = static_cast<int>(page);
  node.kids += "<</Type/OBJR/Obj " + reference(annotation) + "/Pg " + reference(pages_[page]) + ">> ";
  annotation_parents_ += std::to_string(next_key_) + " " + reference(node.object) + " ";
  return next_key_++;
}

void StructureTree::extend_box(int element, double left, double bottom, double right, double top) {
  auto& box = nodes_[static_cast<std::size_t>(element)].box;
  box[0] = std::min(box[0], left);
  box[1] = std::min(box[1], bottom);
  box[2] = std::max(box[2], right);
  box[3] = std::max(box[3], top);
}

std::string StructureTree::attributes(int element) const {
  const Element& e = elements_[static_cast<std::size_t>(element)];
  const Node& node = nodes_[static_cast<std::size_t>(element)];
  std::string table;
  if (e.scope == Element::Scope::column) table += "/Scope/Column";
  if (e.scope == Element::Scope::row) table += "/Scope/Row";
  if (e.column_span > 1) table += "/ColSpan " + std::to_string(e.column_span);
  if (e.row_span > 1) table += "/RowSpan " + std::to_string(e.row_span);
  std::string all;
  if (!table.empty()) all += "<</O/Table" + table + ">>";
  if (!e.numbering.empty()) all += "<</O/List/ListNumbering/" + e.numbering + ">>";
  if (e.block_figure && node.box[2] > node.box[0]) {
    all += "<</O/Layout/Placement/Block/BBox[";
    for (const double edge : node.box) all += number(edge) + " ";
    all += "]>>";
  }
  return all.empty() ? all : "/A[" + all + "]";
}

std::string StructureTree::body(int element) const {
  const Element& e = elements_[static_cast<std::size_t>(element)];
  const Node& node = nodes_[static_cast<std::size_t>(element)];
  std::string out =
      "<</Type/StructElem/S/" + e.type + "/P " + reference(e.parent < 0 ? root_ : nodes_[static_cast<std::size_t>(e.parent)].object);
  if (node.page >= 0) out += "/Pg " + reference(pages_[static_cast<std::size_t>(node.page)]);
  if (!e.alt.empty()) out += "/Alt" + text_string(e.alt);
  if (!e.lang.empty()) out += "/Lang" + literal(e.lang);
  return out + attributes(element) + "/K[" + node.kids + "]>>";
}

ObjectNumber StructureTree::write() {
  std::string numbers;
  for (std::size_t page = 0; page < pages_.size(); ++page) {
    const ObjectNumber owners = sink_.allocate();
    sink_.put(owners, "[" + page_parents_[page] + "]");
    numbers += std::to_string(page) + " " + reference(owners) + " ";
  }
  for (std::size_t e = 0; e < elements_.size(); ++e)
    if (nodes_[e].object != 0) sink_.put(nodes_[e].object, body(static_cast<int>(e)));
  const ObjectNumber parents = sink_.allocate();
  sink_.put(parents, "<</Nums[" + numbers + annotation_parents_ + "]>>");
  sink_.put(root_, "<</Type/StructTreeRoot/K[" + root_kids_ + "]/ParentTree " + reference(parents) + "/ParentTreeNextKey " +
                       std::to_string(next_key_) + ">>");
  return root_;
}

}  // namespace attache::pdf
