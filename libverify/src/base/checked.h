// SPDX-License-Identifier: Apache-2.0
// The answer of one check.
#ifndef SCEAU_BASE_CHECKED_H_
#define SCEAU_BASE_CHECKED_H_

#include <vector>

#include "sceau/report.h"

namespace sceau {

// The result on one axis, and the reasons for it. A check that finds more than that derives from
// this.
template <typename Axis>
struct Checked {
  Axis axis = Axis::kNotRun;
  std::vector<Finding> findings;
};

}  // namespace sceau

#endif  // SCEAU_BASE_CHECKED_H_
