// SPDX-License-Identifier: Apache-2.0
#include "evidence/strips.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace sceau::evidence {
namespace {

using capture::PixelBox;

constexpr Colour kGround{255, 255, 255};
constexpr Colour kLine{150, 150, 150};
constexpr Colour kNoPicture{205, 205, 205};
constexpr Colour kCover{100, 112, 128};
constexpr Colour kMark{215, 30, 30};
constexpr int kGap = 6;  // pixels between two strips
constexpr int kMarkThickness = 3;

PixelBox Bounded(PixelBox box) {
  box.right = std::min(box.right, box.left + kMaxSide);
  box.bottom = std::min(box.bottom, box.top + kMaxHeight);
  return box;
}

// The brightness of each pixel of a strip; below zero where no picture is.
capture::Plane<float> Sampled(const PixelBox& box, const Brightness& brightness) {
  capture::Plane<float> plane(box.width() * kEnlarged, box.height() * kEnlarged);
  for (int y = 0; y < plane.height(); ++y) {
    for (int x = 0; x < plane.width(); ++x) {
      const Point place{box.left + (x + 0.5) / kEnlarged, box.top + (y + 0.5) / kEnlarged};
      plane.At(x, y) = static_cast<float>(brightness(place).value_or(-1));
    }
  }
  return plane;
}

std::uint8_t ByteOf(double value) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 255.0)));
}

// How bright paper and print are: of a capture both are grey.
struct Tones {
  double paper = 255;
  double print = 0;

  explicit Tones(const capture::Plane<float>& plane) {
    std::vector<float> values;
    std::ranges::copy_if(plane.values(), std::back_inserter(values),
                         [](float v) { return v >= 0; });
    if (values.empty()) return;
    const auto at = [&](double share) {
      const auto place = values.begin() + static_cast<std::ptrdiff_t>(
                                              share * static_cast<double>(values.size() - 1));
      std::ranges::nth_element(values, place);
      return static_cast<double>(*place);
    };
    constexpr double kPaper = 0.8;
    constexpr double kPrint = 0.02;
    constexpr double kLeast = 40;  // apart: a strip without print has none
    paper = at(kPaper);
    print = std::min(at(kPrint), paper - kLeast);
  }

  double InkOf(float brightness) const {
    if (brightness < 0) return 0;
    return std::clamp((paper - static_cast<double>(brightness)) / (paper - print), 0.0, 1.0);
  }
};

class Painter {
 public:
  explicit Painter(const Strips& strips)
      : strips_(strips),
        seen_box_(Bounded(strips.seen_box)),
        expected_box_(Bounded(strips.expected_box)),
        seen_(Sampled(seen_box_, strips.seen)),
        expected_(Sampled(expected_box_, strips.expected)),
        canvas_(std::max(seen_.width(), expected_.width()), Height(), kGround) {}

  Canvas Paint() {
    int top = PaintGrey(seen_, 0);
    Finish(seen_box_, 0, strips_.covered_of_seen, strips_.marked);
    const int second = top;
    top = PaintGrey(expected_, top);
    Finish(expected_box_, second, strips_.covered_of_expected, strips_.marked);
    if (strips_.overlaid) {
      PaintOverlay(top);
      Finish(seen_box_, top, strips_.covered_of_seen, std::nullopt);
      Finish(expected_box_, top, strips_.covered_of_expected, strips_.marked);
    }
    return canvas_;
  }

 private:
  int Height() const {
    const int both = seen_.height() + kGap + expected_.height();
    return strips_.overlaid ? both + kGap + seen_.height() : both;
  }

  // Where the next strip begins.
  int PaintGrey(const capture::Plane<float>& plane, int top) {
    for (int y = 0; y < plane.height(); ++y) {
      for (int x = 0; x < plane.width(); ++x) {
        const float value = plane.At(x, y);
        const std::uint8_t grey = ByteOf(static_cast<double>(value));
        canvas_.Set(x, top + y, value < 0 ? kNoPicture : Colour{grey, grey, grey});
      }
    }
    return Separate(top + plane.height());
  }

  int Separate(int top) {
    canvas_.Fill({0, top + kGap / 2 - 1, canvas_.width(), top + kGap / 2 + 1}, kLine);
    return top + kGap;
  }

  void PaintOverlay(int top) {
    // Of white light, what ink lets through: blue for what is expected, orange for what is seen.
    constexpr double kExpectedInk[] = {0.05, 0.42, 0.95};
    constexpr double kSeenInk[] = {0.97, 0.45, 0.05};
    const Tones seen(seen_);
    const Tones expected(expected_);
    for (int y = 0; y < std::min(seen_.height(), expected_.height()); ++y) {
      for (int x = 0; x < std::min(seen_.width(), expected_.width()); ++x) {
        const double a = expected.InkOf(expected_.At(x, y));
        const double b = seen.InkOf(seen_.At(x, y));
        const auto channel = [&](std::size_t i) {
          return ByteOf(255 * (1 - a * (1 - kExpectedInk[i])) * (1 - b * (1 - kSeenInk[i])));
        };
        canvas_.Set(x, top + y, {channel(0), channel(1), channel(2)});
      }
    }
  }

  void Finish(const PixelBox& shown, int top, const std::vector<PixelBox>& covered,
              const std::optional<PixelBox>& marked) {
    const int bottom = top + shown.height() * kEnlarged;
    const auto in_strip = [&](const PixelBox& box) {
      const auto y = [&](int value) {
        return std::clamp(top + (value - shown.top) * kEnlarged, top, bottom);
      };
      return PixelBox{(box.left - shown.left) * kEnlarged, y(box.top),
                      (box.right - shown.left) * kEnlarged, y(box.bottom)};
    };
    for (const PixelBox& box : covered) canvas_.Fill(in_strip(box), kCover);
    if (marked) canvas_.Frame(in_strip(*marked), kMarkThickness, kMark);
  }

  const Strips& strips_;
  PixelBox seen_box_;
  PixelBox expected_box_;
  capture::Plane<float> seen_;
  capture::Plane<float> expected_;
  Canvas canvas_;
};

}  // namespace

Canvas Paint(const Strips& strips) { return Painter(strips).Paint(); }

}  // namespace sceau::evidence
