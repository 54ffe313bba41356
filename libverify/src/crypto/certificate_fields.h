// SPDX-License-Identifier: Apache-2.0
// The fields of a Certificate. Private to this room.
#ifndef SCEAU_CRYPTO_CERTIFICATE_FIELDS_H_
#define SCEAU_CRYPTO_CERTIFICATE_FIELDS_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "crypto/certificate.h"
#include "crypto/openssl_ptr.h"
#include "crypto/rsa_key.h"
#include "crypto/state_curve_key.h"

namespace sceau::crypto {

struct Certificate::Fields {
  X509Ptr x509;  // its caches are filled before it is shared: reading is safe from several threads
  std::string subject_common_name;
  std::string subject_organisation;
  std::string subject_country;
  std::string issuer_common_name;
  Instant not_before{};
  Instant not_after{};
  bool authority = false;
  bool may_sign_certificates = false;
  bool is_for_documents = false;
  std::optional<PublicKey> public_key;
  std::optional<RsaKey> rsa_key;
  std::optional<StateCurveKey> state_curve_key;
  std::array<std::uint8_t, 32> sha256{};
};

}  // namespace sceau::crypto

#endif  // SCEAU_CRYPTO_CERTIFICATE_FIELDS_H_
