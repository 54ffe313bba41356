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

// The list knows which entries were given to an attestation, and this one was not.
bool IsNotGiven(const StatusListHeader& list, StatusValue value) {
  return list.given_until &&
         (value == StatusValue::kNotGiven || value == StatusValue::kOutsideList);
}

// Nothing when the list speaks of today.
std::optional<StatusOutcome> CheckDates(const StatusListHeader& list, Instant now) {
  if (now >= list.expires) return Because(StatusAxis::kUnknown, Reason::kStatusListExpired);
  return std::nullopt;
}

// Made when the list was, or after it: what the list says of the entry is not said of it.
bool IsYounger(Instant issued_at, const StatusListHeader& list, StatusValue value) {
  return list.issued < issued_at || IsNotGiven(list, value);
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
  const Instant issued_at = claims.attestation->issued_at;
  // Both dates are the issuer's own: no clock of ours decides.
  if (IsNotGiven(list->header(), entry.value) &&
      trust::IsRefutedBy(*list->header().given_until, issued_at))
    return Because(StatusAxis::kNeverIssued, Reason::kStatusNeverIssued);
  if (const auto outcome = CheckDates(list->header(), now)) return *outcome;
  if (IsYounger(issued_at, list->header(), entry.value))
    return Because(StatusAxis::kUnknown, Reason::kStatusListOlder);
  if (entry.value == StatusValue::kValid) return {StatusAxis::kCurrent, std::nullopt, std::nullopt};
  if (entry.value == StatusValue::kSuspended)
    return Withdrawn(StatusAxis::kSuspended, Reason::kStatusSuspended, entry);
  return Because(StatusAxis::kUnknown, Reason::kStatusNotInList);
}

}  // namespace sceau::verify
