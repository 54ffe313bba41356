// SPDX-License-Identifier: Apache-2.0
// A small picture in colour that is painted by hand.
#ifndef SCEAU_EVIDENCE_CANVAS_H_
#define SCEAU_EVIDENCE_CANVAS_H_

#include <cstdint>
#include <vector>

#include "capture/plane.h"

namespace sceau::evidence {

struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;

  bool operator==(const Colour&) const = default;
};

class Canvas {
 public:
  Canvas(int width, int height, Colour ground);

  int width() const { return width_; }
  int height() const { return height_; }
  const std::vector<std::uint8_t>& rgb() const { return rgb_; }  // rows from the top
  Colour At(int x, int y) const;

  // What lies out of the picture is left out.
  void Set(int x, int y, Colour colour);
  void Fill(const capture::PixelBox& box, Colour colour);
  // A line of this thickness around the box, which stays as it is.
  void Frame(const capture::PixelBox& box, int thickness, Colour colour);

 private:
  int width_;
  int height_;
  std::vector<std::uint8_t> rgb_;
};

}  // namespace sceau::evidence

#endif  // SCEAU_EVIDENCE_CANVAS_H_
