// Documents that are unusual in their shape: one kind of block alone, sections within sections.
#include <algorithm>

#include "host/src/check/documents.hpp"
#include "host/src/check/sample_document.hpp"

namespace attache::host::check {
namespace {

/// The first block of a kind in a tree, sections' own contents left out.
const report::Block* find_kind(const report::Block& block, std::size_t kind) {
  if (block.data.index() == kind) return &block;
  const auto* section = std::get_if<report::Section>(&block.data);
  if (section == nullptr) return nullptr;
  for (const report::Block& child : section->children) {
    if (const report::Block* found = find_kind(child, kind); found != nullptr) return found;
  }
  return nullptr;
}

report::Block nested(int level, int deepest) {
  report::Section section;
  section.level = std::min(level, 6);
  section.title = "Level " + std::to_string(level);
  const std::string id = "level-" + std::to_string(level);
  section.children.push_back(
      {id + "-text", report::Paragraph{report::ParagraphRole::body, plain_words("On level " + std::to_string(level) + ".")}});
  if (level < deepest) section.children.push_back(nested(level + 1, deepest));
  return {id, std::move(section)};
}

}  // namespace

report::Document block_document(std::size_t kind) {
  const report::Document sample = sample_document();
  report::Blocks blocks;
  constexpr std::size_t section = 0;
  if (kind == section)
    blocks.push_back(nested(2, 2));
  else
    blocks.push_back(*find_kind(sample.root, kind));
  return document_of("One block", std::move(blocks), sample.tables);
}

report::Document deep_document() {
  constexpr int deepest = 40;
  report::Blocks blocks;
  blocks.push_back(nested(2, deepest));
  return document_of("Sections in sections", std::move(blocks));
}

}  // namespace attache::host::check
