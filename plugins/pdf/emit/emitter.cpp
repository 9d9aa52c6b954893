#include "emit/emitter.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>

#include "emit/content_stream.hpp"
#include "emit/outline.hpp"
#include "emit/srgb_profile.hpp"
#include "emit/syntax.hpp"

namespace attache::pdf {
namespace {

class Emitter {
 public:
  Emitter(const DisplayList& list, const FontSet& fonts, const EmitOptions& options, Sink& sink)
      : list_(list), options_(options), sink_(sink), fonts_(list, fonts) {}

  std::string run() {
    const ObjectNumber catalog = sink_.allocate();
    page_tree_ = sink_.allocate();
    const std::string resources = fonts_.write(sink_, options_.compress);
    for (std::size_t i = 0; i < list_.pages.size(); ++i) pages_.push_back(sink_.allocate());
    if (options_.facts.conforming) tree_ = std::make_unique<StructureTree>(list_.elements, pages_, sink_);
    for (std::size_t i = 0; i < list_.pages.size(); ++i) write_page(i, resources);
    std::string kids;
    for (const ObjectNumber page : pages_) kids += reference(page) + " ";
    sink_.put(page_tree_, "<</Type/Pages/Count " + std::to_string(pages_.size()) + "/Kids[" + kids + "]>>");
    sink_.put(catalog, catalog_body());
    return sink_.finish(catalog, information(options_.facts, fingerprint_text()));
  }

 private:
  void write_page(std::size_t index, const std::string& resources) {
    const Page& page = list_.pages[index];
    const std::string content = ContentStream(page, index, fonts_, tree_.get()).write();
    mix_in(content);
    const ObjectNumber stream = sink_.allocate();
    put_data(sink_, stream, {}, content, options_.compress);
    std::string annotations;
    for (const Item& item : page.items)
      if (const auto* link = std::get_if<LinkItem>(&item.shape)) annotations += write_link(*link, item.element, index);
    std::string body = "<</Type/Page/Parent " + reference(page_tree_) + "/MediaBox[0 0 " + number(page.width) + " " + number(page.height) +
                       "]/Resources<</Font<<" + resources + ">>>>/Contents " + reference(stream);
    if (!annotations.empty()) body += "/Annots[" + annotations + "]";
    if (tree_) body += "/StructParents " + std::to_string(index) + "/Tabs/S";
    sink_.put(pages_[index], body + ">>");
  }

  std::string write_link(const LinkItem& link, int element, std::size_t index) {
    const auto place = list_.places.find(link.target);
    if (link.url.empty() && place == list_.places.end()) return "";
    const double height = list_.pages[index].height;
    const ObjectNumber object = sink_.allocate();
    std::string body = "<</Type/Annot/Subtype/Link/Rect[" + number(link.at.x) + " " + number(height - link.at.y - link.height) + " " +
                       number(link.at.x + link.width) + " " + number(height - link.at.y) + "]/Border[0 0 0]/F 4/Contents" +
                       text_string(link.description.empty() ? link.url : link.description);
    if (link.url.empty())
      body += "/Dest" + destination(list_, place->second, pages_);
    else
      body += "/A<</S/URI/URI" + literal(ascii_url(link.url)) + ">>";
    if (tree_ && element >= 0) body += "/StructParent " + std::to_string(tree_->own_annotation(element, object, index));
    sink_.put(object, body + ">>");
    mix_in(link.url + link.target);
    return reference(object) + " ";
  }

  std::string catalog_body() {
    std::string body =
        "<</Type/Catalog/Pages " + reference(page_tree_) + "/PageLabels<</Nums[0<</S/D>>]>>/ViewerPreferences<</DisplayDocTitle true>>";
    if (!options_.facts.language.empty()) body += "/Lang" + literal(options_.facts.language);
    if (!list_.places.empty()) body += "/Names<</Dests " + reference(write_names()) + ">>";
    if (tree_) body += "/MarkInfo<</Marked true>>/StructTreeRoot " + reference(tree_->write());
    if (const ObjectNumber outline = write_outline(list_, pages_, sink_); outline != 0)
      body += "/Outlines " + reference(outline) + "/PageMode/UseOutlines";
    const std::string packet = xmp_packet(options_.facts);
    mix_in(packet);
    const ObjectNumber metadata = sink_.allocate();
    sink_.put_stream(metadata, {{"Type", "/Metadata"}, {"Subtype", "/XML"}}, packet);  // never compressed: other programs look for it
    body += "/Metadata " + reference(metadata);
    if (options_.facts.conforming) body += "/OutputIntents[" + reference(write_output_intent()) + "]";
    return body + ">>";
  }

  ObjectNumber write_names() {
    std::string names;
    for (const auto& [id, place] : list_.places) names += literal(id) + destination(list_, place, pages_);
    const ObjectNumber object = sink_.allocate();
    sink_.put(object, "<</Names[" + names + "]>>");
    return object;
  }

  ObjectNumber write_output_intent() {
    const ObjectNumber profile = sink_.allocate(), intent = sink_.allocate();
    put_data(sink_, profile, {{"N", "3"}}, srgb_profile(), options_.compress);
    sink_.put(intent,
              "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB "
              "IEC61966-2.1)/RegistryName(http://www.color.org)/DestOutputProfile " +
                  reference(profile) + ">>");
    return intent;
  }

  void mix_in(const std::string& bytes) {  // FNV-1a over everything a reader sees
    for (const char c : bytes) fingerprint_ = (fingerprint_ ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  }
  [[nodiscard]] std::string fingerprint_text() const {
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4) text += "0123456789abcdef"[fingerprint_ >> shift & 15U];
    return text;
  }

  const DisplayList& list_;
  const EmitOptions& options_;
  Sink& sink_;
  DocumentFonts fonts_;
  std::vector<ObjectNumber> pages_;
  ObjectNumber page_tree_ = 0;
  std::unique_ptr<StructureTree> tree_;
  std::uint64_t fingerprint_ = 14695981039346656037ULL;
};

}  // namespace

std::string emit(const DisplayList& list, const FontSet& fonts, const EmitOptions& options, Sink& sink) {
  return Emitter(list, fonts, options, sink).run();
}

}  // namespace attache::pdf
