// SPDX-License-Identifier: Apache-2.0
// A picture as a PNG file. Spec: W3C Portable Network Graphics (Third Edition).
#ifndef SCEAU_EVIDENCE_PNG_H_
#define SCEAU_EVIDENCE_PNG_H_

#include <string>

#include "absl/status/statusor.h"
#include "evidence/canvas.h"

namespace sceau::evidence {

// 8 bits of red, green and blue; no time, no text. Error: internal without memory.
absl::StatusOr<std::string> PngOf(const Canvas& canvas);

}  // namespace sceau::evidence

#endif  // SCEAU_EVIDENCE_PNG_H_
