// SPDX-License-Identifier: Apache-2.0
// The pixels of a page drawing: ink, 255 for black.
#ifndef SCEAU_LAYOUT_PAGE_PIXELS_H_
#define SCEAU_LAYOUT_PAGE_PIXELS_H_

#include <cstdint>
#include <span>
#include <vector>

#include "layout/fonts.h"
#include "layout/page_drawing.h"

namespace sceau::layout {

// Paints one operation after the other, each over the ones before. What lies outside of the page is
// left out.
class PagePixels {
 public:
  PagePixels(const Fonts& fonts, int width, int height, double pixels_per_point);

  void operator()(const OpenTag&) {}
  void operator()(const CloseTag&) {}
  void operator()(const TextRun& run);
  void operator()(const Rectangle& area);
  // Modules row by row, 1 for dark; none: nothing is painted.
  void Code(const CodePlace& place, std::span<const std::uint8_t> dark);

  std::vector<std::uint8_t> Take() { return std::move(ink_); }

 private:
  void Cover(int x, int y, double ink, double share);

  const Fonts& fonts_;
  int width_;
  int height_;
  double scale_;
  std::vector<std::uint8_t> ink_;
};

// How dark an ink is: 1 less its luminance (ITU-R BT.601), 0 to 1.
double Darkness(const Ink& ink);

}  // namespace sceau::layout

#endif  // SCEAU_LAYOUT_PAGE_PIXELS_H_
