// SPDX-License-Identifier: Apache-2.0
#include "issuers.h"

#include <algorithm>

#include "crypto/digest.h"

namespace sceau::vectors {
namespace {

constexpr std::string_view kFirstDay = "2026-01-01";
constexpr std::string_view kDayAfterLast = "2028-01-01";

crypto::PrivateKey::CertificateRequest Request(const std::string& organisation,
                                               const std::string& common_name, bool authority) {
  const auto digest = crypto::Sha256(AsBytes("serial " + organisation + common_name));
  Bytes serial(digest.begin(), digest.begin() + 16);
  serial[0] = 0x5C;  // positive, no leading zero
  return {.organisation = organisation,
          .common_name = common_name,
          .not_before = StartOfParisDay(*ParseIsoDate(kFirstDay)),
          .not_after = StartOfParisDay(*ParseIsoDate(kDayAfterLast)) - std::chrono::seconds{1},
          .authority = authority,
          .serial = std::move(serial)};
}

}  // namespace

crypto::PrivateKey KeyNamed(crypto::Algorithm algorithm, const std::string& name) {
  const auto digest = crypto::Sha256(AsBytes("sceau test vector key " + name));
  Bytes raw(digest.begin(), digest.end());
  raw[0] = 0x01;  // below every group order
  if (algorithm == crypto::Algorithm::kEs384)
    raw.insert(raw.end(), digest.begin(), digest.begin() + 16);
  return *crypto::PrivateKey::FromRaw(algorithm, raw);
}

Issuer MakeIssuer(crypto::Algorithm algorithm, const std::string& organisation,
                  const std::string& common_name, const Issuer* authority) {
  crypto::PrivateKey key = KeyNamed(algorithm, organisation + common_name);
  const auto request = Request(organisation, common_name, false);
  auto certificate = authority != nullptr
                         ? authority->key.Certify(request, key.public_key(), authority->certificate)
                         : key.Certify(request, key.public_key(), std::nullopt);
  return {organisation, std::move(key), *std::move(certificate)};
}

Issuer MakeAuthority(const std::string& common_name) {
  crypto::PrivateKey key = KeyNamed(crypto::Algorithm::kEs256, "authority " + common_name);
  auto certificate =
      key.Certify(Request("Autorité fictive", common_name, true), key.public_key(), std::nullopt);
  return {common_name, std::move(key), *std::move(certificate)};
}

seal::CertificateHash KeyIdOf(const Issuer& issuer) {
  seal::CertificateHash id;
  std::copy_n(issuer.certificate.sha256().begin(), id.prefix.size(), id.prefix.begin());
  return id;
}

}  // namespace sceau::vectors
