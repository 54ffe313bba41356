// SPDX-License-Identifier: Apache-2.0
// What one comparison may cost. What is over a limit is not compared; nothing is cut and half
// compared.
#ifndef SCEAU_CAPTURE_LIMITS_H_
#define SCEAU_CAPTURE_LIMITS_H_

#include <cstddef>

namespace sceau::capture {

struct Limits {
  std::size_t max_pixels = 16'000'000;  // of the capture; readers hand over at most ten millions
  int max_side = 20'000;                // of the capture, pixels
  // By the code's size, the resolutions at which letters can be told apart at all, and those that
  // are not absurd.
  float min_dpi = 60;
  float max_dpi = 1600;
  std::size_t max_words = 800;  // of the expected page; the longest attestation has some 400
  std::size_t max_letters = 8'000;
  int max_facts = 400;
  // Of letters that are tried where rows in doubt are read: most are left after a few pixels.
  int max_tries = 700'000;
  int max_tries_of_row = 450'000;
};

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_LIMITS_H_
