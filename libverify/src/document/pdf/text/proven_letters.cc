// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/text/proven_letters.h"

#include <algorithm>
#include <array>
#include <utility>

#include "document/pdf/content/big_endian.h"
#include "document/pdf/content/content_state.h"
#include "document/pdf/content/streams.h"
#include "document/pdf/text/layout_faces.h"
#include "document/pdf/text/ligatures.h"
#include "document/pdf/text/standard_fonts.h"
#include "document/pdf/text/text_encoding.h"

namespace sceau::document {
namespace {

constexpr std::size_t kMaxProgramBytes = std::size_t{1} << 19;  // more than a whole face has
constexpr std::size_t kMaxCidMapBytes = std::size_t{1} << 17;   // of all codes
constexpr int kSymbolicFlag = 4;                                // Spec: ISO 32000-2, table 121
constexpr int kNonsymbolicFlag = 32;
constexpr std::size_t kMaxProven = 4'096;  // codes of one font that are remembered

bool IsNamed(QPDFObjectHandle object, const char* name) { return object.isNameAndEquals(name); }

// What the viewer brings is letters, as the encoding has them.
bool IsOfViewer(QPDFObjectHandle font) {
  QPDFObjectHandle name = font.getKey("/BaseFont");
  return name.isName() && HasPlainLetters(std::string_view(name.getName()).substr(1));
}

char32_t MacCodeOf(char32_t character) {
  for (int code = 0; code < 256; ++code) {
    if (CharacterOf(BaseEncoding::kMacRoman, static_cast<std::uint8_t>(code)) == character)
      return static_cast<char32_t>(code);
  }
  return 0;
}

}  // namespace

ProvenLetters::ProvenLetters(QPDFObjectHandle font) {
  QPDFObjectHandle descendants = EntryOf(font, "/DescendantFonts");
  const bool composite = IsNamed(EntryOf(font, "/Subtype"), "/Type0");
  if (composite && !(descendants.isArray() && descendants.getArrayNItems() == 1)) return;
  QPDFObjectHandle drawn = composite ? descendants.getArrayItem(0) : font;
  QPDFObjectHandle descriptor = EntryOf(drawn, "/FontDescriptor");
  const bool other_program =
      !EntryOf(descriptor, "/FontFile").isNull() || !EntryOf(descriptor, "/FontFile3").isNull();
  program_ = EntryOf(descriptor, "/FontFile2");
  if (other_program) return;
  if (program_.isNull()) {
    if (!composite && IsOfViewer(font)) kind_ = Kind::kOfViewer;
    return;
  }
  const bool true_type =
      IsNamed(EntryOf(drawn, "/Subtype"), composite ? "/CIDFontType2" : "/TrueType");
  if (!program_.isStream() || !true_type) return;
  kind_ = composite ? Kind::kComposite : Kind::kSimple;
  glyphs_of_codes_ = EntryOf(drawn, "/CIDToGIDMap");
  QPDFObjectHandle flags = EntryOf(descriptor, "/Flags");
  const int set = flags.isInteger() ? Whole(flags.getNumericValue()) : 0;
  by_encoding_ = (set & kNonsymbolicFlag) != 0 && (set & kSymbolicFlag) == 0 &&
                 !EntryOf(font, "/Encoding").isNull();
}

bool ProvenLetters::Has(std::uint32_t code, char32_t encoded, const std::u32string& characters,
                        std::size_t& bytes_left) {
  if (kind_ == Kind::kNone || characters.empty()) return false;
  if (kind_ == Kind::kOfViewer)
    return encoded != 0 &&
           WithoutLigatures(std::u32string(1, encoded)) == WithoutLigatures(characters);
  const char32_t character = characters.size() == 1 ? characters.front() : LigatureOf(characters);
  if (character == 0) return false;
  if (const auto known = proven_.find(code); known != proven_.end()) return known->second;
  const bool proven = Open(bytes_left) && IsDrawnAs(code, encoded, character);
  if (proven_.size() < kMaxProven) proven_.emplace(code, proven);
  return proven;
}

bool ProvenLetters::Open(std::size_t& bytes_left) {
  if (std::exchange(opened_, true)) return font_.has_value();
  auto file = ReadStream(program_, std::min(kMaxProgramBytes, bytes_left));
  if (!file.ok()) return false;
  bytes_left -= file->size();
  file_ = *std::move(file);
  if (glyphs_of_codes_.isStream()) {
    auto map = ReadStream(glyphs_of_codes_, kMaxCidMapBytes);
    if (!map.ok() || map->empty()) return false;
    cid_to_glyph_ = *std::move(map);
  } else if (!glyphs_of_codes_.isNull() && !IsNamed(glyphs_of_codes_, "/Identity")) {
    return false;
  }
  font_ = TrueType::Open(file_);
  if (!font_) return false;
  for (const TrueType& face : LayoutFaces()) {
    if (DrawsLike(*font_, face)) faces_.push_back(&face);
  }
  return true;
}

// Whichever of its maps a viewer goes by, the glyph is that one.
bool ProvenLetters::IsDrawnAs(std::uint32_t code, char32_t encoded, char32_t character) const {
  const std::vector<std::uint32_t> glyphs = GlyphsOf(code, encoded);
  if (glyphs.empty()) return false;
  return std::ranges::any_of(faces_, [&](const TrueType* face) {
    const std::uint32_t known = GlyphOf(*face, character);
    return known != 0 && std::ranges::all_of(glyphs, [&](std::uint32_t glyph) {
             return IsSameGlyph(*font_, glyph, *face, known);
           });
  });
}

std::vector<std::uint32_t> ProvenLetters::GlyphsOf(std::uint32_t code, char32_t encoded) const {
  if (kind_ == Kind::kSimple) return GlyphsByCodeMaps(code, encoded);
  if (cid_to_glyph_.empty()) return {code};
  if (2 * std::size_t{code} + 2 > cid_to_glyph_.size()) return {};
  return {BigEndian16(cid_to_glyph_, 2 * std::size_t{code})};
}

// Spec: ISO 32000-2, 9.6.5.4. Viewers differ in what they do where a map is missing, so that every
// glyph is returned that one of them may take.
std::vector<std::uint32_t> ProvenLetters::GlyphsByCodeMaps(std::uint32_t code,
                                                           char32_t encoded) const {
  constexpr int kUnicode = 0;
  constexpr int kMac = 1;
  constexpr int kMicrosoft = 3;
  constexpr std::uint32_t kPrivate = 0xF000;  // where symbolic fonts have their codes
  std::vector<std::uint32_t> glyphs;
  bool by_character = false;
  for (const TrueType::CodeMap& map : font_->maps()) {
    const bool is_unicode =
        map.platform == kUnicode || (map.platform == kMicrosoft && map.encoding == 1);
    std::vector<std::uint32_t> looked_up;
    if (is_unicode || map.platform == kMicrosoft) looked_up.push_back(encoded);
    if (map.platform == kMac && encoded != 0) looked_up.push_back(MacCodeOf(encoded));
    if (!by_encoding_ || !(is_unicode || map.platform == kMac))
      looked_up.insert(looked_up.end(), {code, kPrivate + code});
    for (const std::uint32_t value : looked_up) {
      const std::uint32_t glyph = value != 0 ? TrueType::GlyphIn(map, value) : 0;
      if (glyph == 0) continue;
      glyphs.push_back(glyph);
      by_character |= is_unicode && value == encoded;
    }
  }
  // By a map that has no characters, no two viewers need to agree.
  if (by_encoding_ && !by_character) return {};
  return glyphs;
}

}  // namespace sceau::document
