// SPDX-License-Identifier: Apache-2.0
// Where each place of the expected page lies in the picture: the view of a flat page, and on it a
// coarse net of small shifts for what is not flat (curl, folds, a scanner's feed, a lens).
#ifndef SCEAU_CAPTURE_PAGE_MAP_H_
#define SCEAU_CAPTURE_PAGE_MAP_H_

#include <span>
#include <vector>

#include "capture/expected_page.h"
#include "capture/homography.h"
#include "capture/plane.h"

namespace sceau::capture {

// A known shift at a place, page pixels.
struct Shift {
  Point at;
  double dx = 0;
  double dy = 0;
  double weight = 1;
};

// What the shifts round `at` say of it: a plane, fitted with weights that fall off as a Gaussian of
// these widths (moving least squares). Far from all of them it is held towards zero.
Shift ShiftAt(std::span<const Shift> known, Point at, double width_x, double width_y);

class PageMap {
 public:
  static constexpr int kStep = 64;  // page pixels between nodes
  static constexpr int kColumns = kPageWidth / kStep + 2;
  static constexpr int kRows = kPageHeight / kStep + 2;

  explicit PageMap(const Homography& view);

  Point operator()(Point page) const;
  const Homography& view() const { return view_; }
  // Adds to each node what ShiftAt() says there.
  void Bend(std::span<const Shift> known, double width_x, double width_y);

 private:
  Homography view_;
  Plane<float> dx_;
  Plane<float> dy_;
};

// The page as captured, in page coordinates: pixel (x, y) of the result is the place (x + 0.5, y +
// 0.5) * step of the page. Only blocks of kBlock x kBlock pixels that `wanted` marks are filled
// (all, when it is empty); what is not filled or lies outside of `ink` is kOutside. `ink_scale` is
// how much smaller `ink` is than what the map leads to.
inline constexpr int kBlock = 32;
Plane<std::uint8_t> Rectified(const Plane<std::uint8_t>& ink, double ink_scale, const PageMap& map,
                              int step, const Plane<std::uint8_t>& wanted);

// The byte at a place between pixels; kOutside when any of the four around it is out of the raster.
std::uint8_t SampleAt(const Plane<std::uint8_t>& ink, float x, float y);

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_PAGE_MAP_H_
