// SPDX-License-Identifier: Apache-2.0
// The ways to read one candidate, from the cheapest to the dearest.
#ifndef SCEAU_BARCODE_READ_ATTEMPTS_H_
#define SCEAU_BARCODE_READ_ATTEMPTS_H_

#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "barcode/read/locate.h"
#include "base/page.h"

namespace sceau::barcode {

struct Attempt {
  // What it finds near the candidate, corners in pixels of the page. May learn the beat.
  absl::StatusOr<std::vector<Symbol>> (*read)(ImageView page, Candidate& candidate);
  int candidates;     // it stops after so many in vain, from the best on
  double weakest;     // part of the score of a symbol read already: weaker candidates are left out
  double least_side;  // pixels: candidates whose shorter side is less are left out
  double least_beat;  // candidates of which a weaker one is known are left out
  bool for_captures;  // undoes what cameras and scanners do
};

// In the order to try them, each on all its candidates before the next. A new way to read a
// difficult capture is a new row.
std::span<const Attempt> Attempts();

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_ATTEMPTS_H_
