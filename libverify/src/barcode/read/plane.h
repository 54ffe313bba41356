// SPDX-License-Identifier: Apache-2.0
// A grid of values in one block of memory, rows from the top.
#ifndef SCEAU_BARCODE_READ_PLANE_H_
#define SCEAU_BARCODE_READ_PLANE_H_

#include <cstddef>
#include <vector>

namespace sceau::barcode {

template <typename T>
class Plane {
 public:
  Plane() = default;
  Plane(int width, int height, T value = {})
      : width_(width),
        height_(height),
        values_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), value) {}

  int width() const { return width_; }
  int height() const { return height_; }
  bool empty() const { return values_.empty(); }

  T* row(int y) { return values_.data() + Offset(y); }
  const T* row(int y) const { return values_.data() + Offset(y); }
  T& at(int x, int y) { return row(y)[x]; }
  const T& at(int x, int y) const { return row(y)[x]; }

  const std::vector<T>& values() const { return values_; }

 private:
  std::size_t Offset(int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width_);
  }

  int width_ = 0;
  int height_ = 0;
  std::vector<T> values_;
};

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_PLANE_H_
