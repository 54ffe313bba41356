// SPDX-License-Identifier: Apache-2.0
// The first byte of an answer of sceau-read-list, which no answer of sceau-decode begins with, and
// the reasons that it may give.
#ifndef SCEAU_ISOLATION_LIST_ANSWER_KIND_H_
#define SCEAU_ISOLATION_LIST_ANSWER_KIND_H_

#include <array>
#include <cstdint>

#include "sceau/reason.h"

namespace sceau::isolation {

enum class ListAnswerKind : std::uint8_t { kList = 'L', kRefusal = 'R' };

inline constexpr auto kListReasons = std::to_array<Reason>({
    Reason::kTrustEtsiMalformed,
    Reason::kTrustEtsiSignature,
    Reason::kTrustEtsiTooLarge,
    Reason::kTrustEtsiReaderStopped,
    Reason::kInternal,
});

}  // namespace sceau::isolation

#endif  // SCEAU_ISOLATION_LIST_ANSWER_KIND_H_
