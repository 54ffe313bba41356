// SPDX-License-Identifier: Apache-2.0
// Loads the libraries that a document may need beyond those that this program is linked with, for a
// process that gives up the right to open files before it looks at the document.
#ifndef SCEAU_DOCUMENT_PRELOAD_H_
#define SCEAU_DOCUMENT_PRELOAD_H_

#include "base/document_type.h"

namespace sceau::document {

// A library that is missing is reported later, by the code that needs it.
void Preload(DocumentType type);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PRELOAD_H_
