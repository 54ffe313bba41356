// SPDX-License-Identifier: Apache-2.0
#include "crypto/spki_testing.h"

#include "crypto/hostile_certificate.h"

namespace sceau::crypto {

std::optional<Bytes> CertificateOfSpki(ByteSpan spki) {
  static const EvpPkeyPtr signer = MakeEcKey("P-256");
  const unsigned char* at = spki.data();
  const EvpPkeyPtr key(d2i_PUBKEY(nullptr, &at, static_cast<long>(spki.size())));
  if (!key) return std::nullopt;
  CertificateRecipe recipe;
  recipe.extensions = {{NID_basic_constraints, "critical,CA:FALSE"},
                       {NID_key_usage, "critical,digitalSignature"}};
  return MakeCertificate(recipe, key.get(), signer.get());
}

}  // namespace sceau::crypto
