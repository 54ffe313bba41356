// SPDX-License-Identifier: Apache-2.0
// A page drawing as what a captured page is held against (capture/expected_page.h): its pixels, its
// words, and any other letter in its faces.
#ifndef SCEAU_LAYOUT_EXPECT_PAGE_H_
#define SCEAU_LAYOUT_EXPECT_PAGE_H_

#include <cstdint>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "capture/expected_page.h"
#include "layout/fonts.h"
#include "layout/page_drawing.h"
#include "sceau/claims.h"

namespace sceau::layout {

struct ExpectedDrawing {
  capture::ExpectedPage page;
  std::vector<FactKey> facts;  // by capture::ExpectedWord::fact, in the order of the page
};

// Exact: each pixel has the share of it that is covered. Words end at spaces, and where a fact
// ends. `dark` has the code's modules row by row, 1 for dark; where it is empty, the code's place
// stays white. Refuses claims.no-font for a drawing with letters that `fonts` lack, and kInternal
// when `dark` is of another size than the code.
absl::StatusOr<ExpectedDrawing> ExpectPage(const PageDrawing& drawing, const Fonts& fonts,
                                           std::span<const std::uint8_t> dark = {});

// Faces are those of layout::Face, as numbers. Keeps `fonts`, which must outlive it.
class FontLetterDrawer : public capture::LetterDrawer {
 public:
  explicit FontLetterDrawer(const Fonts& fonts) : fonts_(fonts) {}
  bool Draw(int face, float points, char32_t letter, float phase_x, float phase_y,
            capture::LetterInk* ink) override;
  float Kerning(int face, float points, char32_t left, char32_t right) override;

 private:
  const Fonts& fonts_;
};

}  // namespace sceau::layout

#endif  // SCEAU_LAYOUT_EXPECT_PAGE_H_
