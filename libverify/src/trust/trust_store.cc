// SPDX-License-Identifier: Apache-2.0
#include "trust/trust_store.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/status.h"
#include "fmt/format.h"
#include "seal/registry.h"
#include "trust/bundle/issuer_entry.h"
#include "trust/certified.h"

namespace sceau::trust {
namespace {

using crypto::Certificate;
using crypto::CertificateOutline;
using crypto::OutlinedKey;

// Ten thousand foreign files in a directory must not make ten thousand lines in each report.
constexpr std::size_t kMaxRemarks = 100;

// Why a certificate seals nothing, whoever certified it; empty when nothing is known against it.
std::string WhyUnusable(const CertificateOutline& outline) {
  switch (outline.key) {
    case OutlinedKey::kOtherRsa:
      return "an RSA key of fewer than 2048 or more than 4096 bits";
    case OutlinedKey::kOtherCurve:
      return "a key on a curve that no format takes";
    case OutlinedKey::kOther:
      return "a key of another kind than ECDSA, Ed25519 and RSA";
    case OutlinedKey::kP256:
    case OutlinedKey::kP384:
    case OutlinedKey::kEd25519:
    case OutlinedKey::kRsa:
    case OutlinedKey::kStateCurve:
      break;
  }
  return outline.is_for_documents ? "" : "may not sign documents";
}

}  // namespace

TrustStore::TrustStore(const BundleContent& content, ByteSpan digest, Instant newest_signed,
                       std::vector<MappedStatusList> lists)
    : status_lists_(std::move(lists)),
      bundle_(BundleIdentity{content.sequence, content.issued, ToHex(digest)}),
      newest_signed_(newest_signed),
      next_update_(content.next_update) {}

void TrustStore::Remark(Finding finding) {
  if (++left_out_ <= kMaxRemarks) remarks_.push_back(std::move(finding));
}

void TrustStore::Add(OutlinedCertificate certificate) {
  const CertificateOutline& outline = certificate.outline;
  if (outline.is_authority) {
    authorities_.push_back(certificate);
    // In a bundle, which says who seals, an authority certifies and does nothing else.
    if (certificate.entry || !WhyUnusable(outline).empty()) return;
  }
  const std::size_t index = candidates_.size();
  for (const seal::Format& format : seal::Formats()) {
    if (auto id = KeyIdBy(format, certificate.entry.get(), outline))
      by_key_id_[*std::move(id)].push_back(index);
  }
  auto candidate = std::make_unique<Candidate>();
  candidate->unusable = WhyUnusable(outline);
  if (!candidate->unusable.empty()) {
    Remark({Reason::kTrustCertificateUnusable,
            fmt::format("{}: {}", certificate.source.origin, candidate->unusable)});
  }
  candidate->certificate = std::move(certificate);
  candidates_.push_back(std::move(candidate));
}

absl::StatusOr<TrustStore> TrustStore::Create(std::vector<SourceCertificate> certificates,
                                              std::vector<Finding> remarks) {
  TrustStore store;
  for (Finding& remark : remarks) store.Remark(std::move(remark));
  std::set<std::array<std::uint8_t, 32>> seen;
  for (SourceCertificate& source : certificates) {
    auto outline = crypto::OutlineOrParse(source.der);
    if (!outline.ok()) {
      store.Remark({Reason::kTrustCertificateUnusable,
                    fmt::format("{}: {}", source.origin, DetailOf(outline.status()))});
    } else if (seen.insert(outline->sha256).second) {
      store.Add({std::move(source), *std::move(outline), nullptr});
    }
  }
  if (store.left_out_ > kMaxRemarks) {
    store.remarks_.push_back({Reason::kTrustCertificateUnusable,
                              fmt::format("and {} more", store.left_out_ - kMaxRemarks)});
  }
  const bool any_usable = std::ranges::any_of(
      store.candidates_, [](const auto& candidate) { return candidate->unusable.empty(); });
  if (any_usable) return store;
  return Refuse(Reason::kTrustEmpty,
                store.remarks_.empty() ? "no end certificate" : store.remarks_.front().detail);
}

absl::StatusOr<TrustStore> TrustStore::Create(std::vector<Certificate> certificates,
                                              std::vector<std::string> origin) {
  std::vector<SourceCertificate> sources;
  for (std::size_t i = 0; i < certificates.size(); ++i)
    sources.push_back({certificates[i].ToDer(), origin.at(i)});
  return Create(std::move(sources), {});
}

absl::StatusOr<TrustStore> TrustStore::FromBundle(const BundleOutline& bundle, ByteSpan digest,
                                                  Instant newest_signed,
                                                  std::vector<MappedStatusList> lists) {
  TrustStore store(bundle.content, digest, newest_signed, std::move(lists));
  for (std::size_t i = 0; i < bundle.content.issuers.size(); ++i) {
    const auto entry = std::make_shared<const IssuerEntry>(bundle.content.issuers[i]);
    for (const ByteSpan der : bundle.certificates[i]) {
      SCEAU_ASSIGN_OR_RETURN(CertificateOutline outline, crypto::OutlineOrParse(der));
      store.Add({{ToBytes(der), ""}, std::move(outline), entry});
    }
  }
  return store;
}

TrustStore TrustStore::FromBundle(const BundleContent& content, ByteSpan digest,
                                  Instant newest_signed, std::vector<MappedStatusList> lists) {
  TrustStore store(content, digest, newest_signed, std::move(lists));
  for (const IssuerEntry& listed : content.issuers) {
    const auto entry = std::make_shared<const IssuerEntry>(listed);
    for (const Certificate& certificate : listed.certificates)
      store.Add({{certificate.ToDer(), ""}, crypto::OutlineOf(certificate), entry});
  }
  return store;
}

const MappedStatusList* TrustStore::FindStatusList(const Issuer& issuer,
                                                   std::uint64_t number) const {
  const seal::CertificateHash key = HashIdOf(issuer.certificate);
  const auto found = std::ranges::find_if(status_lists_, [&](const MappedStatusList& list) {
    return list.header().number == number && list.header().key == key;
  });
  return found == status_lists_.end() ? nullptr : &*found;
}

FreshnessAxis TrustStore::FreshnessAt(Instant now) const {
  if (!bundle_) return FreshnessAxis::kUndated;
  if (now < newest_signed_) return FreshnessAxis::kClockSuspect;
  return now < next_update_ ? FreshnessAxis::kFresh : FreshnessAxis::kStale;
}

}  // namespace sceau::trust
