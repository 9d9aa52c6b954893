#include "emit/font_writer.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace attache::pdf {
namespace {

std::string utf8(char32_t c) {
  std::string out;
  const auto put = [&out](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 63));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | ((c >> 6) & 63));
    put(0x80 | (c & 63));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | ((c >> 12) & 63));
    put(0x80 | ((c >> 6) & 63));
    put(0x80 | (c & 63));
  }
  return out;
}

constexpr std::string_view zero_width_space = "\xE2\x80\x8B";

std::string hex(unsigned value) {
  static constexpr char digits[] = "0123456789ABCDEF";
  return {digits[value >> 12 & 15U], digits[value >> 8 & 15U], digits[value >> 4 & 15U], digits[value & 15U]};
}

/// Where the text of the cluster that begins at byte `begin` ends.
std::size_t cluster_end(const ShapedText& shaped, std::size_t begin) {
  std::size_t end = shaped.text.size();
  for (const Glyph& glyph : shaped.glyphs)
    if (glyph.cluster > begin) end = std::min<std::size_t>(end, glyph.cluster);
  return end;
}

std::vector<std::pair<std::uint16_t, std::uint16_t>> by_code(const FontSubset& subset) {  // (code, glyph)
  std::vector<std::pair<std::uint16_t, std::uint16_t>> sorted;
  for (const auto& [glyph, code] : subset.codes) sorted.emplace_back(code, glyph);
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

}  // namespace

void put_data(Sink& sink, ObjectNumber object, std::vector<std::pair<std::string, std::string>> entries, const std::string& data,
              bool compress) {
  if (compress) entries.emplace_back("Filter", "/FlateDecode");
  sink.put_stream(object, std::move(entries), compress ? deflate(data) : data);
}

DocumentFont::DocumentFont(const FontFace& face, std::string resource)
    : face_(face),
      resource_(std::move(resource)),
      used_(face.metrics().glyph_count, false),
      texts_(face.metrics().glyph_count),
      codes_(face.metrics().glyph_count, 0) {
  space_ = face_.glyph_of(' ');
}

bool DocumentFont::note(std::uint16_t glyph, std::string_view text) {
  if (glyph >= used_.size()) return false;
  if (!used_[glyph]) {
    used_[glyph] = true;
    ++used_count_;
    texts_[glyph] = text;
    return true;
  }
  if (texts_[glyph].empty()) texts_[glyph] = text;
  return texts_[glyph] == text;
}

void DocumentFont::use_space() { (void)note(space_, " "); }

std::vector<Cluster> DocumentFont::use(const ShapedText& shaped) {
  std::vector<Cluster> clusters;
  const auto& glyphs = shaped.glyphs;
  const std::string_view text = shaped.text;
  for (std::size_t i = 0; i < glyphs.size();) {
    std::size_t end = i + 1;
    while (end < glyphs.size() && glyphs[end].cluster == glyphs[i].cluster) ++end;
    const std::size_t from = std::min<std::size_t>(glyphs[i].cluster, text.size());
    const std::string_view its = text.substr(from, cluster_end(shaped, from) - from);
    bool actual = end - i > 1;
    if (!actual) {
      actual = !note(glyphs[i].id, its);
    } else {  // readers that know no ActualText at least get the characters of the glyphs
      for (std::size_t k = i; k < end; ++k) {
        const char32_t c = face_.character_of(glyphs[k].id);
        (void)note(glyphs[k].id, c != 0 ? utf8(c) : k == i ? std::string(its) : std::string(zero_width_space));
      }
    }
    clusters.push_back({i, end, its, actual});
    i = end;
  }
  return clusters;
}

std::string DocumentFont::subset_name() const {
  std::uint64_t hash = 1469598103934665603ULL;  // FNV-1a: equal subsets get equal names
  const auto mix_in = [&hash](std::uint64_t value) { hash = (hash ^ value) * 1099511628211ULL; };
  for (const char c : face_.metrics().postscript_name) mix_in(static_cast<unsigned char>(c));
  for (std::size_t g = 0; g < used_.size(); ++g)
    if (used_[g]) mix_in(g + 1);
  std::string tag;
  for (int i = 0; i < 6; ++i, hash /= 26) tag += static_cast<char>('A' + hash % 26);
  return tag + "+" + face_.metrics().postscript_name;
}

ObjectNumber DocumentFont::write_descriptor(Sink& sink, const std::string& name, const FontSubset& subset, bool compress) const {
  const FontFace::Metrics& m = face_.metrics();
  const double unit = 1000.0 / m.units_per_em;
  const ObjectNumber file = sink.allocate(), descriptor = sink.allocate();
  put_data(sink, file,
           {m.cff ? std::pair<std::string, std::string>{"Subtype", "/CIDFontType0C"}
                  : std::pair<std::string, std::string>{"Length1", std::to_string(subset.program.size())}},
           subset.program, compress);
  const int flags = 4 | (m.fixed_pitch ? 1 : 0) | (m.italic_angle != 0 ? 64 : 0);
  std::string body = "<</Type/FontDescriptor/FontName/" + name + "/Flags " + std::to_string(flags) + "/FontBBox[";
  for (const int edge : m.box) body += number(edge * unit, 0) + " ";
  body += "]/ItalicAngle " + number(m.italic_angle) + "/Ascent " + number(m.ascent * unit, 0) + "/Descent " + number(m.descent * unit, 0) +
          "/CapHeight " + number(m.cap_height * unit, 0) + "/StemV " + (m.weight >= 600 ? "140" : "80") +
          (m.cff ? "/FontFile3 " : "/FontFile2 ") + reference(file) + ">>";
  sink.put(descriptor, std::move(body));
  return descriptor;
}

std::string DocumentFont::widths(const FontSubset& subset) const {
  std::string out = "[";
  int last = -2;
  for (const auto& [code, glyph] : by_code(subset)) {
    if (code != last + 1) {
      if (last >= 0) out += ']';
      out += std::to_string(code) + "[";
    } else {
      out += ' ';
    }
    append_number(out, face_.advance(glyph) * 1000.0 / face_.metrics().units_per_em, 0);
    last = code;
  }
  return out + (last >= 0 ? "]]" : "]");
}

std::string DocumentFont::to_unicode(const FontSubset& subset) const {
  std::vector<std::string> lines;
  for (const auto& [code, glyph] : by_code(subset)) {
    if (texts_[glyph].empty()) continue;
    std::string line = "<" + hex(code) + "> <";
    append_utf16_hex(line, texts_[glyph]);
    lines.push_back(line + ">\n");
  }
  std::string map =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> "
      "def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  constexpr std::size_t most_in_block = 100;
  for (std::size_t first = 0; first < lines.size(); first += most_in_block) {
    const std::size_t end = std::min(lines.size(), first + most_in_block);
    map += std::to_string(end - first) + " beginbfchar\n";
    for (std::size_t i = first; i < end; ++i) map += lines[i];
    map += "endbfchar\n";
  }
  return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

ObjectNumber DocumentFont::write(Sink& sink, bool compress) {
  const FontSubset subset = face_.subset(used_);
  for (const auto& [glyph, code] : subset.codes) codes_[glyph] = code;
  const std::string name = subset_name();
  const ObjectNumber descriptor = write_descriptor(sink, name, subset, compress), unicode = sink.allocate(), descendant = sink.allocate(),
                     font = sink.allocate();
  put_data(sink, unicode, {}, to_unicode(subset), compress);
  sink.put(descendant, std::string("<</Type/Font/Subtype/") + (face_.metrics().cff ? "CIDFontType0" : "CIDFontType2/CIDToGIDMap/Identity") +
                           "/BaseFont/" + name + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor " +
                           reference(descriptor) + "/DW 1000/W" + widths(subset) + ">>");
  sink.put(font, "<</Type/Font/Subtype/Type0/BaseFont/" + name + "/Encoding/Identity-H/DescendantFonts[" + reference(descendant) +
                     "]/ToUnicode " + reference(unicode) + ">>");
  return font;
}

}  // namespace attache::pdf
