// SPDX-License-Identifier: Apache-2.0
// Loads what a document will need beside the libraries that this program is linked with, before the
// document is looked at: for a process that will not be able to afterwards.
#ifndef SCEAU_DOCUMENT_PRELOAD_H_
#define SCEAU_DOCUMENT_PRELOAD_H_

#include "base/document_type.h"

namespace sceau::document {

// What is missing is complained of by who needs it.
void Preload(DocumentType type);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PRELOAD_H_
