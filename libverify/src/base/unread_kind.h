// SPDX-License-Identifier: Apache-2.0
// Kinds of files that people send and that Sceau does not read, told apart so that they can be
// named.
#ifndef SCEAU_BASE_UNREAD_KIND_H_
#define SCEAU_BASE_UNREAD_KIND_H_

#include <string_view>

#include "base/bytes.h"

namespace sceau {

// True when the first bytes alone are those of such a kind, a zip's for example. No file that Sceau
// reads has them, though a PDF may lie inside some of these files.
bool HasUnreadMagic(ByteSpan bytes);

// The usual name of the kind of a file whose type is unknown, such as "docx" or "zip". Empty when
// it is none of these kinds, as everything that a scanner types is.
std::string_view UnreadKind(ByteSpan bytes);

}  // namespace sceau

#endif  // SCEAU_BASE_UNREAD_KIND_H_
