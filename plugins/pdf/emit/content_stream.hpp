#pragma once
/// One page's items as PDF operators, every run of them marked as content of an element or as an artifact.

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "emit/font_writer.hpp"
#include "layout/display_list.hpp"
#include "tags/structure_tree.hpp"

namespace attache::pdf {

/// The fonts of all faces and the clusters of every text drawn, known before the first page is written.
class DocumentFonts {
 public:
  DocumentFonts(const DisplayList& list, const FontSet& fonts);
  /// Writes the fonts in use; returns the entries of a /Font resource dictionary.
  [[nodiscard]] std::string write(Sink& sink, bool compress);
  [[nodiscard]] const DocumentFont& font(int face) const { return *fonts_[static_cast<std::size_t>(face)]; }
  [[nodiscard]] const std::vector<Cluster>& clusters(const ShapedText& text) const { return clusters_.at(&text); }
  [[nodiscard]] int space_face(Role role) const { return set_.primary(role); }

 private:
  const FontSet& set_;
  std::vector<std::unique_ptr<DocumentFont>> fonts_;
  std::unordered_map<const ShapedText*, std::vector<Cluster>> clusters_;
};

class ContentStream {
 public:
  /// `tree` NULL: an untagged document.
  ContentStream(const Page& page, std::size_t index, const DocumentFonts& fonts, StructureTree* tree)
      : page_(page), index_(index), fonts_(fonts), tree_(tree) {}
  /// The operators. Links are left to the caller.
  [[nodiscard]] std::string write();

 private:
  void mark(const Item& item);
  void close_mark();
  void draw(const TextItem& text);
  void draw(const RectItem& rect);
  void draw(const PathItem& path);
  void draw(const LinkItem&) {}
  void show_run(const TextItem& text, std::size_t& piece);
  void fill(Colour colour);
  void stroke(Colour colour, double width);
  void grow_box(const Item& item);
  [[nodiscard]] double flipped(double y) const { return page_.height - y; }
  void point(Point p);

  const Page& page_;
  std::size_t index_;
  const DocumentFonts& fonts_;
  StructureTree* tree_;
  std::string out_;
  bool marked_ = false;
  int marked_element_ = -1;
  Artifact marked_artifact_ = Artifact::layout;
  Colour fill_ = 0xFF000000, stroke_ = 0xFF000000;  // no colour yet
  double line_width_ = -1;
};

}  // namespace attache::pdf
