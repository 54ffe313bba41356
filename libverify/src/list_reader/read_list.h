// SPDX-License-Identifier: Apache-2.0
// A trusted list of ETSI, from signed bytes to services. Spec: ETSI TS 119 612, clauses 5.3 to 5.6;
// docs/formats/etsi-trusted-lists.md says what is left out.
#ifndef SCEAU_LIST_READER_READ_LIST_H_
#define SCEAU_LIST_READER_READ_LIST_H_

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "crypto/certificate.h"
#include "isolation/trusted_list.h"
#include "sceau/limits.h"

namespace sceau::list_reader {

// The signature is checked first, under the pinned certificate; its dates are not. That the next
// update is overdue is a fact for the caller, no error, and so is a certificate that nobody can
// use. Refuses trust.etsi-too-large, trust.etsi-malformed, trust.etsi-signature.
absl::StatusOr<isolation::TrustedList> ReadList(ByteSpan xml, const crypto::Certificate& signer,
                                                const Limits& limits);

}  // namespace sceau::list_reader

#endif  // SCEAU_LIST_READER_READ_LIST_H_
