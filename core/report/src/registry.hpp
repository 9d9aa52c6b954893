#pragma once
/// The section builders there are. Each is one small file in builders/ that fills one section from the context.

#include <string_view>
#include <vector>

#include "options.hpp"
#include "report/document.hpp"

namespace attache::report {

class Context;

/// What a builder fills. No children = nothing to say: the section is left out (unless the report says when = "always").
struct SectionDraft {
  std::string id;  ///< of the section; blocks inside are "<id>-…"
  Section section;
  void add(std::string block_id, decltype(Block::data) data) { section.children.push_back({std::move(block_id), std::move(data)}); }
};

struct Builder {
  std::string_view id;
  std::string_view summary;
  std::vector<OptionSpec> options;
  void (*build)(Context&, const Options&, SectionDraft&);
  int late = 0;  ///< > 0: built after all others, in this order, because it lists what they used (notes, sources, legend, trace)
};

[[nodiscard]] const std::vector<Builder>& builders();
[[nodiscard]] const Builder* find_builder(std::string_view id);
/// Options every section has: id, title, when, restricted, page.
[[nodiscard]] const std::vector<OptionSpec>& common_options();

}  // namespace attache::report
