// SPDX-License-Identifier: Apache-2.0
#include "verify/check_status.h"

#include <string>

namespace sceau::verify {
namespace {

using trust::StatusEntry;
using trust::StatusListHeader;
using trust::StatusValue;

StatusOutcome Because(StatusAxis axis, Reason reason) {
  return {axis, Finding{reason, ""}, std::nullopt};
}

StatusOutcome Withdrawn(StatusAxis axis, Reason reason, const StatusEntry& entry) {
  StatusOutcome outcome = Because(axis, reason);
  if (entry.withdrawal)
    outcome.withdrawal =
        WithdrawalNotice{entry.withdrawal->since, std::string(Name(entry.withdrawal->reason))};
  return outcome;
}

// Nothing when the list speaks of this attestation and of today.
std::optional<StatusOutcome> CheckDates(const StatusListHeader& list, Instant issued_at,
                                        Instant now) {
  if (now >= list.expires) return Because(StatusAxis::kUnknown, Reason::kStatusListExpired);
  if (list.issued < issued_at) return Because(StatusAxis::kUnknown, Reason::kStatusListOlder);
  return std::nullopt;
}

}  // namespace

StatusOutcome CheckStatus(const Claims& claims, const trust::Issuer& issuer,
                          const trust::TrustStore& trust, Instant now) {
  if (!claims.attestation || !claims.attestation->status)
    return Because(StatusAxis::kNotOffered, Reason::kStatusNotOffered);
  const StatusReference& reference = *claims.attestation->status;
  const trust::MappedStatusList* list = trust.FindStatusList(issuer, reference.list);
  if (list == nullptr) return Because(StatusAxis::kUnknown, Reason::kStatusUnknown);

  const StatusEntry entry = list->Lookup(reference.index);
  if (entry.value == StatusValue::kInvalid)
    return Withdrawn(StatusAxis::kRevoked, Reason::kStatusRevoked, entry);
  if (const auto outcome = CheckDates(list->header(), claims.attestation->issued_at, now))
    return *outcome;
  if (entry.value == StatusValue::kValid) return {StatusAxis::kCurrent, std::nullopt, std::nullopt};
  if (entry.value == StatusValue::kSuspended)
    return Withdrawn(StatusAxis::kSuspended, Reason::kStatusSuspended, entry);
  return Because(StatusAxis::kUnknown, Reason::kStatusNotInList);
}

}  // namespace sceau::verify
