// SPDX-License-Identifier: Apache-2.0
// Writes the ad1 seal. Spec: docs/formats/ad1.md; RFC 9052 §4.4 (Sig_structure), RFC 8392, RFC 8949
// §4.2.1, RFC 9285.
#ifndef SCEAU_SEAL_AD1_ENCODE_H_
#define SCEAU_SEAL_AD1_ENCODE_H_

#include <string>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "sceau/attestation.h"
#include "seal/format.h"

namespace sceau::seal::ad1 {

// The seal before its signature.
struct Unsigned {
  Bytes protected_header;
  Bytes payload;
  Bytes to_be_signed;  // the COSE Sig_structure
};

Unsigned Encode(const Attestation& attestation, StatedAlgorithm algorithm,
                const CertificateHash& key);

// "AD1:" + Base45 of the tagged COSE_Sign1.
std::string Assemble(const Unsigned& seal, ByteSpan signature);

}  // namespace sceau::seal::ad1

#endif  // SCEAU_SEAL_AD1_ENCODE_H_
