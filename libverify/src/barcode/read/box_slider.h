// SPDX-License-Identifier: Apache-2.0
// Means over a square window that slides over a grid, row by row.
//
// Each column keeps the sum over the window's rows, and a second sum slides along the row; a step
// adds what enters the window and subtracts what leaves it. So the cost of a mean does not depend
// on the size of the window.
#ifndef SCEAU_BARCODE_READ_BOX_SLIDER_H_
#define SCEAU_BARCODE_READ_BOX_SLIDER_H_

#include <algorithm>
#include <cstddef>
#include <vector>

namespace sceau::barcode {

// Sum must be able to hold the sum of (2 radius + 1)^2 values. RowOf maps y to a function from x to
// the value, as Sum. At the borders the window is cut, so that a mean is always of real values.
template <typename Sum, typename RowOf>
class BoxSlider {
 public:
  BoxSlider(int width, int height, int radius, RowOf row_of)
      : width_(width),
        height_(height),
        radius_(radius),
        row_of_(row_of),
        columns_(static_cast<std::size_t>(width)),
        means_(static_cast<std::size_t>(width)),
        across_(static_cast<std::size_t>(width)) {
    for (int x = 0; x < width; ++x) {
      across_[static_cast<std::size_t>(x)] = 1.0F / static_cast<float>(Covered(x, width));
    }
    for (int y = 0; y < std::min(radius, height); ++y) AddRow(y);
  }

  // Returns the means of the next row, beginning with the first row. Call it at most `height`
  // times; the result is valid until the next call.
  const float* Next() {
    const int y = next_++;
    if (y + radius_ < height_) AddRow(y + radius_);
    if (y - radius_ > 0) SubtractRow(y - radius_ - 1);
    SumAcross();
    const float down = 1.0F / static_cast<float>(Covered(y, height_));
    for (std::size_t x = 0; x < means_.size(); ++x) means_[x] *= across_[x] * down;
    return means_.data();
  }

 private:
  int Covered(int i, int length) const {
    return std::min(i + radius_, length - 1) - std::max(i - radius_, 0) + 1;
  }
  void AddRow(int y) {
    const auto value = row_of_(y);
    Sum* columns = columns_.data();
    for (int x = 0; x < width_; ++x) columns[x] += value(x);
  }
  void SubtractRow(int y) {
    const auto value = row_of_(y);
    Sum* columns = columns_.data();
    for (int x = 0; x < width_; ++x) columns[x] -= value(x);
  }
  void SumAcross() {
    const Sum* columns = columns_.data();
    float* means = means_.data();
    Sum sum{};
    for (int x = 0; x < std::min(radius_, width_); ++x) sum += columns[x];
    for (int x = 0; x < width_; ++x) {
      if (x + radius_ < width_) sum += columns[x + radius_];
      if (x - radius_ > 0) sum -= columns[x - radius_ - 1];
      means[x] = static_cast<float>(sum);
    }
  }

  int width_;
  int height_;
  int radius_;
  RowOf row_of_;
  int next_ = 0;
  std::vector<Sum> columns_;  // over the window's rows
  std::vector<float> means_;
  std::vector<float> across_;  // one over the columns that the window covers
};

// Makes a BoxSlider; the caller names only the type of the sums.
template <typename Sum, typename RowOf>
BoxSlider<Sum, RowOf> SlideBox(int width, int height, int radius, RowOf row_of) {
  return BoxSlider<Sum, RowOf>(width, height, radius, row_of);
}

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_BOX_SLIDER_H_
