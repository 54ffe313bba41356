// SPDX-License-Identifier: Apache-2.0
// What a viewer's own ground shows of a picture that is transparent. Pages are decoded on white;
// on a dark ground, white letters on transparent pixels show another text.
#ifndef SCEAU_DOCUMENT_IMAGE_TRANSPARENCY_H_
#define SCEAU_DOCUMENT_IMAGE_TRANSPARENCY_H_

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/page.h"
#include "document/image/pixels.h"

namespace sceau::document {

// Told of the pixels of one picture while they are decoded. It keeps two numbers for each column.
class Transparency {
 public:
  // A row of stored pixels, or some of its pixels where `y` is below 0. Rows that come in another
  // order than from the top, or in parts, tell less.
  void See(int y, Samples samples, const std::uint8_t* from, int count);

  // As See(). `light_of(x)` is what a pixel shows on black, its luminance times its alpha, and
  // `alpha_of(x)` its alpha.
  template <typename LightOf, typename AlphaOf>
  void SeeRow(int y, int count, LightOf light_of, AlphaOf alpha_of) {
    unsigned alpha = kOpaque;
    for (int x = 0; x < count; ++x) alpha = std::min<unsigned>(alpha, alpha_of(x));
    const bool is_opaque = alpha == kOpaque;
    const bool adds_nothing = is_opaque && !has_ground_ && shows_light_;  // as most rows do
    row_.clear();
    for (int x = 0; x < count && !adds_nothing; ++x)
      row_.push_back(KindOf(light_of(x), alpha_of(x)));
    AddRow(y, is_opaque);
  }

  // Alike where everything is opaque; where nothing light would be seen on black, as with black
  // print on a transparent ground; and where only the surroundings of an opaque page are
  // transparent, which apps leave around a scan and screenshots around a window with its shadow.
  Showing showing() const;

 private:
  enum class Kind : std::uint8_t { kOpaque, kLightAndOpaque, kDark, kLight };

  // Of 255: the ground adds less than a scanner's noise.
  static constexpr unsigned kOpaque = 250;
  static Kind KindOf(unsigned light, unsigned alpha);
  static bool IsOpaque(Kind kind) { return kind == Kind::kOpaque || kind == Kind::kLightAndOpaque; }
  void AddRow(int y, bool is_opaque);
  void AddToPage(int y);
  bool FindRun(int y, int& first, int& last);

  std::vector<Kind> row_;
  int rows_ = 0;              // that came in order
  bool has_ground_ = false;   // some pixel is not opaque
  bool shows_light_ = false;  // some pixel is seen on black
  bool is_one_page_ = true;   // what is opaque is one page, and nothing light is beside it
  bool page_began_ = false;
  bool page_ended_ = false;
  // By column, the last row that is opaque, and the first light one that may be a soft edge above
  // the page. Empty until a pixel is not opaque.
  std::vector<int> opaque_;
  std::vector<int> light_;
};

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_IMAGE_TRANSPARENCY_H_
