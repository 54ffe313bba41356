// SPDX-License-Identifier: Apache-2.0
// Linear least squares with a fixed number of unknowns, kept near a given solution (ridge
// regression).
#ifndef SCEAU_BARCODE_READ_LEAST_SQUARES_H_
#define SCEAU_BARCODE_READ_LEAST_SQUARES_H_

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>

namespace sceau::barcode {

template <std::size_t kUnknowns>
class LeastSquares {
 public:
  using Vector = std::array<float, kUnknowns>;

  // Adds the equation row . x = target, with a weight.
  void Add(const Vector& row, float target, float weight) {
    for (std::size_t i = 0; i < kUnknowns; ++i) {
      const float scaled = weight * row[i];
      part_right_[i] += scaled * target;
      for (std::size_t j = 0; j <= i; ++j) part_left_[i][j] += scaled * row[j];
    }
    weight_ += weight;
    if (++pending_ == kMaxPending) Settle();
  }

  // Solves the equations. `pull` times the weight of all rows draws the solution to `prior`.
  // Nothing when the equations say too little even so.
  std::optional<Vector> Solve(const Vector& prior, double pull) {
    Settle();
    const double draw = pull * static_cast<double>(weight_);
    for (std::size_t i = 0; i < kUnknowns; ++i) {
      left_[i][i] += draw;
      right_[i] += draw * static_cast<double>(prior[i]);
    }
    if (!Factorize()) return std::nullopt;
    return Substitute();
  }

 private:
  // 24 bits hold a sum of so many products without losing anything that matters; longer sums are
  // kept in 53 bits.
  static constexpr int kMaxPending = 256;

  void Settle() {
    for (std::size_t i = 0; i < kUnknowns; ++i) {
      right_[i] += static_cast<double>(part_right_[i]);
      for (std::size_t j = 0; j <= i; ++j) left_[i][j] += static_cast<double>(part_left_[i][j]);
    }
    part_left_ = {};
    part_right_ = {};
    pending_ = 0;
  }

  // Cholesky's method, in place.
  bool Factorize() {
    for (std::size_t i = 0; i < kUnknowns; ++i) {
      for (std::size_t j = 0; j <= i; ++j) {
        double sum = left_[i][j];
        for (std::size_t k = 0; k < j; ++k) sum -= left_[i][k] * left_[j][k];
        if (i != j) {
          left_[i][j] = sum / left_[j][j];
        } else if (sum > 0) {
          left_[i][i] = std::sqrt(sum);
        } else {
          return false;
        }
      }
    }
    return true;
  }

  Vector Substitute() const {
    std::array<double, kUnknowns> x{};
    for (std::size_t i = 0; i < kUnknowns; ++i) {
      double sum = right_[i];
      for (std::size_t k = 0; k < i; ++k) sum -= left_[i][k] * x[k];
      x[i] = sum / left_[i][i];
    }
    Vector solution{};
    for (std::size_t i = kUnknowns; i-- > 0;) {
      double sum = x[i];
      for (std::size_t k = i + 1; k < kUnknowns; ++k) sum -= left_[k][i] * x[k];
      x[i] = sum / left_[i][i];
      solution[i] = static_cast<float>(x[i]);
    }
    return solution;
  }

  template <typename T>
  using Square = std::array<std::array<T, kUnknowns>, kUnknowns>;
  Square<float> part_left_{};  // the lower half of each
  Vector part_right_{};
  Square<double> left_{};
  std::array<double, kUnknowns> right_{};
  float weight_ = 0;
  int pending_ = 0;
};

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_LEAST_SQUARES_H_
