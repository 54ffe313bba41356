// SPDX-License-Identifier: Apache-2.0
// The one form of XML signature that we check: over the whole list, and over nothing that a reader
// could mistake for it. Spec: XML Signature 1.1, as TS 119 612 annex B profiles it.
#ifndef SCEAU_LIST_READER_SIGNATURE_FORM_H_
#define SCEAU_LIST_READER_SIGNATURE_FORM_H_

#include <libxml/tree.h>

#include "absl/status/statusor.h"

namespace sceau::list_reader {

// The signature, when the document holds exactly one, as a child of the root, whose references are
// the whole document without the signature and, if any, its own XAdES SignedProperties. Both ids
// are made known to libxml2, and no id occurs twice. Refuses trust.etsi-signature.
absl::StatusOr<xmlNode*> FindSignature(xmlDoc* document);

}  // namespace sceau::list_reader

#endif  // SCEAU_LIST_READER_SIGNATURE_FORM_H_
