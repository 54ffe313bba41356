// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "crypto/certificate.h"
#include "fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto certificates = sceau::crypto::Certificate::Parse(sceau::ByteSpan(data, size));
  if (!certificates.ok()) return 0;
  for (const auto& certificate : *certificates) {
    sceau::fuzz::Check(sceau::IsUtf8(certificate.subject_common_name()), "names are UTF-8");
    sceau::fuzz::Check(sceau::IsUtf8(certificate.subject_organisation()), "names are UTF-8");
    static_cast<void>(certificate.IsSignedBy(certificate));
    if (certificate.public_key()) {
      const sceau::Bytes zero(
          sceau::crypto::SignatureLength(certificate.public_key()->algorithm()));
      const auto check = certificate.public_key()->Verify({}, zero);
      sceau::fuzz::Check(!check.ok() || *check != sceau::crypto::SignatureCheck::kVerified,
                         "a zero signature never verifies");
    }
  }
  return 0;
}
