// SPDX-License-Identifier: Apache-2.0
// The least that a person is shown, one rule for symbols and words, however they are read.
#ifndef SCEAU_BASE_SEEN_H_
#define SCEAU_BASE_SEEN_H_

#include <algorithm>
#include <cstdlib>

namespace sceau {

// Luminance: from this on, nobody overlooks it.
inline constexpr int kClearContrast = 96;

// An eighth of the lighter one, so that a dim photo is measured as a bright one is: on white paper,
// ink of 12 %. Spec: ISO/IEC 15415 fails a symbol of less than a fifth in reflectance, which is
// about a tenth in luminance as pictures carry it.
inline bool IsFaint(int one, int other) {
  constexpr int kMinLight = 64;  // in the dark, noise is a large part of what is seen
  return 8 * std::abs(one - other) < std::max({one, other, kMinLight});
}

// A side of a symbol beside those of its page: 3 mm on A4, less than any printed seal takes.
inline bool IsTiny(double side, double page_width, double page_height) {
  constexpr double kMinShare = 0.015;
  return side < kMinShare * std::min(page_width, page_height);
}

}  // namespace sceau

#endif  // SCEAU_BASE_SEEN_H_
