// SPDX-License-Identifier: Apache-2.0
// How the page looks: sizes in points (1/72 inch), one accent colour.
#ifndef SCEAU_LAYOUT_PAGE_STYLE_H_
#define SCEAU_LAYOUT_PAGE_STYLE_H_

#include <array>
#include <cstddef>
#include <cstdint>

namespace sceau::layout {

inline constexpr double kPointsPerMillimetre = 72.0 / 25.4;

// A4, ISO 216: 210 x 297 mm.
inline constexpr double kPageWidth = 210 * kPointsPerMillimetre;
inline constexpr double kPageHeight = 297 * kPointsPerMillimetre;
inline constexpr double kLeftEdge = 20 * kPointsPerMillimetre;
inline constexpr double kContentWidth = kPageWidth - 2 * kLeftEdge;
inline constexpr double kRightEdge = kLeftEdge + kContentWidth;

struct Ink {
  double red = 0;
  double green = 0;
  double blue = 0;

  bool operator==(const Ink&) const = default;
};
// Contrast on white: 16:1, 7.6:1 and 11:1 (WCAG 2.1 asks 4.5:1).
inline constexpr Ink kText{0.102, 0.122, 0.153};
inline constexpr Ink kQuiet{0.302, 0.345, 0.404};
inline constexpr Ink kAccent{0.063, 0.212, 0.404};
// Lines and grounds only, never text.
inline constexpr Ink kHairline{0.816, 0.847, 0.886};
inline constexpr Ink kPale{0.937, 0.953, 0.973};

enum class Face : std::uint8_t { kRegular, kSemibold };

struct TextStyle {
  double points = 10;
  Ink ink = kText;
  Face face = Face::kRegular;
};

// How tightly the page is set. The first that holds the content is taken.
struct Density {
  double top;  // margins
  double bottom;
  double title;  // type sizes
  double heading;
  double body;
  double label;
  double row_padding;  // above and below the text of a row
  double section_gap;
  double paragraph_gap;
  std::size_t periods_per_row;  // of one right, side by side
};
inline constexpr std::array<Density, 5> kDensities{{
    {48, 42, 22, 12.0, 10.5, 9.5, 4.0, 22, 10, 1},
    {42, 38, 20, 11.5, 10.0, 9.0, 2.8, 16, 7, 1},
    {36, 32, 18, 11.0, 9.25, 8.5, 1.5, 11, 5, 1},
    {28, 26, 16, 10.0, 8.75, 8.5, 0.0, 7, 3, 2},
    {28, 26, 16, 10.0, 8.5, 8.25, -0.4, 7, 3, 2},
}};

}  // namespace sceau::layout

#endif  // SCEAU_LAYOUT_PAGE_STYLE_H_
