// SPDX-License-Identifier: Apache-2.0
// Small systems of linear equations.
#ifndef SCEAU_CAPTURE_LINEAR_H_
#define SCEAU_CAPTURE_LINEAR_H_

#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

namespace sceau::capture {

// Solves a * x = b in place, `b` becoming x, by Gaussian elimination with pivots. False when a
// pivot is too small, or anything is not finite.
template <std::size_t N>
bool Solve(std::array<std::array<double, N>, N>& a, std::array<double, N>& b) {
  for (std::size_t column = 0; column < N; ++column) {
    std::size_t pivot = column;
    for (std::size_t row = column + 1; row < N; ++row) {
      if (std::abs(a[row][column]) > std::abs(a[pivot][column])) pivot = row;
    }
    // Written so that NaN fails.
    if (!(std::abs(a[pivot][column]) > 1e-12)) return false;
    std::swap(a[pivot], a[column]);
    std::swap(b[pivot], b[column]);
    for (std::size_t row = column + 1; row < N; ++row) {
      const double factor = a[row][column] / a[column][column];
      for (std::size_t k = column; k < N; ++k) a[row][k] -= factor * a[column][k];
      b[row] -= factor * b[column];
    }
  }
  for (std::size_t row = N; row-- > 0;) {
    for (std::size_t k = row + 1; k < N; ++k) b[row] -= a[row][k] * b[k];
    b[row] /= a[row][row];
    if (!std::isfinite(b[row])) return false;
  }
  return true;
}

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_LINEAR_H_
