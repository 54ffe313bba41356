// SPDX-License-Identifier: Apache-2.0
// Did the pinned certificate's key sign this list?
#ifndef SCEAU_LIST_READER_CHECK_SIGNATURE_H_
#define SCEAU_LIST_READER_CHECK_SIGNATURE_H_

#include <libxml/tree.h>

#include "absl/status/status.h"
#include "crypto/certificate.h"

namespace sceau::list_reader {

// By the signer's key alone: what the document says about keys is not looked at. RSA of 2048 bits
// or more, P-256, P-384, with SHA-256, 384 or 512. Refuses trust.etsi-signature. Whether the
// signer's certificate is still valid is the caller's question.
absl::Status CheckSignature(xmlDoc* document, const crypto::Certificate& signer);

}  // namespace sceau::list_reader

#endif  // SCEAU_LIST_READER_CHECK_SIGNATURE_H_
