// SPDX-License-Identifier: Apache-2.0
// Trust files, and what changes from one to the next, in a sentence each.
#ifndef SCEAU_WORDING_TRUST_WORDS_H_
#define SCEAU_WORDING_TRUST_WORDS_H_

#include <string>

#include "sceau/trust_file.h"
#include "wording/messages.h"

namespace sceau::wording {

// The Paris day.
std::string ShowDay(Instant instant, Language language);
// Which file this is, of when, until when.
std::string TrustFileHead(const TrustFileDescription& file, Language language);
std::string TrustChangeSentence(const TrustChange& change, Language language);

}  // namespace sceau::wording

#endif  // SCEAU_WORDING_TRUST_WORDS_H_
