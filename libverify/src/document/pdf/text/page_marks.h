// SPDX-License-Identifier: Apache-2.0
// What a page paints, in order, as far as it decides whether its words are seen.
#ifndef SCEAU_DOCUMENT_PDF_TEXT_PAGE_MARKS_H_
#define SCEAU_DOCUMENT_PDF_TEXT_PAGE_MARKS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/page.h"
#include "document/pdf/content/content_state.h"
#include "document/pdf/content/painted.h"

namespace sceau::document {

// How glyphs are painted.
struct Look {
  bool hidden = false;         // not at all, or so that none of it shows
  bool sure = true;            // in one plain colour, and cut by nothing but `clip`
  std::uint8_t darkest = 255;  // of their inks
  std::uint8_t lightest = 0;
  Box clip{-1e9, -1e9, 1e9, 1e9};
  std::size_t first = 0;  // of their paintings, by number
  std::size_t last = 0;

  void Add(const Look& other);
};

class PageMarks {
 public:
  explicit PageMarks(const Box& page);

  void AddFill(const Path& path, const GraphicsState& state);
  void AddStroke(const Path& path, const GraphicsState& state);
  void AddImage(bool shows_through, const GraphicsState& state);
  void AddShading(const GraphicsState& state);
  // Whatever else may be seen there.
  void AddDrawing(const Box& box);
  // A run of glyphs in that box.
  Look AddText(const Box& box, const GraphicsState& state);

  // Around all that may show more than words do: pictures, and every shape that is neither a rule
  // nor a plain area as our layout has them. A value may be drawn as well as written.
  Box drawings() const;

  // Of glyphs painted so, of which `core` is what must be seen, and `whole` all that may be.
  Sight SightOf(const Look& look, const Box& core, const Box& whole);

 private:
  enum class Kind { kOther, kText };
  std::size_t Add(Kind kind, Painting painting);
  // In order, those that touch it. Nothing when that takes too long.
  std::optional<std::vector<std::uint32_t>> Touching(const Box& box);
  std::size_t BandOf(double y) const;
  struct Rule {
    Box box;
    std::uint8_t gray = 0;
  };
  struct Coat {
    Ink ink;
    bool plain = true;  // of one colour all over, and cut by nothing but `clip`
    double reach = 0;   // painted as far around, as strokes are
    Box clip;
  };
  void AddShape(const Subpath& shape, const Coat& coat);
  bool IsOverDarker(const Rule& rule) const;

  Box page_;
  std::vector<Painting> all_;
  std::vector<Kind> kinds_;                        // of all_
  std::vector<std::vector<std::uint32_t>> bands_;  // of all_, by height on the page
  std::size_t entries_ = 0;                        // of all bands
  std::int64_t comparisons_left_;
  Box drawings_;
  std::vector<Rule> rules_;  // in order, and what may be one
  double pictures_ = 0;      // their area, pixels
};

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_TEXT_PAGE_MARKS_H_
