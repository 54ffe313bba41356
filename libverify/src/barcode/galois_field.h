// SPDX-License-Identifier: Apache-2.0
// The fields with 256 elements in which Reed-Solomon codes compute. Addition is exclusive or;
// multiplication adds logarithms to the base 2, which generates either field.
#ifndef SCEAU_BARCODE_GALOIS_FIELD_H_
#define SCEAU_BARCODE_GALOIS_FIELD_H_

#include <array>
#include <cstddef>
#include <cstdint>

namespace sceau::barcode {

class GaloisField {
 public:
  // `polynomial` must be primitive and of degree 8.
  constexpr explicit GaloisField(unsigned polynomial) {
    unsigned value = 1;
    for (std::size_t i = 0; i < 255; ++i) {
      power_[i] = power_[i + 255] = static_cast<std::uint8_t>(value);
      logarithm_[value] = static_cast<std::uint8_t>(i);
      value <<= 1;
      if (value > 255) value ^= polynomial;
    }
  }

  // 2 to the power of `exponent`, which is less than 510.
  constexpr std::uint8_t Power(std::size_t exponent) const { return power_[exponent]; }
  // `value` is not 0.
  constexpr std::size_t Logarithm(std::uint8_t value) const { return logarithm_[value]; }

  constexpr std::uint8_t Multiply(std::uint8_t a, std::uint8_t b) const {
    if (a == 0 || b == 0) return 0;
    return power_[std::size_t{logarithm_[a]} + logarithm_[b]];
  }
  // `b` is not 0.
  constexpr std::uint8_t Divide(std::uint8_t a, std::uint8_t b) const {
    if (a == 0) return 0;
    return power_[std::size_t{logarithm_[a]} + 255 - logarithm_[b]];
  }

 private:
  std::array<std::uint8_t, 510> power_{};  // twice, so that sums of two logarithms need no modulo
  std::array<std::uint8_t, 256> logarithm_{};
};

inline constexpr GaloisField kQrField(0x11D);          // ISO/IEC 18004:2015, 7.5.2
inline constexpr GaloisField kDataMatrixField(0x12D);  // ISO/IEC 16022:2006, 5.7.1

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_GALOIS_FIELD_H_
