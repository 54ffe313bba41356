// SPDX-License-Identifier: Apache-2.0
// Loads the libraries that a document will need before it is looked at: for a process that will not
// be able to afterwards.
#ifndef SCEAU_DOCUMENT_PRELOAD_H_
#define SCEAU_DOCUMENT_PRELOAD_H_

#include "base/document_type.h"

namespace sceau::document {

enum class Drawing { kNever, kPossible };

// What is missing is complained of by who needs it. Poppler, the heaviest by far, comes only where
// pages will be drawn.
void Preload(DocumentType type, Drawing drawing);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PRELOAD_H_
