// SPDX-License-Identifier: Apache-2.0
// How the answer of a check, or the error of a stage, gets into a report.
#ifndef SCEAU_VERIFY_APPLY_H_
#define SCEAU_VERIFY_APPLY_H_

#include "absl/status/status.h"
#include "base/checked.h"
#include "sceau/report.h"

namespace sceau::verify {

template <typename Axis>
void Apply(const Checked<Axis>& checked, Axis Axes::*axis, SealReport& report) {
  report.axes.*axis = checked.axis;
  report.reasons.insert(report.reasons.end(), checked.findings.begin(), checked.findings.end());
}

Finding FindingOf(const absl::Status& status);

// unsupported for what is newer than us, malformed for what breaks a rule, not-run for a failure of
// our own.
SealAxis AxisOf(const absl::Status& status);

// Of a stage that could not read the seal.
inline Checked<SealAxis> CheckedOf(const absl::Status& status) {
  return {AxisOf(status), {FindingOf(status)}};
}

}  // namespace sceau::verify

#endif  // SCEAU_VERIFY_APPLY_H_
