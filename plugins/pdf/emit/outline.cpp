#include "emit/outline.hpp"

#include "emit/syntax.hpp"

namespace attache::pdf {
namespace {

class OutlineWriter {
 public:
  OutlineWriter(const DisplayList& list, const std::vector<ObjectNumber>& pages, Sink& sink) : list_(list), pages_(pages), sink_(sink) {
    for (std::size_t i = 0; i < list.heads.size(); ++i) objects_.push_back(sink.allocate());
  }

  /// The heads begin … end − 1 as children of `parent`; returns the parent's entries.
  std::string write(ObjectNumber parent, std::size_t begin, std::size_t end) {
    std::vector<std::size_t> starts;  // of the children; what lies between belongs to the child before
    for (std::size_t i = begin; i < end;) {
      starts.push_back(i);
      const int level = list_.heads[i].level;
      ++i;
      while (i < end && list_.heads[i].level > level) ++i;
    }
    for (std::size_t k = 0; k < starts.size(); ++k) {
      const std::size_t at = starts[k], next = k + 1 < starts.size() ? starts[k + 1] : end;
      const Head& head = list_.heads[at];
      std::string body =
          "<</Title" + text_string(head.title) + "/Parent " + reference(parent) + "/Dest" + destination(list_, head.place, pages_);
      if (k > 0) body += "/Prev " + reference(objects_[starts[k - 1]]);
      if (k + 1 < starts.size()) body += "/Next " + reference(objects_[starts[k + 1]]);
      if (at + 1 < next) body += write(objects_[at], at + 1, next);
      sink_.put(objects_[at], body + ">>");
    }
    return "/First " + reference(objects_[starts.front()]) + "/Last " + reference(objects_[starts.back()]) + "/Count " +
           std::to_string(starts.size());
  }

 private:
  const DisplayList& list_;
  const std::vector<ObjectNumber>& pages_;
  Sink& sink_;
  std::vector<ObjectNumber> objects_;
};

}  // namespace

std::string destination(const DisplayList& list, const Place& place, const std::vector<ObjectNumber>& pages) {
  constexpr double air = 6;
  return "[" + reference(pages[place.page]) + "/XYZ 0 " + number(list.pages[place.page].height - place.y + air, 0) + " 0]";
}

ObjectNumber write_outline(const DisplayList& list, const std::vector<ObjectNumber>& pages, Sink& sink) {
  if (list.heads.empty()) return 0;
  const ObjectNumber root = sink.allocate();
  sink.put(root, "<</Type/Outlines" + OutlineWriter(list, pages, sink).write(root, 0, list.heads.size()) + ">>");
  return root;
}

}  // namespace attache::pdf
