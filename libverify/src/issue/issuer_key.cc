// SPDX-License-Identifier: Apache-2.0
#include "issue/issuer_key.h"

#include <algorithm>
#include <memory>

#include "base/file.h"
#include "base/status.h"
#include "base/text.h"
#include "sceau/issue.h"

namespace sceau {
namespace {

constexpr std::size_t kKeyIdBytes = 8;  // docs/formats/ad1.md, kid

crypto::Algorithm AlgorithmOf(KeyAlgorithm algorithm) {
  switch (algorithm) {
    case KeyAlgorithm::kEs256:
      return crypto::Algorithm::kEs256;
    case KeyAlgorithm::kEs384:
      return crypto::Algorithm::kEs384;
    case KeyAlgorithm::kEdDsa:
      return crypto::Algorithm::kEdDsa;
  }
  return crypto::Algorithm::kEs256;
}

// X.520: an organisation or common name has at most 64 characters.
absl::Status CheckOrganisation(const std::string& name) {
  constexpr std::size_t kMaxCharacters = 64;
  const auto decoded = DecodeUtf8(name);
  const bool fit = decoded && !decoded->empty() && decoded->size() <= kMaxCharacters &&
                   std::ranges::none_of(*decoded, IsUnsafeInText) && Trim(name) == name;
  return fit ? absl::OkStatus()
             : Refuse(Reason::kUsage,
                      "organisation: 1 to 64 characters without control characters");
}

}  // namespace

absl::StatusOr<IssuerKey> LoadIssuerKey(const std::string& key_path,
                                        const std::string& certificate_path,
                                        const PassphraseSource& passphrase) {
  SCEAU_ASSIGN_OR_RETURN(const Bytes file,
                         ReadFile(certificate_path, Limits{}.certificate_bytes,
                                  {Reason::kKeyMissing, Reason::kKeyCertificateMismatch,
                                   Reason::kKeyCertificateMismatch}));
  const auto certificates = crypto::Certificate::Parse(file);
  if (!certificates.ok())
    return Refuse(Reason::kKeyCertificateMismatch, "the certificate file holds no certificate");
  if (certificates->size() != 1)
    return Refuse(Reason::kKeyCertificateMismatch, "one certificate is needed");
  SCEAU_ASSIGN_OR_RETURN(const crypto::PrivateKey key,
                         crypto::PrivateKey::LoadPem(key_path, passphrase));
  const crypto::Certificate& certificate = certificates->front();
  if (!key.Matches(certificate))
    return Refuse(Reason::kKeyCertificateMismatch, "another key's certificate");
  if (!certificate.may_sign_documents()) {
    return Refuse(Reason::kKeyCertificateMismatch, "the certificate may not sign documents");
  }
  return std::make_shared<const issue::SigningIdentity>(issue::SigningIdentity{key, certificate});
}

absl::StatusOr<KeyPair> GenerateKeyPair(const NewKey& request) {
  SCEAU_RETURN_IF_ERROR(CheckOrganisation(request.organisation));
  if (request.valid_until < request.valid_from)
    return Refuse(Reason::kUsage, "the key ends before it starts");
  SCEAU_ASSIGN_OR_RETURN(const crypto::PrivateKey key,
                         crypto::PrivateKey::Generate(AlgorithmOf(request.algorithm)));
  const crypto::PrivateKey::CertificateRequest certificate_request{
      .organisation = request.organisation,
      .common_name = request.organisation,
      .not_before = StartOfParisDay(request.valid_from),
      .not_after = StartOfParisDay(AddDays(request.valid_until, 1)) - std::chrono::seconds{1},
      .authority = false,
      .serial = std::nullopt};
  SCEAU_ASSIGN_OR_RETURN(const crypto::Certificate certificate,
                         key.Certify(certificate_request, key.public_key(), std::nullopt));
  KeyPair pair;
  SCEAU_ASSIGN_OR_RETURN(pair.private_key_pem, key.ToPem(request.passphrase));
  pair.certificate_pem = certificate.ToPem();
  pair.key_id = ToHex(ByteSpan(certificate.sha256()).first(kKeyIdBytes));
  return pair;
}

}  // namespace sceau
