// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "crypto/certificate.h"
#include "crypto/certificate_outline.h"
#include "fuzz_check.h"

namespace {

using namespace sceau;  // NOLINT(google-build-using-namespace)

// The outline says what the parsed certificate says, or nothing.
void TryOutline(ByteSpan der) {
  const auto outline = crypto::OutlineOf(der);
  const auto certificate = crypto::Certificate::ParseDer(der);
  if (!outline.ok() || !certificate.ok()) return;
  fuzz::Check(outline->sha256 == certificate->sha256(), "one digest");
  fuzz::Check(outline->subject_common_name == certificate->subject_common_name() &&
                  outline->issuer_common_name == certificate->issuer_common_name() &&
                  outline->subject_organisation == certificate->subject_organisation(),
              "the same names");
  fuzz::Check(outline->subject == certificate->SubjectDer(), "the same subject");
  fuzz::Check(outline->is_authority == certificate->is_authority(), "as much of an authority");
  fuzz::Check(outline->not_before == certificate->not_before() &&
                  outline->not_after == certificate->not_after(),
              "the same dates");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (const auto blocks = crypto::SplitCertificates(ByteSpan(data, size)); blocks.ok()) {
    for (const crypto::CertificateBlock& block : *blocks) TryOutline(block.der);
  }
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
    if (certificate.state_curve_key()) {
      sceau::fuzz::Check(!certificate.public_key() && !certificate.rsa_key(), "one kind of key");
      for (const std::size_t length : {56U, 64U, 96U}) {
        const auto check = certificate.state_curve_key()->Verify({}, sceau::Bytes(length));
        sceau::fuzz::Check(!check.ok() || *check != sceau::crypto::SignatureCheck::kVerified,
                           "a zero signature never verifies");
      }
    }
  }
  return 0;
}
