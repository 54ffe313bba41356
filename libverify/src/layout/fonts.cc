// SPDX-License-Identifier: Apache-2.0
#include "layout/fonts.h"

#include <ft2build.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include FT_ADVANCES_H
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include FT_TRUETYPE_TABLES_H

#include "base/status.h"
#include "layout/embedded_fonts.h"

namespace sceau::layout {
namespace {

constexpr double kFixed26Dot6 = 64;  // FreeType's fractions of a pixel
constexpr double kFixed16Dot16 = 65536;

// Marks that are drawn over the letter before them although the face gives them a width.
bool IsCyrillicMark(char32_t c) { return c >= 0x483 && c <= 0x489; }

// Zero for a character that no face of ours can put: FT_Get_Advance() never fails for glyphs that
// the face has.
FT_Fixed AdvanceOf(FT_Face face, FT_UInt glyph) {
  FT_Fixed advance = 0;
  return FT_Get_Advance(face, glyph, FT_LOAD_NO_SCALE, &advance) == 0 ? advance : 0;
}

Kerning KerningOf(FT_Face face) {
  constexpr FT_ULong kTag = FT_MAKE_TAG('k', 'e', 'r', 'n');
  FT_ULong length = 0;
  if (FT_Load_Sfnt_Table(face, kTag, 0, nullptr, &length) != 0) return Kerning({});
  Bytes table(length);
  if (FT_Load_Sfnt_Table(face, kTag, 0, table.data(), &length) != 0) return Kerning({});
  return Kerning(table);
}

// The pixels that hold the outline, in 26.6.
FT_BBox PixelBox(FT_Outline& outline) {
  FT_BBox box;
  FT_Outline_Get_CBox(&outline, &box);
  box.xMin &= ~FT_Pos{63};
  box.yMin &= ~FT_Pos{63};
  box.xMax = (box.xMax + 63) & ~FT_Pos{63};
  box.yMax = (box.yMax + 63) & ~FT_Pos{63};
  return box;
}

}  // namespace

void Fonts::Closer::operator()(FT_LibraryRec_* library) const { FT_Done_FreeType(library); }
void Fonts::Closer::operator()(FT_FaceRec_* face) const { FT_Done_Face(face); }

absl::StatusOr<Fonts> Fonts::Open() {
  Fonts fonts;
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) return Refuse(Reason::kInternal, "fonts: no FreeType");
  fonts.library_.reset(library);
  for (const Face which : {Face::kRegular, Face::kSemibold}) {
    const ByteSpan file = FontFile(which);
    FT_Face face = nullptr;
    if (FT_New_Memory_Face(library, file.data(), static_cast<FT_Long>(file.size()), 0, &face) != 0)
      return Refuse(Reason::kInternal, "fonts: a face was not opened");
    fonts.faces_[static_cast<std::size_t>(which)].reset(face);
    fonts.kerning_.push_back(KerningOf(face));
  }
  return fonts;
}

absl::StatusOr<const Fonts*> Fonts::OfThread() {
  thread_local const absl::StatusOr<Fonts> kFonts = Open();
  if (!kFonts.ok()) return kFonts.status();
  return &*kFonts;
}

std::uint32_t Fonts::GlyphOf(Face face, char32_t character) const {
  if (IsCyrillicMark(character)) return 0;
  const FT_UInt glyph = FT_Get_Char_Index(Native(face), character);
  return AdvanceOf(Native(face), glyph) > 0 ? glyph : 0;
}

double Fonts::Advance(Face face, std::uint32_t glyph) const {
  return static_cast<double>(AdvanceOf(Native(face), glyph));
}

double Fonts::KerningBetween(Face face, std::uint32_t left, std::uint32_t right) const {
  return kerning_[static_cast<std::size_t>(face)].Between(left, right);
}

GlyphInk Fonts::Draw(Face face, std::uint32_t glyph, double em, double x, double y) const {
  constexpr double kMaxEm = 1000;
  constexpr double kFarthest = 100'000;
  GlyphInk ink;
  if (!(em > 0 && em <= kMaxEm && std::abs(x) < kFarthest && std::abs(y) < kFarthest)) return ink;
  if (FT_Load_Glyph(Native(face), glyph, FT_LOAD_NO_SCALE) != 0) return ink;
  FT_Outline& outline = Native(face)->glyph->outline;
  if (outline.n_points == 0) return ink;
  // Whole pixels are added at the end, so that the same fraction gives the same bytes anywhere.
  const double column = std::floor(x);
  const double row = std::floor(y);
  const auto scale =
      static_cast<FT_Fixed>(std::lround(em * kFixed26Dot6 / kUnitsPerEm * kFixed16Dot16));
  const FT_Matrix matrix{scale, 0, 0, scale};
  FT_Outline_Transform(&outline, &matrix);
  FT_Outline_Translate(&outline, std::lround((x - column) * kFixed26Dot6),
                       -std::lround((y - row) * kFixed26Dot6));
  const FT_BBox box = PixelBox(outline);
  FT_Outline_Translate(&outline, -box.xMin, -box.yMin);
  ink.width = static_cast<int>((box.xMax - box.xMin) / 64);
  ink.height = static_cast<int>((box.yMax - box.yMin) / 64);
  ink.left = static_cast<int>(column) + static_cast<int>(box.xMin / 64);
  ink.top = static_cast<int>(row) - static_cast<int>(box.yMax / 64);
  ink.coverage.assign(static_cast<std::size_t>(ink.width) * static_cast<std::size_t>(ink.height),
                      0);
  FT_Bitmap bitmap{};
  bitmap.rows = static_cast<unsigned>(ink.height);
  bitmap.width = static_cast<unsigned>(ink.width);
  bitmap.pitch = ink.width;  // downwards
  bitmap.buffer = ink.coverage.data();
  bitmap.num_grays = 256;
  bitmap.pixel_mode = FT_PIXEL_MODE_GRAY;
  FT_Outline_Get_Bitmap(library_.get(), &outline, &bitmap);
  return ink;
}

}  // namespace sceau::layout
