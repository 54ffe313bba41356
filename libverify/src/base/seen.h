// SPDX-License-Identifier: Apache-2.0
// The least that counts as shown to a person: one rule for symbols and words, however they are
// read.
#ifndef SCEAU_BASE_SEEN_H_
#define SCEAU_BASE_SEEN_H_

#include <algorithm>
#include <cstdlib>

namespace sceau {

// A difference of luminance that nobody overlooks.
inline constexpr int kClearContrast = 96;

// True when two luminances differ by less than an eighth of the lighter one, so that a dim photo is
// measured as a bright one is: on white paper that is ink of 12 %. Spec: ISO/IEC 15415 fails a
// symbol of less than a fifth in reflectance, which is about a tenth in luminance as pictures carry
// it.
inline bool IsFaint(int one, int other) {
  constexpr int kMinLight = 64;  // in the dark, noise is a large part of every difference
  return 8 * std::abs(one - other) < std::max({one, other, kMinLight});
}

// True when the side of a symbol is tiny beside those of its page: on A4 less than 3 mm, which is
// less than any printed seal has.
inline bool IsTiny(double side, double page_width, double page_height) {
  constexpr double kMinShare = 0.015;
  return side < kMinShare * std::min(page_width, page_height);
}

}  // namespace sceau

#endif  // SCEAU_BASE_SEEN_H_
