// SPDX-License-Identifier: Apache-2.0
// How much XML there is, counted before a parser sees it.
#ifndef SCEAU_LIST_READER_MARKUP_BOUNDS_H_
#define SCEAU_LIST_READER_MARKUP_BOUNDS_H_

#include <string_view>

#include "absl/status/status.h"
#include "sceau/limits.h"

namespace sceau::list_reader {

// libxml2 compares each attribute of an element with all others, and canonicalisation looks for
// each prefix in every element around: elements, attributes and depth are bounded in one pass over
// the text. Refuses trust.etsi-too-large, and trust.etsi-malformed for a DOCTYPE and for markup
// that does not end. What is not well-formed otherwise is the parser's to say.
absl::Status CheckMarkup(std::string_view xml, const Limits& limits);

}  // namespace sceau::list_reader

#endif  // SCEAU_LIST_READER_MARKUP_BOUNDS_H_
