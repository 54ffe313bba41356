// SPDX-License-Identifier: Apache-2.0
// Separators that a scanner spelled out or dropped. Spec: docs/formats/scanner-text.md §5, §6.
#ifndef SCEAU_SEAL_TWO_D_DOC_RESTORE_H_
#define SCEAU_SEAL_TWO_D_DOC_RESTORE_H_

#include <optional>
#include <string_view>
#include <vector>

#include "seal/format.h"

namespace sceau::seal::two_d_doc {

// The texts that `text`, without its line end, may have been. None when it has its separators, or
// has lost them for good: where a value of no fixed length ended is not to be known.
std::vector<RestoredText> Restore(std::string_view text);

// Whether the signature has a length in use, at a glance.
bool MayBeWhole(std::string_view text);

// A signature of a length in use, and fields that are in order: where characters are missing, Parse
// alone does not see it.
bool IsWhole(const ParsedSeal& seal);

// seal.separators-lost when there is no GS and no RS, and a value that one might have closed;
// seal.trailing-bytes when the signature is longer than it may be. Otherwise nothing.
std::optional<Reason> Doubt(const ParsedSeal& seal);

}  // namespace sceau::seal::two_d_doc

#endif  // SCEAU_SEAL_TWO_D_DOC_RESTORE_H_
