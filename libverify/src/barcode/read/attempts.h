// SPDX-License-Identifier: Apache-2.0
// The ways to read one candidate, from the cheapest to the most expensive.
//
// No single way reads every capture, and most captures need only a cheap one. So the ways stand in
// a table, in the order of how many symbols they read for what they cost, and the search tries each
// of them on the best candidates before it goes on to the next.
#ifndef SCEAU_BARCODE_READ_ATTEMPTS_H_
#define SCEAU_BARCODE_READ_ATTEMPTS_H_

#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "barcode/read/locate.h"
#include "base/page.h"

namespace sceau::barcode {

struct Attempt {
  // Returns the symbols near the candidate, with corners in pixels of the page. May learn the
  // candidate's beat.
  absl::StatusOr<std::vector<Symbol>> (*read)(ImageView page, Candidate& candidate);
  int candidates;     // how many it may try in vain, from the best on
  double weakest;     // candidates below this share of the best score read so far are left out
  double least_side;  // pixels; candidates whose shorter side is less are left out
  double least_beat;  // candidates whose known beat is weaker are left out
  bool for_captures;  // it undoes what cameras and scanners do to a symbol
};

// The ways in the order to try them, each on all its candidates before the next. A new way to read
// a difficult capture is a new row.
std::span<const Attempt> Attempts();

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_ATTEMPTS_H_
