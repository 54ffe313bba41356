// SPDX-License-Identifier: Apache-2.0
// Issuers and seals for tests: fictitious funds with keys made on the spot.
#ifndef SCEAU_VERIFY_TESTING_TEST_ISSUER_H_
#define SCEAU_VERIFY_TESTING_TEST_ISSUER_H_

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crypto/private_key.h"
#include "seal/ad1/encode.h"
#include "seal/format.h"
#include "trust/certified.h"
#include "trust/trust_store.h"

namespace sceau::testing_support {

inline Instant At(std::string_view iso_day) { return StartOfParisDay(*ParseIsoDate(iso_day)); }

struct TestIssuer {
  crypto::PrivateKey key;
  crypto::Certificate certificate;

  TestIssuer(crypto::Algorithm algorithm, const std::string& name)
      : key(*crypto::PrivateKey::Generate(algorithm)),
        certificate(*key.Certify(Request(name), key.public_key(), std::nullopt)) {}

  // An end certificate whose issuer is `authority`, by name and signature.
  static TestIssuer Under(const TestIssuer& authority, const std::string& name) {
    crypto::PrivateKey key = *crypto::PrivateKey::Generate(crypto::Algorithm::kEs256);
    auto certificate =
        *authority.key.Certify(Request(name), key.public_key(), authority.certificate);
    return {std::move(key), std::move(certificate)};
  }

  seal::CertificateHash key_id() const {
    seal::CertificateHash id;
    std::copy_n(certificate.sha256().begin(), id.prefix.size(), id.prefix.begin());
    return id;
  }

  seal::StatedAlgorithm stated() const { return trust::StatedAlgorithmOf(key.algorithm()); }

  std::string Seal(const Attestation& attestation) const {
    const auto unsigned_seal = seal::ad1::Encode(attestation, stated(), key_id());
    return seal::ad1::Assemble(unsigned_seal, *key.Sign(unsigned_seal.to_be_signed));
  }

 private:
  TestIssuer(crypto::PrivateKey k, crypto::Certificate c)
      : key(std::move(k)), certificate(std::move(c)) {}

  static crypto::PrivateKey::CertificateRequest Request(const std::string& name) {
    return {.organisation = name,
            .common_name = name,
            .not_before = StartOfParisDay(*ParseIsoDate("2026-01-01")),
            .not_after = StartOfParisDay(*ParseIsoDate("2028-01-01")) - std::chrono::seconds{1},
            .authority = false,
            .serial = std::nullopt};
  }
};

inline trust::TrustStore TrustIn(std::vector<crypto::Certificate> certificates) {
  std::vector<std::string> origin(certificates.size(), "test");
  return *trust::TrustStore::Create(std::move(certificates), std::move(origin));
}

// A person who does not exist; the NIR is one of a public test vector set.
inline Attestation SomeAttestation() {
  Attestation a;
  a.document_id = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  a.issued_at = StartOfParisDay(*ParseIsoDate("2026-11-02")) + std::chrono::hours{9};
  a.valid_from = *ParseIsoDate("2026-11-02");
  a.valid_until = *ParseIsoDate("2027-02-01");
  a.holder = {.birth_name = "LEFÈVRE",
              .name_in_use = std::nullopt,
              .given_names = "Zoé Anne",
              .birth_date = "19840512",
              .nir = "284058832102532"};
  a.fund = {"017510000", "CPAM de Test"};
  a.rights = {{RightKind::kBase, *ParseIsoDate("2026-01-01"), *ParseIsoDate("2026-12-31")}};
  return a;
}

}  // namespace sceau::testing_support

#endif  // SCEAU_VERIFY_TESTING_TEST_ISSUER_H_
