// SPDX-License-Identifier: Apache-2.0
#include "verify/check_status.h"

#include <chrono>
#include <string>

namespace sceau::verify {
namespace {

using trust::StatusEntry;
using trust::StatusListHeader;
using trust::StatusValue;

CheckedStatus Because(StatusAxis axis, Reason reason) {
  return {{axis, {{reason, ""}}}, std::nullopt};
}

CheckedStatus Withdrawn(StatusAxis axis, Reason reason, const StatusEntry& entry) {
  CheckedStatus checked = Because(axis, reason);
  if (entry.withdrawal)
    checked.withdrawal =
        WithdrawalNotice{entry.withdrawal->since, std::string(Name(entry.withdrawal->reason))};
  return checked;
}

// The list knows which entries were given to an attestation, and this one was not.
bool IsNotGiven(const StatusListHeader& list, StatusValue value) {
  return list.given_until &&
         (value == StatusValue::kNotGiven || value == StatusValue::kOutsideList);
}

// Nothing when the list speaks of today.
std::optional<CheckedStatus> CheckDates(const StatusListHeader& list, Instant now,
                                        std::optional<int> maximum_age_days) {
  if (now >= list.expires) return Because(StatusAxis::kUnknown, Reason::kStatusListExpired);
  if (maximum_age_days && now > list.issued + std::chrono::days{*maximum_age_days})
    return Because(StatusAxis::kUnknown, Reason::kStatusListTooOld);
  return std::nullopt;
}

// Made when the list was, or after it: what the list says of the entry is not said of it.
bool IsYounger(Instant issued_at, const StatusListHeader& list, StatusValue value) {
  return list.issued < issued_at || IsNotGiven(list, value);
}

// Only an entry that the list leaves in force or free can be that of a younger attestation: what is
// suspended there was another's, or is so no more, and lists have their full size from the first
// day. A list that lost its memory before it was issued knows nothing of what came between.
CheckedStatus CheckYounger(Instant issued_at, const StatusListHeader& list, StatusValue value) {
  const bool knows_entry = list.given_until && value == StatusValue::kNotGiven;
  const bool is_free = knows_entry && !trust::IsRefutedBy(list.issued, issued_at);
  if (value == StatusValue::kValid || is_free)
    return Because(StatusAxis::kCurrent, Reason::kStatusIssuedAfterList);
  if (value == StatusValue::kSuspended || knows_entry)
    return Because(StatusAxis::kUnknown, Reason::kStatusListOlder);
  return Because(StatusAxis::kUnknown, Reason::kStatusNotInList);
}

}  // namespace

CheckedStatus CheckStatus(const std::optional<StatusReference>& reference, const Validity& validity,
                          const trust::Issuer& issuer, const trust::TrustStore& trust, Instant now,
                          std::optional<int> maximum_list_age_days) {
  // Every list is compared with the moment of the issue: a paper without one has no entry.
  if (!reference || !validity.issued_at)
    return Because(StatusAxis::kNotOffered, Reason::kStatusNotOffered);
  const trust::MappedStatusList* list = trust.FindStatusList(issuer, reference->list);
  if (list == nullptr) return Because(StatusAxis::kUnknown, Reason::kStatusUnknown);

  const StatusEntry entry = list->Lookup(reference->index);
  if (entry.value == StatusValue::kInvalid)
    return Withdrawn(StatusAxis::kRevoked, Reason::kStatusRevoked, entry);
  const Instant issued_at = *validity.issued_at;
  const StatusListHeader& header = list->header();
  // Both dates are the issuer's own: no clock of ours decides.
  if (IsNotGiven(header, entry.value) && trust::IsRefutedBy(*header.given_until, issued_at))
    return Because(StatusAxis::kNeverIssued, Reason::kStatusNeverIssued);
  if (const auto outcome = CheckDates(header, now, maximum_list_age_days)) return *outcome;
  if (IsYounger(issued_at, header, entry.value))
    return CheckYounger(issued_at, header, entry.value);
  if (entry.value == StatusValue::kValid) return {{StatusAxis::kCurrent, {}}, std::nullopt};
  if (entry.value == StatusValue::kSuspended)
    return Withdrawn(StatusAxis::kSuspended, Reason::kStatusSuspended, entry);
  return Because(StatusAxis::kUnknown, Reason::kStatusNotInList);
}

}  // namespace sceau::verify
