// SPDX-License-Identifier: Apache-2.0
// A signed status list, taken apart and verified. Spec: docs/formats/status-list.md, a strict
// profile of draft-ietf-oauth-status-list in its CWT form.
//
// Two types, as with seals: one that is parsed, of which nothing is true yet, and one that only the
// check of the signature makes. Nothing is inflated before.
#ifndef SCEAU_TRUST_STATUS_LIST_STATUS_LIST_H_
#define SCEAU_TRUST_STATUS_LIST_STATUS_LIST_H_

#include <optional>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "crypto/certificate.h"
#include "sceau/limits.h"
#include "trust/status_list/status_value.h"

namespace sceau::trust {

// The key id finds the issuer's certificate; it proves nothing.
struct ParsedStatusList {
  seal::CertificateHash key;
  crypto::Algorithm stated_algorithm{};  // must be the key's; never chooses it
  Bytes signed_bytes;
  Bytes signature;
  Bytes payload;
};

// Refuses trust.status-list-malformed and trust.status-list-too-large.
absl::StatusOr<ParsedStatusList> ParseStatusList(ByteSpan cwt, const Limits& limits);

// When and why each withdrawn entry was withdrawn: one item for each entry in each of the three, in
// the order of the list.
struct WithdrawalDetails {
  std::vector<std::uint32_t> indices;  // ascending
  std::vector<std::uint16_t> days;     // since 2020-01-01
  Bytes reasons;                       // of enum WithdrawalReason, or a later number
};

class VerifiedStatusList {
 public:
  // Refuses trust.status-list-signature (this certificate's key did not sign it, or was not valid
  // when it says that it was issued), trust.status-list-malformed (its claims) and
  // trust.status-list-too-large. Whether the list is in date is the caller's question.
  static absl::StatusOr<VerifiedStatusList> Verify(const ParsedStatusList& parsed,
                                                   const crypto::Certificate& issuer,
                                                   const Limits& limits);

  const StatusListHeader& header() const { return header_; }
  const Bytes& packed() const { return packed_; }  // as carried, header().bits for each entry
  const std::optional<WithdrawalDetails>& details() const { return details_; }

 private:
  VerifiedStatusList(StatusListHeader header, Bytes packed,
                     std::optional<WithdrawalDetails> details)
      : header_(header), packed_(std::move(packed)), details_(std::move(details)) {}

  StatusListHeader header_;
  Bytes packed_;
  std::optional<WithdrawalDetails> details_;
};

}  // namespace sceau::trust

#endif  // SCEAU_TRUST_STATUS_LIST_STATUS_LIST_H_
