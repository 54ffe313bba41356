// SPDX-License-Identifier: Apache-2.0
// Certificates for the tests of this room, with keys made on the spot.
#ifndef SCEAU_TRUST_TRUST_TESTING_H_
#define SCEAU_TRUST_TRUST_TESTING_H_

#include <optional>
#include <string>

#include "crypto/private_key.h"
#include "sceau/date.h"

namespace sceau::trust {

struct TestParty {
  crypto::PrivateKey key;
  crypto::Certificate certificate;
};

struct TestRequest {
  std::string common_name;
  std::string organisation = "Essai";
  bool authority = false;
  std::string from = "2026-01-01";
  std::string until = "2028-01-01";
  crypto::Algorithm algorithm = crypto::Algorithm::kEs256;
};

// Certified by `issuer`, or by itself.
inline TestParty MakeParty(const TestRequest& request, const TestParty* issuer = nullptr) {
  const crypto::PrivateKey key = *crypto::PrivateKey::Generate(request.algorithm);
  const crypto::PrivateKey::CertificateRequest certificate{
      .organisation = request.organisation,
      .common_name = request.common_name,
      .not_before = StartOfParisDay(*ParseIsoDate(request.from)),
      .not_after = StartOfParisDay(*ParseIsoDate(request.until)),
      .authority = request.authority,
      .serial = std::nullopt};
  const crypto::PrivateKey& signer = issuer != nullptr ? issuer->key : key;
  const auto issuer_certificate =
      issuer != nullptr ? std::optional(issuer->certificate) : std::nullopt;
  return {key, *signer.Certify(certificate, key.public_key(), issuer_certificate)};
}

}  // namespace sceau::trust

#endif  // SCEAU_TRUST_TRUST_TESTING_H_
