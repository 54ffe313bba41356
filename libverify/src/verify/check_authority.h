// SPDX-License-Identifier: Apache-2.0
// Whether a bundle lets this issuer seal this document. A directory of certificates grants
// everything, but 2D-Doc alone to whom an authority of 2D-Doc certified, and no attestation that
// lasts longer than a year.
#ifndef SCEAU_VERIFY_CHECK_AUTHORITY_H_
#define SCEAU_VERIFY_CHECK_AUTHORITY_H_

#include <string_view>

#include "base/checked.h"
#include "sceau/report.h"
#include "trust/trust_store.h"

namespace sceau::verify {

// Of a seal whose signature held. A signing date is the seal's own word: one that may lie on the
// wrong side of a retirement counts as before it, of a compromise as after it.
Checked<SealAxis> CheckAuthority(const Claims& claims, std::string_view format,
                                 const trust::Issuer& issuer);

// A seal by a test key of its format, or by a certificate that calls itself a test where the format
// has test keys: whatever it says, it proves nothing.
bool IsTestIssuer(const seal::ParsedSeal& seal, const crypto::Certificate& certificate);

}  // namespace sceau::verify

#endif  // SCEAU_VERIFY_CHECK_AUTHORITY_H_
