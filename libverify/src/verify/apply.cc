// SPDX-License-Identifier: Apache-2.0
#include "verify/apply.h"

#include "base/status.h"

namespace sceau::verify {

Finding FindingOf(const absl::Status& status) { return {ReasonOf(status), DetailOf(status)}; }

SealAxis AxisOf(const absl::Status& status) {
  const ReasonKind kind = KindOf(ReasonOf(status));
  if (kind == ReasonKind::kInternal) return SealAxis::kNotRun;
  return kind == ReasonKind::kUnsupported ? SealAxis::kUnsupported : SealAxis::kMalformed;
}

}  // namespace sceau::verify
