// SPDX-License-Identifier: Apache-2.0
// Ink by columns, each in one piece of memory, so that a letter is compared over all its rows at
// once.
#ifndef SCEAU_CAPTURE_COLUMNS_H_
#define SCEAU_CAPTURE_COLUMNS_H_

#include "capture/plane.h"

namespace sceau::capture {

class Columns {
 public:
  Columns(int width, int height) : turned_(height, width) {}
  explicit Columns(const Plane<float>& plane) : Columns(plane.width(), plane.height()) {
    for (int x = 0; x < width(); ++x) {
      float* column = Column(x);
      for (int y = 0; y < height(); ++y) column[y] = plane.At(x, y);
    }
  }

  int width() const { return turned_.height(); }
  int height() const { return turned_.width(); }
  float* Column(int x) { return turned_.Row(x); }
  const float* Column(int x) const { return turned_.Row(x); }

 private:
  Plane<float> turned_;
};

inline float SquaredSum(const float* a, int count) {
  float sum = 0;
  for (int i = 0; i < count; ++i) sum += a[i] * a[i];
  return sum;
}

inline float SquaredDistance(const float* a, const float* b, int count) {
  float sum = 0;
  for (int i = 0; i < count; ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
  return sum;
}

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_COLUMNS_H_
