// SPDX-License-Identifier: Apache-2.0
// Loads the libraries that a document will need before it is looked at: for a process that will not
// be able to afterwards.
#ifndef SCEAU_DOCUMENT_PRELOAD_H_
#define SCEAU_DOCUMENT_PRELOAD_H_

#include "base/bytes.h"
#include "base/document_type.h"

namespace sceau::document {

enum class Drawing { kNever, kPossible };

// For one document. What is missing is complained of by who needs it. Poppler, the heaviest by far,
// comes only where pages will be drawn, the decoder of faxes in a PDF only where one is named.
void Preload(ByteSpan document, Drawing drawing);

// For documents of a type that are still to come.
void PreloadAll(DocumentType type);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PRELOAD_H_
