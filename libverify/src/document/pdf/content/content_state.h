// SPDX-License-Identifier: Apache-2.0
// What a content stream draws with: matrices, boxes, paths and the graphics state.
#ifndef SCEAU_DOCUMENT_PDF_CONTENT_CONTENT_STATE_H_
#define SCEAU_DOCUMENT_PDF_CONTENT_CONTENT_STATE_H_

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

#include "document/pdf/content/color_space.h"
#include "document/pdf/qpdf.h"
#include "sceau/report.h"

namespace sceau::document {

// An untrusted number without its decimals, as far as an int goes; NaN is 0.
inline int Whole(double number) {
  constexpr double kMax = std::numeric_limits<int>::max();
  return std::isnan(number) ? 0 : static_cast<int>(std::clamp(number, -kMax, kMax));
}

// x' = a x + c y + e, y' = b x + d y + f. Spec: ISO 32000-2, 8.3.4.
struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  Point Apply(double x, double y) const { return {a * x + c * y + e, b * x + d * y + f}; }
  bool IsFinite() const { return std::isfinite(a + b + c + d + e + f); }
  // How long a unit along x and along y becomes.
  double ScaleX() const { return std::hypot(a, b); }
  double ScaleY() const { return std::hypot(c, d); }
};

// First `inner`, then `outer`.
inline Matrix Concat(const Matrix& inner, const Matrix& outer) {
  return {inner.a * outer.a + inner.b * outer.c,
          inner.a * outer.b + inner.b * outer.d,
          inner.c * outer.a + inner.d * outer.c,
          inner.c * outer.b + inner.d * outer.d,
          inner.e * outer.a + inner.f * outer.c + outer.e,
          inner.e * outer.b + inner.f * outer.d + outer.f};
}

// Along the axes; empty until a point is added.
struct Box {
  double left = std::numeric_limits<double>::max();
  double top = std::numeric_limits<double>::max();
  double right = std::numeric_limits<double>::lowest();
  double bottom = std::numeric_limits<double>::lowest();

  void Add(Point p) {
    left = std::min(left, p.x);
    top = std::min(top, p.y);
    right = std::max(right, p.x);
    bottom = std::max(bottom, p.y);
  }
  void Add(const Box& other) {
    left = std::min(left, other.left);
    top = std::min(top, other.top);
    right = std::max(right, other.right);
    bottom = std::max(bottom, other.bottom);
  }
  double width() const { return right - left; }
  double height() const { return bottom - top; }
  bool IsEmpty() const { return !(right > left && bottom > top); }
  bool Touches(const Box& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
  bool Holds(const Box& other) const {
    return left <= other.left && right >= other.right && top <= other.top && bottom >= other.bottom;
  }
  Box Grown(double by) const { return {left - by, top - by, right + by, bottom + by}; }
};

inline Box Common(const Box& a, const Box& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
          std::min(a.bottom, b.bottom)};
}

// The four corners of the unit square under `m`.
inline Box BoxOfUnitSquare(const Matrix& m) {
  Box box;
  for (const Point p : {m.Apply(0, 0), m.Apply(1, 0), m.Apply(0, 1), m.Apply(1, 1)}) box.Add(p);
  return box;
}

// Corners in device space, curves already made of lines.
struct Subpath {
  std::vector<Point> points;
  bool closed = false;
  bool goes_on = false;  // it is a side of a smooth line behind another one
};
using Path = std::vector<Subpath>;
enum class FillRule { kNonZero, kEvenOdd };

// What cuts away more than a box can say.
struct ClipShape {
  Path path;
  FillRule rule = FillRule::kNonZero;
  Box box;
};

// A colour that paths, text and stencils are painted with.
struct Ink {
  bool known = true;      // false: a pattern, or a colour space that is not computed here
  std::uint8_t gray = 0;  // its luminance
  // Not known, but a gradient along one line or around one point: of the ink, no more than stripes
  // or rings can be seen.
  bool gradient = false;
  // False: by a space or a profile of which viewers may make another colour (color_space.h).
  bool sure = true;
  bool operator==(const Ink&) const = default;
};

struct TextState {
  QPDFObjectHandle font;  // a dictionary, or null
  double size = 0;
  double character_space = 0;
  double word_space = 0;
  double horizontal = 1;  // Tz / 100
  double leading = 0;
  double rise = 0;
  int mode = 0;  // Tr: 3 draws nothing
};

struct GraphicsState {
  Matrix ctm;  // user space -> device space: pixels of the page, y down
  // What clips, along the device's axes; `clip_exact` is false when more than that is cut away.
  Box clip{-1e9, -1e9, 1e9, 1e9};
  bool clip_exact = true;
  // The innermost of what cuts away more, how many there are, and how often they turn together.
  std::shared_ptr<const ClipShape> clip_shape;
  int clip_shapes = 0;
  double clip_turns = 0;
  ColorSpace fill_space;
  ColorSpace stroke_space;
  Ink fill;
  Ink stroke;
  QPDFObjectHandle fill_pattern;  // a tiling pattern, or null
  double line_width = 1;
  int line_cap = 0;
  int line_join = 0;  // 0: its sides meet in a point, up to the miter limit
  double miter_limit = 10;
  std::vector<double> dashes;  // of user space; empty: a solid line
  double dash_start = 0;
  double fill_alpha = 1;
  double stroke_alpha = 1;
  enum class Blend { kNormal, kDarker, kOther } blend = Blend::kNormal;
  // Soft mask: kSimple shows too little for a code, kAny may show one.
  enum class Mask { kNone, kSimple, kAny } mask = Mask::kNone;
  // Of the transparency group that this is painted in, and of those around it: the least that blend
  // and mask are, and what the alphas are multiplied with.
  Blend group_blend = Blend::kNormal;
  Mask group_mask = Mask::kNone;
  double group_alpha = 1;

  // Neither blended nor masked.
  bool plain() const { return blend == Blend::kNormal && mask == Mask::kNone; }
  TextState text;
  bool in_cell = false;  // of a tiling pattern: what its path cuts away is not there to be seen
  // Optional content: kOff is not shown by default, kUnsure depends on what is not decided here.
  enum class Layer { kOn, kOff, kUnsure } layer = Layer::kOn;
};

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_CONTENT_CONTENT_STATE_H_
