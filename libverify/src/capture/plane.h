// SPDX-License-Identifier: Apache-2.0
// A raster of numbers, rows from the top.
#ifndef SCEAU_CAPTURE_PLANE_H_
#define SCEAU_CAPTURE_PLANE_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/large_memory.h"

namespace sceau::capture {

template <typename T>
class Plane {
 public:
  Plane() = default;
  // Sizes below zero count as zero.
  Plane(int width, int height, T value = T{})
      : width_(width > 0 ? width : 0),
        height_(height > 0 ? height : 0),
        values_(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_), value) {}
  // With no values yet: each is written before any is read.
  static Plane Unset(int width, int height) {
    Plane plane;
    plane.width_ = width > 0 ? width : 0;
    plane.height_ = height > 0 ? height : 0;
    plane.values_.resize(static_cast<std::size_t>(plane.width_) *
                         static_cast<std::size_t>(plane.height_));
    return plane;
  }

  int width() const { return width_; }
  int height() const { return height_; }
  bool empty() const { return values_.empty(); }
  std::size_t size() const { return values_.size(); }
  T* Row(int y) { return values_.data() + Offset(y); }
  const T* Row(int y) const { return values_.data() + Offset(y); }
  T& At(int x, int y) { return Row(y)[x]; }
  T At(int x, int y) const { return Row(y)[x]; }
  std::span<T> values() { return values_; }
  std::span<const T> values() const { return values_; }

 private:
  std::size_t Offset(int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width_);
  }

  int width_ = 0;
  int height_ = 0;
  std::vector<T, UnsetAllocator<T>> values_;
};

// Whole pixels, right and bottom excluded.
struct PixelBox {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;

  int width() const { return right - left; }
  int height() const { return bottom - top; }
};

// Of 0 to 255, to the nearest. As std::lround(), which no compiler does for several pixels at once.
inline std::uint8_t RoundedByte(float value) {
  constexpr float kHalf = 0.5F;
  return static_cast<std::uint8_t>(value + kHalf);
}

// Ink as a byte: of a captured picture it may be a little below nothing, where paper is brighter
// than around it, and it is kept to a two-hundredth.
inline constexpr int kNoInk = 50;
inline constexpr int kFullInk = 250;
inline constexpr std::uint8_t kOutside = 255;  // no pixel of the picture is there
inline float InkOf(std::uint8_t byte) {
  return (static_cast<float>(byte) - kNoInk) / (kFullInk - kNoInk);
}

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_PLANE_H_
