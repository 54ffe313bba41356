// SPDX-License-Identifier: Apache-2.0
// draft in, draft out
#include <algorithm>
#include <utility>

#include "base/status.h"
#include "sceau/trust_publish.h"
#include "trust/bundle/draft.h"
#include "trust/bundle/issuer_entry.h"
#include "trust/certified.h"

namespace sceau {
namespace {

using trust::Draft;
using trust::IssuerEntry;

bool HasKeyId(const crypto::Certificate& certificate, std::string_view key_id) {
  return !certificate.is_authority() && seal::ToString(trust::HashIdOf(certificate)) == key_id;
}

// Of an entry with several keys, the one named gets an entry of its own, with the authorities.
absl::StatusOr<IssuerEntry*> FindKey(Draft& draft, std::string_view key_id) {
  for (std::size_t i = 0; i < draft.issuers.size(); ++i) {
    IssuerEntry& entry = draft.issuers[i];
    const auto is_named = [&](const auto& certificate) { return HasKeyId(certificate, key_id); };
    if (std::ranges::none_of(entry.certificates, is_named)) continue;
    const auto is_other_key = [&](const auto& certificate) {
      return !certificate.is_authority() && !is_named(certificate);
    };
    if (std::ranges::none_of(entry.certificates, is_other_key)) return &entry;
    IssuerEntry alone = entry;
    std::erase_if(alone.certificates, is_other_key);
    std::erase_if(entry.certificates, is_named);
    return &*draft.issuers.insert(draft.issuers.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                  std::move(alone));
  }
  return Refuse(Reason::kTrustUnknownKeyId);
}

}  // namespace

absl::StatusOr<std::string> AddIssuer(std::string_view text, const NewIssuer& issuer) {
  return AddIssuers(text, {&issuer, 1});
}

absl::StatusOr<std::string> AddIssuers(std::string_view text, std::span<const NewIssuer> issuers) {
  SCEAU_ASSIGN_OR_RETURN(Draft draft, trust::ParseDraft(text));
  if (issuers.size() > trust::kMaxIssuers - draft.issuers.size())
    return Refuse(Reason::kTrustDraftUnusable, "/issuers: too many");
  for (const NewIssuer& issuer : issuers) {
    const std::string field = "/issuers/" + std::to_string(draft.issuers.size());
    SCEAU_ASSIGN_OR_RETURN(
        std::vector<crypto::Certificate> certificates,
        trust::ParseCertificates(issuer.certificates_pem, field + "/certificates"));
    draft.issuers.push_back({.name = issuer.name,
                             .certificates = std::move(certificates),
                             .formats = issuer.formats,
                             .funds = issuer.funds,
                             .retired = issuer.retired,
                             .compromised = std::nullopt,
                             .test = issuer.test,
                             .maximum_validity_days = issuer.maximum_validity_days,
                             .always_offers_status = issuer.always_offers_status});
  }
  SCEAU_RETURN_IF_ERROR(trust::CheckDraft(draft));
  return trust::DraftToJson(draft);
}

absl::StatusOr<std::string> RetireIssuer(std::string_view text, std::string_view key_id,
                                         Instant since) {
  SCEAU_ASSIGN_OR_RETURN(Draft draft, trust::ParseDraft(text));
  SCEAU_ASSIGN_OR_RETURN(IssuerEntry * entry, FindKey(draft, key_id));
  entry->retired = since;
  return trust::DraftToJson(draft);
}

absl::StatusOr<std::string> CompromiseIssuer(std::string_view text, std::string_view key_id,
                                             Instant since) {
  SCEAU_ASSIGN_OR_RETURN(Draft draft, trust::ParseDraft(text));
  SCEAU_ASSIGN_OR_RETURN(IssuerEntry * entry, FindKey(draft, key_id));
  entry->compromised = since;
  return trust::DraftToJson(draft);
}

}  // namespace sceau
