// SPDX-License-Identifier: Apache-2.0
#include "trust/certified.h"

namespace sceau::trust {

bool Certifies(const crypto::Certificate& authority, const crypto::Certificate& certificate) {
  return authority.is_authority() && certificate.IsIssuedByName(authority) &&
         certificate.IsSignedBy(authority) && authority.not_before() <= certificate.not_before() &&
         certificate.not_after() <= authority.not_after();
}

seal::CertificateHash HashIdOf(const crypto::Certificate& certificate) {
  return seal::HashIdOf(certificate.sha256());
}

const std::string& HolderOf(const crypto::CertificateOutline& outline) {
  return outline.subject_organisation.empty() ? outline.subject_common_name
                                              : outline.subject_organisation;
}

seal::StatedAlgorithm StatedAlgorithmOf(crypto::Algorithm algorithm) {
  using seal::StatedAlgorithm;
  switch (algorithm) {
    case crypto::Algorithm::kEs256:
      return StatedAlgorithm::kEs256;
    case crypto::Algorithm::kEs384:
      return StatedAlgorithm::kEs384;
    case crypto::Algorithm::kEdDsa:
      return StatedAlgorithm::kEdDsa;
  }
  return StatedAlgorithm::kEs256;
}

}  // namespace sceau::trust
