#include "emit/content_stream.hpp"

#include <cmath>

#include "emit/text_operators.hpp"

namespace attache::pdf {

DocumentFonts::DocumentFonts(const DisplayList& list, const FontSet& fonts) : set_(fonts) {
  for (int face = 0; face < fonts.face_count(); ++face)
    fonts_.push_back(std::make_unique<DocumentFont>(fonts.face(face), "F" + std::to_string(face)));
  for (const Page& page : list.pages)
    for (const Item& item : page.items) {
      const auto* text = std::get_if<TextItem>(&item.shape);
      if (text == nullptr) continue;
      for (const Piece& piece : text->pieces) {
        DocumentFont& font = *fonts_[static_cast<std::size_t>(piece.shaped->face)];
        if (!clusters_.contains(piece.shaped)) clusters_.emplace(piece.shaped, font.use(*piece.shaped));
        if (piece.space_after) font.use_space();
      }
    }
}

std::string DocumentFonts::write(Sink& sink, bool compress) {
  std::string resources;
  for (auto& font : fonts_)
    if (font->used()) resources += "/" + font->resource() + " " + reference(font->write(sink, compress));
  return resources;
}

std::string ContentStream::write() {
  for (const Item& item : page_.items) {
    if (std::holds_alternative<LinkItem>(item.shape)) continue;
    if (const auto* text = std::get_if<TextItem>(&item.shape); text != nullptr && text->pieces.empty()) continue;
    mark(item);
    grow_box(item);
    std::visit([this](const auto& shape) { draw(shape); }, item.shape);
  }
  close_mark();
  return std::move(out_);
}

void ContentStream::close_mark() {
  if (marked_) out_ += "EMC\n";
  marked_ = false;
}

void ContentStream::mark(const Item& item) {
  if (tree_ == nullptr) return;
  if (marked_ && item.element == marked_element_ && (item.element >= 0 || item.artifact == marked_artifact_)) return;
  close_mark();
  marked_ = true;
  marked_element_ = item.element;
  marked_artifact_ = item.artifact;
  if (item.element >= 0) {
    out_ += "/" + tree_->tag(item.element) + "<</MCID " + std::to_string(tree_->mark(item.element, index_)) + ">>BDC\n";
    return;
  }
  switch (item.artifact) {
    case Artifact::layout:
      out_ += "/Artifact<</Type/Layout>>BDC\n";
      break;
    case Artifact::header:
      out_ += "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n";
      break;
    case Artifact::footer:
      out_ += "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n";
      break;
    case Artifact::watermark:
      out_ += "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC\n";
      break;
  }
}

void ContentStream::fill(Colour colour) {
  if (fill_ != colour) append_colour(out_, colour, "rg");
  fill_ = colour;
}

void ContentStream::stroke(Colour colour, double width) {
  if (stroke_ != colour) append_colour(out_, colour, "RG");
  stroke_ = colour;
  if (line_width_ != width) {
    append_number(out_, width);
    out_ += " w\n";
  }
  line_width_ = width;
}

void ContentStream::point(Point p) {
  append_number(out_, p.x);
  out_ += ' ';
  append_number(out_, flipped(p.y));
  out_ += ' ';
}

void ContentStream::draw(const RectItem& rect) {
  fill(rect.colour);
  point({rect.at.x, rect.at.y + rect.height});
  append_number(out_, rect.width);
  out_ += ' ';
  append_number(out_, rect.height);
  out_ += " re f\n";
}

void ContentStream::draw(const PathItem& path) {
  if (path.points.size() < 2) return;
  const bool stroked = path.line_width > 0;
  if (path.filled) fill(path.fill);
  if (stroked) stroke(path.stroke, path.line_width);
  if (path.dash_on > 0) out_ += "[" + number(path.dash_on) + " " + number(path.dash_off) + "]0 d\n";
  if (stroked && path.points.size() > 2 && !path.closed) out_ += "1 j ";
  for (std::size_t i = 0; i < path.points.size(); ++i) {
    point(path.points[i]);
    out_ += i == 0 ? "m " : "l ";
  }
  if (path.closed) out_ += "h ";
  out_ += path.filled && stroked ? "B\n" : path.filled ? "f\n" : stroked ? "S\n" : "n\n";
  if (path.dash_on > 0) out_ += "[]0 d\n";
}

void ContentStream::draw(const TextItem& text) {
  fill(text.colour);
  out_ += "BT ";
  if (text.angle == 0) {
    point(text.at);
    out_ += "Td ";
  } else {
    constexpr double degree = 3.14159265358979323846 / 180;
    const double cosine = std::cos(text.angle * degree), sine = std::sin(text.angle * degree);
    for (const double v : {cosine, sine, -sine, cosine}) {
      append_number(out_, v, 4);
      out_ += ' ';
    }
    point(text.at);
    out_ += "Tm ";
  }
  for (std::size_t piece = 0; piece < text.pieces.size();) show_run(text, piece);
  out_ += "ET\n";
}

void ContentStream::show_run(const TextItem& text, std::size_t& piece) {
  const int face = text.pieces[piece].shaped->face;
  const DocumentFont& font = fonts_.font(face);
  out_ += "/" + font.resource() + " ";
  append_number(out_, text.size);
  out_ += " Tf";
  TextOperators operators(font, text.size, out_);
  for (; piece < text.pieces.size() && text.pieces[piece].shaped->face == face; ++piece) {
    operators.show(*text.pieces[piece].shaped, fonts_.clusters(*text.pieces[piece].shaped));
    if (text.pieces[piece].space_after) operators.space();
  }
  operators.finish();
}

void ContentStream::grow_box(const Item& item) {
  if (tree_ == nullptr || item.element < 0) return;
  if (const auto* rect = std::get_if<RectItem>(&item.shape))
    tree_->extend_box(item.element, rect->at.x, flipped(rect->at.y + rect->height), rect->at.x + rect->width, flipped(rect->at.y));
  if (const auto* path = std::get_if<PathItem>(&item.shape))
    for (const Point& p : path->points) tree_->extend_box(item.element, p.x, flipped(p.y), p.x, flipped(p.y));
  if (const auto* text = std::get_if<TextItem>(&item.shape)) {
    double width = 0;
    for (const Piece& p : text->pieces) width += p.shaped->width * text->size;
    tree_->extend_box(item.element, text->at.x, flipped(text->at.y + text->size * 0.3), text->at.x + width,
                      flipped(text->at.y - text->size));
  }
}

}  // namespace attache::pdf
