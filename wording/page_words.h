// SPDX-License-Identifier: Apache-2.0
// What became of the printed page, in words: the whole of it, as far as the facts that
// printed_words.h counts and the remarks on it go together.
#ifndef SCEAU_WORDING_PAGE_WORDS_H_
#define SCEAU_WORDING_PAGE_WORDS_H_

#include <optional>

#include "sceau/report.h"
#include "wording/messages.h"

namespace sceau::wording {

// The word of the axis `document`.
Message WordOfPage(const SealReport& seal);

// The same as a sentence for who reads one line of a paper in order; nothing where its page agrees.
std::optional<Message> SentenceOfPage(const SealReport& seal);

// The remark for which a person must look at the page before anybody relies on it.
std::optional<Reason> WhyToLook(const SealReport& seal);

}  // namespace sceau::wording

#endif  // SCEAU_WORDING_PAGE_WORDS_H_
