// SPDX-License-Identifier: Apache-2.0
// Texts of the formats as a scanner means them; their signatures are made up.
#ifndef SCEAU_SEAL_SCANNER_SEALS_TESTING_H_
#define SCEAU_SEAL_SCANNER_SEALS_TESTING_H_

#include <string>

#include "codec/base32.h"
#include "seal/ad1/attestation_testing.h"
#include "seal/ad1/encode.h"
#include "seal/hc1/certificate_testing.h"

namespace sceau::seal {

// Bytes that look like a signature's: every symbol of Base32 and Base45 comes up.
inline Bytes NoSignature(std::size_t length = 64) {
  Bytes bytes(length);
  for (std::size_t i = 0; i < length; ++i) bytes[i] = static_cast<std::uint8_t>(i * 151 + 37);
  return bytes;
}

inline std::string Ad1Text() {
  const auto seal = ad1::Encode(ad1::FullAttestation(), StatedAlgorithm::kEs256, ad1::kSomeKey);
  return ad1::Assemble(seal, NoSignature());
}

inline std::string Hc1Text() {
  return hc1::Compressed(
      hc1::EnvelopeOf({.protected_header = hc1::HeaderOf(hc1::kAlgorithmEs256, Bytes(8, 0xD0))},
                      [](const Bytes&) { return NoSignature(); }));
}

inline std::string TwoDDocSigned(const std::string& fields, std::size_t signature = 64) {
  return "DC04FR9900012645264601" + std::string("01FR") + fields + "\x1F" +
         codec::EncodeBase32(NoSignature(signature));
}
inline std::string TwoDDocText() {
  return TwoDDocSigned(
      "10MME/FICTION/ZOE\x1D"
      "2212 RUE DE L'EXEMPLE\x1E"
      "2499999"
      "26FR");
}
// Postal code and country alone: no value needs a separator.
inline std::string TwoDDocOfFixedLength() {
  return TwoDDocSigned(
      "2499999"
      "26FR");
}

}  // namespace sceau::seal

#endif  // SCEAU_SEAL_SCANNER_SEALS_TESTING_H_
