// SPDX-License-Identifier: Apache-2.0
// The two faces of the page, opened: which letters they have, how wide these are and what they look
// like. FreeType stays behind this header.
#ifndef SCEAU_LAYOUT_FONTS_H_
#define SCEAU_LAYOUT_FONTS_H_

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "layout/kerning.h"
#include "layout/page_style.h"

// FreeType's own types.
struct FT_FaceRec_;
struct FT_LibraryRec_;

namespace sceau::layout {

// Both faces of Open Sans have the same measures, in font units.
inline constexpr double kUnitsPerEm = 2048;
inline constexpr double kAscent = 2189;
inline constexpr double kDescent = 600;

// How much of each pixel a letter covers, 255 = all.
struct GlyphInk {
  int left = 0;  // of the first column, in whole pixels from the page's left edge
  int top = 0;
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> coverage;  // row by row; empty for a space
};

// For one thread at a time.
class Fonts {
 public:
  // Refuses kInternal: the faces are part of the program.
  static absl::StatusOr<Fonts> Open();
  // Those of this thread, opened once, which takes some 0.1 ms: an issuer and a verifier need them
  // several times for each page.
  static absl::StatusOr<const Fonts*> OfThread();

  // 0 for a character that the face lacks, or that it cannot put by itself: combining marks stand
  // on the letter before them.
  std::uint32_t GlyphOf(Face face, char32_t character) const;
  // In font units, and what is added between two of them.
  double Advance(Face face, std::uint32_t glyph) const;
  double KerningBetween(Face face, std::uint32_t left, std::uint32_t right) const;

  // A glyph of which an em has `em` pixels and whose origin lies at (x, y), in pixels with y down.
  // Exact to 1/64 of a pixel. At most 1,000 pixels an em; nothing beyond that, nor far outside.
  GlyphInk Draw(Face face, std::uint32_t glyph, double em, double x, double y) const;

  // Lives as long as this object.
  FT_FaceRec_* Native(Face face) const { return faces_[static_cast<std::size_t>(face)].get(); }

 private:
  struct Closer {
    void operator()(FT_LibraryRec_* library) const;
    void operator()(FT_FaceRec_* face) const;
  };
  std::unique_ptr<FT_LibraryRec_, Closer> library_;
  std::array<std::unique_ptr<FT_FaceRec_, Closer>, 2> faces_;
  std::vector<Kerning> kerning_;  // by face
};

}  // namespace sceau::layout

#endif  // SCEAU_LAYOUT_FONTS_H_
