// SPDX-License-Identifier: Apache-2.0
#include "trust/trust_store.h"

#include <algorithm>
#include <set>

#include "base/status.h"
#include "trust/certified.h"

namespace sceau::trust {
namespace {

using crypto::Certificate;

// A certificate and the place in the caller's list that names its origin.
struct Entry {
  Certificate certificate;
  std::string origin;
};

std::vector<Entry> WithoutRepeats(std::vector<Certificate> certificates,
                                  std::vector<std::string> origin) {
  std::set<std::array<std::uint8_t, 32>> seen;
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < certificates.size(); ++i) {
    if (!seen.insert(certificates[i].sha256()).second) continue;
    entries.push_back({std::move(certificates[i]), i < origin.size() ? origin[i] : std::string()});
  }
  return entries;
}

// Names of authorities are not unique (a renewed one keeps its name): one that certified is enough.
absl::Status CheckCertified(const Entry& entry, const std::vector<const Entry*>& authorities) {
  bool claimed = false;
  for (const Entry* authority : authorities) {
    if (!entry.certificate.IsIssuedByName(authority->certificate)) continue;
    claimed = true;
    if (Certifies(authority->certificate, entry.certificate)) return absl::OkStatus();
  }
  // A root names itself; whether it signed itself adds nothing to being in the list.
  const bool is_root = entry.certificate.is_authority() && entry.certificate.SubjectEqualsIssuer();
  if (!claimed || is_root) return absl::OkStatus();
  return Refuse(Reason::kTrustLeafNotCertified, entry.origin);
}

}  // namespace

absl::StatusOr<TrustStore> TrustStore::Create(std::vector<Certificate> certificates,
                                              std::vector<std::string> origin) {
  const std::vector<Entry> entries = WithoutRepeats(std::move(certificates), std::move(origin));
  std::vector<const Entry*> authorities;
  for (const Entry& entry : entries) {
    if (entry.certificate.is_authority()) authorities.push_back(&entry);
  }
  TrustStore store;
  for (const Entry& entry : entries) {
    SCEAU_RETURN_IF_ERROR(CheckCertified(entry, authorities));
    if (entry.certificate.is_authority()) continue;
    SCEAU_RETURN_IF_ERROR(store.AddIssuer(entry.certificate, entry.origin));
  }
  if (store.issuers_.empty()) return Refuse(Reason::kTrustEmpty, "no end certificate");
  return store;
}

absl::Status TrustStore::AddIssuer(const Certificate& certificate, const std::string& origin) {
  if (!certificate.may_sign_documents() || !certificate.public_key()) {
    return Refuse(Reason::kTrustJunk, origin + ": not a certificate that may seal documents");
  }
  const std::string& organisation = certificate.subject_organisation();
  AddIssuer({certificate, *certificate.public_key(),
             organisation.empty() ? certificate.subject_common_name() : organisation, nullptr},
            /*by_names=*/true);
  return absl::OkStatus();
}

void TrustStore::AddIssuer(Issuer issuer, bool by_names) {
  const std::size_t index = issuers_.size();
  by_key_id_[seal::ToString(HashIdOf(issuer.certificate))].push_back(index);
  const seal::AuthorityAndCertificate names = NamesOf(issuer.certificate);
  if (by_names && !names.authority.empty() && !names.certificate.empty())
    by_key_id_[seal::ToString(names)].push_back(index);
  issuers_.push_back(std::move(issuer));
}

TrustStore TrustStore::FromBundle(const BundleContent& content, ByteSpan digest,
                                  Instant newest_signed, std::vector<MappedStatusList> lists) {
  TrustStore store;
  store.status_lists_ = std::move(lists);
  store.bundle_ = BundleIdentity{content.sequence, content.issued, ToHex(digest)};
  store.newest_signed_ = newest_signed;
  store.next_update_ = content.next_update;
  for (const IssuerEntry& entry : content.issuers) {
    const auto shared = std::make_shared<const IssuerEntry>(entry);
    const bool by_names = Grants(entry, "2d-doc");
    for (const Certificate& certificate : entry.certificates) {
      if (!certificate.is_authority())
        store.AddIssuer({certificate, *certificate.public_key(), entry.name, shared}, by_names);
    }
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

std::vector<const Issuer*> TrustStore::Find(const seal::KeyReference& key) const {
  std::vector<const Issuer*> found;
  const auto indices = by_key_id_.find(seal::ToString(key));
  if (indices == by_key_id_.end()) return found;
  for (const std::size_t index : indices->second) found.push_back(&issuers_[index]);
  return found;
}

}  // namespace sceau::trust
