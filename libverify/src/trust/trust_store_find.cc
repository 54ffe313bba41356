// SPDX-License-Identifier: Apache-2.0
// The certificates that a seal names, parsed and checked.
#include <algorithm>
#include <utility>

#include "base/status.h"
#include "fmt/format.h"
#include "seal/registry.h"
#include "trust/certified.h"
#include "trust/trust_store.h"

namespace sceau::trust {
namespace {

using crypto::Certificate;

// Authorities in a row below a root. The State's lists have two.
constexpr int kMaxAuthorities = 8;
// Of one name: a renewed authority keeps its own.
constexpr int kMaxSameNames = 16;

// The format that an authority of this name certifies for, and for no other; null for most.
const seal::Format* OnlyFormatOf(const Certificate& leaf) {
  if (leaf.SubjectEqualsIssuer()) return nullptr;
  const auto found = std::ranges::find_if(seal::Formats(), [&](const seal::Format& format) {
    return format.is_authority_name != nullptr &&
           format.is_authority_name(leaf.issuer_common_name());
  });
  return found == seal::Formats().end() ? nullptr : &*found;
}

std::optional<decltype(Issuer::key)> KeyOf(const Certificate& certificate) {
  if (certificate.public_key()) return *certificate.public_key();
  if (certificate.rsa_key()) return *certificate.rsa_key();
  if (certificate.state_curve_key()) return *certificate.state_curve_key();
  return std::nullopt;
}

absl::Status UnusableCertificate(const std::string& origin, std::string_view why) {
  return Refuse(Reason::kTrustCertificateUnusable,
                origin.empty() ? std::string(why) : fmt::format("{}: {}", origin, why));
}

bool IsAbleToVerifyAll() {
  using crypto::Algorithm;
  return crypto::IsAbleToVerify(Algorithm::kEs256) && crypto::IsAbleToVerify(Algorithm::kEs384) &&
         crypto::IsAbleToVerify(Algorithm::kEdDsa) && crypto::IsAbleToVerifyRsa() &&
         crypto::IsAbleToVerifyStateCurves();
}

}  // namespace

bool Issuer::IsAbleTo(seal::StatedAlgorithm algorithm, const seal::Format& format) const {
  const auto* curve = std::get_if<crypto::PublicKey>(&key);
  if (curve == nullptr) {
    return std::holds_alternative<crypto::RsaKey>(key) &&
           algorithm == seal::StatedAlgorithm::kPs256;
  }
  return algorithm == StatedAlgorithmOf(curve->algorithm()) ||
         (format.states_hash_alone && algorithm == seal::StatedAlgorithm::kEs256 &&
          curve->algorithm() == crypto::Algorithm::kEs384);
}

absl::StatusOr<crypto::SignatureCheck> Issuer::Verify(
    ByteSpan message, ByteSpan signature, std::optional<seal::StatedAlgorithm> stated) const {
  const auto* curve = std::get_if<crypto::PublicKey>(&key);
  if (curve != nullptr && stated == seal::StatedAlgorithm::kEs256)
    return curve->VerifySha256(message, signature);
  return std::visit([&](const auto& any) { return any.Verify(message, signature); }, key);
}

bool Issuer::MaySeal(std::string_view format) const {
  if (entry) return Grants(*entry, format);
  return only_format == nullptr || only_format->id == format;
}

// Names of authorities are not unique (a renewed one keeps its name): one that certified is enough.
absl::StatusOr<std::string> TrustStore::CheckCertified(const Certificate& certificate,
                                                       const std::string& origin, int depth) const {
  // A root names itself; whether it signed itself adds nothing to being in the list.
  if (certificate.is_authority() && certificate.SubjectEqualsIssuer()) return std::string();
  int namesakes = 0;
  for (const OutlinedCertificate& authority : authorities_) {
    if (!certificate.IsIssuedByName(authority.outline.subject)) continue;
    if (++namesakes > kMaxSameNames || depth >= kMaxAuthorities) break;
    const auto parsed = Certificate::ParseDer(authority.source.der);
    if (!parsed.ok() || !Certifies(*parsed, certificate)) continue;
    if (CheckCertified(*parsed, authority.source.origin, depth + 1).ok())
      return HolderOf(authority.outline);
  }
  if (namesakes == 0) return std::string();
  return Refuse(Reason::kTrustLeafNotCertified, origin);
}

// Its signature was checked when the bundle was taken.
std::string TrustStore::AuthorityInEntry(const Certificate& certificate,
                                         const IssuerEntry* entry) const {
  for (const OutlinedCertificate& authority : authorities_) {
    if (authority.entry.get() == entry && certificate.IsIssuedByName(authority.outline.subject))
      return HolderOf(authority.outline);
  }
  return {};
}

absl::StatusOr<Issuer> TrustStore::ParseListed(const OutlinedCertificate& listed) const {
  const std::string& origin = listed.source.origin;
  auto certificate = Certificate::ParseDer(listed.source.der);
  if (!certificate.ok()) return UnusableCertificate(origin, DetailOf(certificate.status()));
  const auto key = KeyOf(*certificate);
  if (!certificate->is_for_documents() || !key)
    return UnusableCertificate(origin, "not a certificate that may seal documents");
  Issuer issuer{*certificate, *key, HolderOf(listed.outline), listed.entry};
  if (!listed.entry) {
    SCEAU_ASSIGN_OR_RETURN(issuer.authority, CheckCertified(*certificate, origin, 0));
    issuer.only_format = OnlyFormatOf(*certificate);
    return issuer;
  }
  issuer.authority = AuthorityInEntry(*certificate, listed.entry.get());
  if (!IsNamedByAuthority(*listed.entry) || issuer.authority.empty())
    issuer.name = listed.entry->name;
  return issuer;
}

absl::StatusOr<const Issuer*> TrustStore::Check(const Candidate& candidate,
                                                seal::KeyKinds kinds) const {
  const std::string& origin = candidate.certificate.source.origin;
  if (!candidate.unusable.empty()) return UnusableCertificate(origin, candidate.unusable);
  const crypto::OutlinedKey key = candidate.certificate.outline.key;
  if (key == crypto::OutlinedKey::kRsa && !kinds.rsa)
    return UnusableCertificate(origin, "an RSA key");
  if (key == crypto::OutlinedKey::kStateCurve && !kinds.state_curves)
    return UnusableCertificate(origin, "a key on a curve for seals of states alone");
  const std::lock_guard lock(candidate.mutex);
  if (candidate.issuer) return &*candidate.issuer;
  // A failure is believed only if OpenSSL can verify at all and it fails a second time; and it is
  // not remembered.
  auto issuer = ParseListed(candidate.certificate);
  if (!issuer.ok()) {
    if (!IsAbleToVerifyAll()) return Refuse(Reason::kInternal, "openssl: certificate");
    issuer = ParseListed(candidate.certificate);
    SCEAU_RETURN_IF_ERROR(issuer.status());
  }
  candidate.issuer = *std::move(issuer);
  return &*candidate.issuer;
}

std::span<const std::size_t> TrustStore::IndicesOf(const seal::KeyId& key) const {
  const auto found = by_key_id_.find(key);
  return found == by_key_id_.end() ? std::span<const std::size_t>() : found->second;
}

TrustStore::Found TrustStore::Search(const seal::KeyId& key, seal::KeyKinds kinds) const {
  Found found;
  for (const std::size_t index : IndicesOf(key)) {
    const bool is_authority = candidates_[index]->certificate.outline.is_authority;
    if (is_authority && !kinds.of_authorities) continue;
    const auto issuer = Check(*candidates_[index], kinds);
    if (issuer.ok()) {
      found.issuers.push_back(*issuer);
    } else {
      found.refused.push_back({ReasonOf(issuer.status()), DetailOf(issuer.status())});
    }
  }
  return found;
}

std::vector<Issuer> TrustStore::issuers() const {
  std::vector<Issuer> all;
  for (const auto& candidate : candidates_) {
    if (candidate->certificate.outline.is_authority) continue;
    if (const auto issuer = Check(*candidate, {.rsa = true, .state_curves = true}); issuer.ok())
      all.push_back(**issuer);
  }
  return all;
}

}  // namespace sceau::trust
