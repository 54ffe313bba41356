// SPDX-License-Identifier: Apache-2.0
#include "codec/base32.h"
#include "sceau/attestation.h"

namespace sceau {

std::string FormatDocumentId(const DocumentId& id) { return codec::EncodeBase32(id); }

}  // namespace sceau
