// SPDX-License-Identifier: Apache-2.0
// For tests: pages with symbols, which are drawn and then spoilt as scanners and cameras spoil
// them. They are the same at each run.
#ifndef SCEAU_BARCODE_READ_SCENE_TESTING_H_
#define SCEAU_BARCODE_READ_SCENE_TESTING_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "barcode/read/plane.h"
#include "base/page.h"

namespace sceau::barcode {

// What is drawn: 1 is dark. Its quiet zone is drawn around it.
struct Drawing {
  Plane<std::uint8_t> dark;
  int quiet = 2;
};
Drawing Draw(Symbology symbology, std::string_view payload);

// Each byte that can be written, once.
std::string EveryByte(Symbology symbology);
// Draws a rectangular Data Matrix, which our own writer never makes.
Drawing DrawRectangularDataMatrix(std::string_view payload);
// Letters and digits that look random and are the same for each length.
std::string SomeText(std::size_t length);

// A square or rectangle of pixels with its top left at (x, y), turned clockwise about its centre.
Corners Turned(double x, double y, double width, double height, double degrees);

class Scene {
 public:
  Scene(int width, int height);

  // Adds lines of strokes all over the page, with the pitch and the darkness of printed words.
  Scene& AddText(unsigned seed);
  // Draws the symbol so that its own corners (without its quiet zone) lie on those of the area,
  // with smooth edges.
  Scene& Place(const Drawing& drawing, const Corners& area, bool light_on_dark = false);
  // Turns the page clockwise by a quarter turn.
  Scene& Turn();
  Scene& Blur(double sigma);
  Scene& AddNoise(double sigma, unsigned seed);
  // Bends the paper: moves each column down by up to so many pixels, as a wave of that length about
  // the middle.
  Scene& Curl(double pixels, double wave);
  // Adds a white spot.
  Scene& Glare(Point centre, double radius);

  const PageImage& image() const { return image_; }

 private:
  std::uint8_t& at(int x, int y) {
    return image_.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(image_.width) +
                         static_cast<std::size_t>(x)];
  }

  PageImage image_;
};

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_SCENE_TESTING_H_
