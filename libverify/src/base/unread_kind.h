// SPDX-License-Identifier: Apache-2.0
// Kinds of files that people send and that nobody reads here, told apart so that they can be named.
#ifndef SCEAU_BASE_UNREAD_KIND_H_
#define SCEAU_BASE_UNREAD_KIND_H_

#include <string_view>

#include "base/bytes.h"

namespace sceau {

// By the first bytes alone, such as a zip's: true of no file that is read. A PDF may lie in some of
// them.
bool HasUnreadMagic(ByteSpan bytes);

// Of a file whose type is unknown: what it is mostly called, such as "docx" or "zip". Empty when it
// is none of these. Nothing that a scanner types is.
std::string_view UnreadKind(ByteSpan bytes);

}  // namespace sceau

#endif  // SCEAU_BASE_UNREAD_KIND_H_
