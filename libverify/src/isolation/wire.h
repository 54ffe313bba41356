// SPDX-License-Identifier: Apache-2.0
// What the helper says of one document, as bytes. The host reads them as hostile: each count,
// length and dimension is held against the limits, and each reason is one that a reader may have.
//
// An answer is a row of frames, each a kind (1 byte), a length (4 bytes) and content, with an empty
// end frame as the last. Numbers are little-endian.
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
  // Nothing was read either: the page has to be drawn, which this helper was not started for.
  bool needs_drawing = false;
};

// Beyond this a payload is not a symbol's, whatever the limits.
inline constexpr std::size_t kMaxPayloadBytes = 8'192;

// Words for which the answer has no room are dropped with all of their page's, which is then not
// compared.
Bytes WriteAnswer(const Answer& answer, const Limits& limits);

// Refuses document.reader-crashed, with what is wrong: an answer of ours is never refused.
absl::StatusOr<Answer> ReadAnswer(ByteSpan bytes, const Limits& limits);

// Of the longest answer that is read.
std::size_t MaxAnswerBytes(const Limits& limits);

}  // namespace sceau::isolation

#endif  // SCEAU_ISOLATION_WIRE_H_
