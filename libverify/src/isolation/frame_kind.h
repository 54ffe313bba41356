// SPDX-License-Identifier: Apache-2.0
// The frames of an answer, for those who write and read them.
#ifndef SCEAU_ISOLATION_FRAME_KIND_H_
#define SCEAU_ISOLATION_FRAME_KIND_H_

#include <array>
#include <cstdint>

#include "sceau/reason.h"

namespace sceau::isolation {

enum class FrameKind : std::uint8_t {
  kEnd = 0,
  kPage = 1,
  kProblem = 2,
  kRefusal = 3,
  kNeedsDrawing = 4,
  kPreview = 5,
  kRaster = 6,       // of the page before it
  kDrawnRaster = 7,  // the same, PageRaster::drawn
};

// What a reader may find by itself. "No seal" is not among it: only the host, which knows the
// seals, says that.
inline constexpr auto kReaderReasons = std::to_array<Reason>({
    Reason::kDocumentEmpty,
    Reason::kDocumentUnknownType,
    Reason::kDocumentUnsupportedType,
    Reason::kDocumentDamaged,
    Reason::kDocumentEncrypted,
    Reason::kDocumentAttachments,
    Reason::kDocumentXfaForm,
    Reason::kDocumentTooLarge,
    Reason::kDocumentTooManyPages,
    Reason::kDocumentTooManyPixels,
    Reason::kDocumentTooManySymbols,
    Reason::kDocumentDeadline,
    Reason::kDocumentOutOfMemory,
    Reason::kSealTooLong,
    Reason::kInternal,
});

}  // namespace sceau::isolation

#endif  // SCEAU_ISOLATION_FRAME_KIND_H_
