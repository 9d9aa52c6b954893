#pragma once
/// A display list becomes a PDF file: fonts, pages, structure, outline, destinations, links, metadata.

#include "emit/metadata.hpp"
#include "fonts/font_set.hpp"
#include "layout/display_list.hpp"
#include "sink/sink.hpp"

namespace attache::pdf {

struct EmitOptions {
  FileFacts facts;
  bool compress = true;
};

[[nodiscard]] std::string emit(const DisplayList& list, const FontSet& fonts, const EmitOptions& options, Sink& sink);

}  // namespace attache::pdf
