#include "fonts/font_face.hpp"

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include <cstdint>
#include <map>
#include <mutex>

#include "fonts/cff_charset.hpp"
#include "problem.hpp"

namespace attache::pdf {
namespace {

hb_tag_t tag_of(const char* t) { return HB_TAG(t[0], t[1], t[2], t[3]); }

/// The bytes of one table; big-endian numbers at offsets, 0 beyond the end.
class TableBytes {
 public:
  TableBytes(hb_face_t* face, const char* name) : blob_(hb_face_reference_table(face, tag_of(name))) {
    data_ = hb_blob_get_data(blob_, &size_);
  }
  ~TableBytes() { hb_blob_destroy(blob_); }
  TableBytes(const TableBytes&) = delete;
  TableBytes& operator=(const TableBytes&) = delete;
  [[nodiscard]] unsigned size() const { return size_; }
  [[nodiscard]] int s16(unsigned at) const {
    if (at + 2 > size_) return 0;
    return static_cast<std::int16_t>(static_cast<unsigned char>(data_[at]) << 8 | static_cast<unsigned char>(data_[at + 1]));
  }

 private:
  hb_blob_t* blob_;
  const char* data_ = nullptr;
  unsigned size_ = 0;
};

// Tables a PDF viewer never reads; without GSUB the subsetter also stops closing over ligatures nobody used.
constexpr const char* dropped_tables[] = {"GSUB", "GPOS", "GDEF", "cmap", "name", "post", "OS/2", "kern", "BASE",
                                          "JSTF", "DSIG", "MATH", "gasp", "VDMX", "hdmx", "LTSH", "STAT", "vhea",
                                          "vmtx", "VORG", "meta", "FFTM", "Feat", "Silf", "Glat", "Gloc", "Sill"};

}  // namespace

struct FontFace::Handles {
  hb_blob_t* blob = nullptr;
  hb_face_t* face = nullptr;
  hb_font_t* font = nullptr;
  mutable std::once_flag reverse_once;
  mutable std::vector<char32_t> reverse;
  ~Handles() {
    hb_font_destroy(font);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
  }
};

std::shared_ptr<const FontFace> FontFace::load(const std::string& path, unsigned index) {
  static std::mutex mutex;
  static std::map<std::pair<std::string, unsigned>, std::shared_ptr<const FontFace>> loaded;
  const std::lock_guard lock(mutex);
  auto& face = loaded[{path, index}];
  if (!face) face.reset(new FontFace(path, index));
  return face;
}

FontFace::FontFace(const std::string& path, unsigned index) : path_(path), handles_(std::make_unique<Handles>()) {
  handles_->blob = hb_blob_create_from_file_or_fail(path.c_str());
  if (handles_->blob == nullptr)
    throw Problem(ATTACHE_ERR_DATA,
                  "font file " + path +
                      " cannot be read; install the font (Debian: fonts-noto-core, fonts-dejavu-core) or name another file in the theme");
  if (index >= hb_face_count(handles_->blob))
    throw Problem(ATTACHE_ERR_DATA,
                  "font file " + path + " has no face " + std::to_string(index) + "; check the file and index in the theme");
  handles_->face = hb_face_create(handles_->blob, index);
  handles_->font = hb_font_create(handles_->face);
  const auto upem = static_cast<int>(hb_face_get_upem(handles_->face));
  hb_font_set_scale(handles_->font, upem, upem);
  read_metrics();
  hb_font_make_immutable(handles_->font);
  hb_face_make_immutable(handles_->face);
}

FontFace::~FontFace() = default;

void FontFace::read_metrics() {
  hb_face_t* face = handles_->face;
  metrics_.units_per_em = static_cast<int>(hb_face_get_upem(face));
  metrics_.glyph_count = hb_face_get_glyph_count(face);
  metrics_.cff = TableBytes(face, "CFF ").size() > 0;
  const TableBytes head(face, "head"), os2(face, "OS/2"), hhea(face, "hhea"), post(face, "post");
  for (unsigned i = 0; i < 4; ++i) metrics_.box[i] = head.s16(36 + 2 * i);
  if (os2.size() >= 8) metrics_.weight = os2.s16(4);
  if (os2.size() >= 90) metrics_.cap_height = os2.s16(88);
  metrics_.ascent = hhea.s16(4);
  metrics_.descent = hhea.s16(6);
  metrics_.italic_angle = post.s16(4);
  metrics_.fixed_pitch = post.size() >= 16 && (post.s16(12) != 0 || post.s16(14) != 0);
  char name[128];
  unsigned length = sizeof name;
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, name);
  for (unsigned i = 0; i < length; ++i)
    if (const char c = name[i]; (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-')
      metrics_.postscript_name += c;
  if (metrics_.postscript_name.empty()) metrics_.postscript_name = "Font";
}

bool FontFace::has(char32_t character) const { return glyph_of(character) != 0; }

std::uint16_t FontFace::glyph_of(char32_t character) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(handles_->font, character, &glyph) != 0 ? static_cast<std::uint16_t>(glyph) : std::uint16_t{0};
}

char32_t FontFace::character_of(std::uint16_t glyph) const {
  std::call_once(handles_->reverse_once, [this] {
    handles_->reverse.assign(metrics_.glyph_count, 0);
    hb_set_t* characters = hb_set_create();
    hb_face_collect_unicodes(handles_->face, characters);
    hb_codepoint_t c = HB_SET_VALUE_INVALID;
    while (hb_set_next(characters, &c) != 0)
      if (const auto g = glyph_of(c); g < handles_->reverse.size() && handles_->reverse[g] == 0) handles_->reverse[g] = c;
    hb_set_destroy(characters);
  });
  return glyph < handles_->reverse.size() ? handles_->reverse[glyph] : 0;
}

int FontFace::advance(std::uint16_t glyph) const { return hb_font_get_glyph_h_advance(handles_->font, glyph); }

std::vector<Glyph> FontFace::shape(std::string_view text) const {
  hb_buffer_t* buffer = hb_buffer_create();
  hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
  hb_buffer_guess_segment_properties(buffer);
  hb_buffer_set_language(buffer, hb_language_from_string("en", -1));  // guessed from the process locale otherwise
  hb_shape(handles_->font, buffer, nullptr, 0);
  unsigned count = 0;
  const hb_glyph_info_t* info = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* position = hb_buffer_get_glyph_positions(buffer, &count);
  std::vector<Glyph> glyphs(count);
  for (unsigned i = 0; i < count; ++i) {
    const auto id = static_cast<std::uint16_t>(info[i].codepoint);
    glyphs[i] = {id, position[i].x_advance, advance(id), position[i].x_offset, position[i].y_offset, info[i].cluster};
  }
  hb_buffer_destroy(buffer);
  return glyphs;
}

FontSubset FontFace::subset(const std::vector<bool>& used) const {
  hb_subset_input_t* input = hb_subset_input_create_or_fail();
  hb_set_t* wanted = hb_subset_input_glyph_set(input);
  hb_set_add(wanted, 0);
  for (unsigned g = 0; g < used.size(); ++g)
    if (used[g]) hb_set_add(wanted, g);
  hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NOTDEF_OUTLINE | HB_SUBSET_FLAGS_NO_HINTING);
  for (const char* name : dropped_tables) hb_set_add(hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG), tag_of(name));
  hb_subset_plan_t* plan = hb_subset_plan_create_or_fail(handles_->face, input);
  hb_face_t* cut = plan != nullptr ? hb_subset_plan_execute_or_fail(plan) : nullptr;
  FontSubset subset;
  if (cut != nullptr) {
    hb_blob_t* blob = metrics_.cff ? hb_face_reference_table(cut, tag_of("CFF ")) : hb_face_reference_blob(cut);
    unsigned size = 0;
    const char* data = hb_blob_get_data(blob, &size);
    subset.program.assign(data, size);
    hb_blob_destroy(blob);
    const auto charset = metrics_.cff ? cff_charset(subset.program, hb_face_get_glyph_count(cut)) : std::vector<std::uint16_t>{};
    const hb_map_t* renumbered = hb_subset_plan_old_to_new_glyph_mapping(plan);
    for (unsigned g = 0; g < used.size(); ++g)
      if (used[g]) {
        const unsigned now = hb_map_get(renumbered, g);
        subset.codes.emplace_back(static_cast<std::uint16_t>(g), charset.empty() ? static_cast<std::uint16_t>(now) : charset.at(now));
      }
  }
  hb_face_destroy(cut);
  hb_subset_plan_destroy(plan);
  hb_subset_input_destroy(input);
  if (subset.program.empty())
    throw Problem(ATTACHE_ERR_DATA, "font file " + path_ + " cannot be subsetted; name another file in the theme");
  return subset;
}

}  // namespace attache::pdf
