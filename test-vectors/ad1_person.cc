// SPDX-License-Identifier: Apache-2.0
#include "ad1_person.h"

namespace sceau::vectors {

using seal::StatedAlgorithm;

Date D(std::string_view iso) { return *ParseIsoDate(iso); }

Attestation Person() {
  Attestation a;
  a.document_id = {0x5C, 0xEA, 0x00, 1, 2, 3, 4, 5, 6, 7};
  a.issued_at = StartOfParisDay(D("2026-11-02")) + std::chrono::hours{9};
  a.valid_from = D("2026-11-02");
  a.valid_until = D("2027-04-30");
  a.holder = {.birth_name = "LEFÈVRE",
              .name_in_use = std::nullopt,
              .given_names = "Zoé Anne-Marie",
              .birth_date = "19840512",
              .nir = "284058832102532"};
  a.fund = {"019990000", "CPAM de Fiction"};
  a.rights = {{RightKind::kBase, D("2026-01-01"), D("2026-12-31")}};
  return a;
}

StatedAlgorithm Stated(const Issuer& issuer) {
  switch (issuer.key.algorithm()) {
    case crypto::Algorithm::kEs256:
      return StatedAlgorithm::kEs256;
    case crypto::Algorithm::kEs384:
      return StatedAlgorithm::kEs384;
    case crypto::Algorithm::kEdDsa:
      return StatedAlgorithm::kEdDsa;
  }
  return StatedAlgorithm::kEs256;
}

}  // namespace sceau::vectors
