// SPDX-License-Identifier: Apache-2.0
// Files whose tables or lengths are wrong: viewers look for the objects by themselves.
#ifndef SCEAU_DOCUMENT_PDF_DAMAGED_FILE_H_
#define SCEAU_DOCUMENT_PDF_DAMAGED_FILE_H_

#include "base/bytes.h"

namespace sceau::document {

// Whether all that look for objects in the file find the same: each number stands before one of
// them, each stream has one end, there is one trailer and one catalogue, and nothing is packed into
// other streams or encrypted. What such a file shows does not hang on who repairs it.
bool IsRepairedInOneWay(ByteSpan file);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_DAMAGED_FILE_H_
