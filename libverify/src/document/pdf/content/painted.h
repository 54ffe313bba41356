// SPDX-License-Identifier: Apache-2.0
// What a page paints, in order, as far as it decides whether a symbol is seen.
#ifndef SCEAU_DOCUMENT_PDF_CONTENT_PAINTED_H_
#define SCEAU_DOCUMENT_PDF_CONTENT_PAINTED_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "document/document.h"
#include "document/pdf/content/content_state.h"

namespace sceau::document {

struct Painting {
  Box box;                           // nothing is painted outside of it
  bool covers = false;               // all of the box, and nothing shows through
  std::optional<std::uint8_t> gray;  // when it is all of one luminance

  bool LiesUnder(const Box& symbol) const { return covers && gray && box.Holds(symbol); }
};

// What a symbol was found in.
struct Painter {
  std::vector<std::size_t> paintings;  // its own, in order
  Box clip;                            // what may be seen of it
  bool clip_exact = true;
  bool hidden = false;       // optional content that is off, or hardly any opacity
  bool absent = false;       // and nothing is painted at all
  bool sure = true;          // neither blended nor of unknown optional content
  bool opaque = false;       // false: the page shows through
  double alpha = 1;          // of what is painted over the ground
  std::uint8_t darkest = 0;  // of what it paints, when it is not opaque
  std::uint8_t lightest = 255;
};

class Paintings {
 public:
  // Its number.
  std::size_t Add(Painting painting) {
    all_.push_back(painting);
    return all_.size() - 1;
  }
  std::size_t size() const { return all_.size(); }

  // `symbol`: where it stands; `page`: what is shown.
  Sight SightOf(const Painter& painter, const Box& symbol, const Box& page) const;
  // Whether nothing is painted on the page but by that painter, which covers `box`, and white or
  // what lies under it.
  bool IsAllThatIsSeen(const Painter& painter, const Box& box, const Box& page) const;

 private:
  std::size_t BaseOf(const Painter& painter, const Box& symbol) const;
  Sight OnGround(const Painter& painter, std::size_t base, const Box& symbol) const;

  std::vector<Painting> all_;
};

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_CONTENT_PAINTED_H_
