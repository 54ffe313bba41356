// SPDX-License-Identifier: Apache-2.0
// What the helper says of one document, as bytes. The host reads them as hostile: each count,
// length and dimension is held against the limits, and each reason is one that a reader may have.
//
// An answer is a sequence of frames, each a kind (1 byte), a length (4 bytes) and content, with an
// empty end frame as the last. Numbers are little-endian.
#ifndef SCEAU_ISOLATION_WIRE_H_
#define SCEAU_ISOLATION_WIRE_H_

#include <optional>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "isolation/reader.h"
#include "sceau/limits.h"

namespace sceau::isolation {

struct Answer {
  ReadOutcome outcome;
  std::optional<Finding> refusal;  // nothing was read
  // Nothing was read either: the page has to be drawn, which this helper cannot do.
  bool needs_drawing = false;
};

// No symbol carries a longer payload, whatever the limits are.
inline constexpr std::size_t kMaxPayloadBytes = 8'192;

// Where the answer has no room for the words of a page, all words of that page are dropped, and the
// page is not compared.
Bytes WriteAnswer(const Answer& answer, const Limits& limits);

// Refuses document.reader-crashed, and the detail says what is wrong. What WriteAnswer() wrote
// under the same limits is never refused.
absl::StatusOr<Answer> ReadAnswer(ByteSpan bytes, const Limits& limits);

// The length of the longest answer that is read.
std::size_t MaxAnswerBytes(const Limits& limits);

}  // namespace sceau::isolation

#endif  // SCEAU_ISOLATION_WIRE_H_
