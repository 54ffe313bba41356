// SPDX-License-Identifier: Apache-2.0
#include "issue/ledger/ledgered_issue.h"

#include <optional>
#include <utility>

#include "attestation/claims_json.h"
#include "attestation/compare_holder.h"
#include "base/status.h"
#include "issue/complete.h"
#include "issue/draw.h"
#include "issue/issuer_key.h"
#include "issue/ledger/ledger_store.h"
#include "issue/seal_claims.h"
#include "nlohmann/json.hpp"
#include "trust/certified.h"

namespace sceau::issue {
namespace {

constexpr std::size_t kLongestRequestId = 200;

absl::StatusOr<std::optional<KeyedHash>> RequestHash(const LedgerStore& ledger,
                                                     const std::string& request_id) {
  if (request_id.empty()) return std::optional<KeyedHash>();
  if (request_id.size() > kLongestRequestId)
    return Refuse(Reason::kClaimsBadText, "/request_id: 1 to 200 bytes");
  return std::optional(HashOfRequest(ledger, request_id));
}

// A hash of everything that was asked for; the layout of the JSON does not change it.
KeyedHash ClaimsHash(const LedgerStore& ledger, const Attestation& asked) {
  return ledger.Hash("claims", AsBytes(attestation::ToJson(asked, /*show_nir=*/true).dump()));
}

// A hash of names and birth date, for people who have no NIR (yet).
KeyedHash NamesHashOf(const LedgerStore& ledger, const Holder& holder) {
  const std::string person = attestation::FoldName(holder.birth_name) + '\n' +
                             attestation::FoldName(holder.given_names) + '\n' + holder.birth_date;
  return ledger.Hash("person", AsBytes(person));
}

KeyedHash HolderHashOf(const LedgerStore& ledger, const Holder& holder) {
  return holder.nir ? HolderHash(ledger, *holder.nir) : NamesHashOf(ledger, holder);
}

// Works through some requests. Nothing that it makes counts before Record() succeeds.
class IssueGroup {
 public:
  IssueGroup(std::span<const PreparedRequest> requests, const IssueOptions& options,
             ReadBack& read_back)
      : requests_(requests), options_(options), read_back_(read_back), ledger_(*options.ledger) {}

  // Records all that is new, or nothing. `others_came_first` the last time.
  absl::StatusOr<RecordOutcome> Issue(bool others_came_first) {
    results_.assign(requests_.size(), absl::InternalError(""));
    fresh_.clear();
    for (std::size_t i = 0; i < requests_.size(); ++i) SCEAU_RETURN_IF_ERROR(LookUp(i));
    SCEAU_ASSIGN_OR_RETURN(const std::vector<StatusReference> entries,
                           ledger_.ProposeEntries(trust::HashIdOf(options_.issuer->certificate),
                                                  fresh_.size(), others_came_first));
    std::vector<LedgerRow> rows;
    for (std::size_t i = 0; i < fresh_.size(); ++i) {
      if (const absl::Status made = Make(fresh_[i], entries[i]); !made.ok())
        results_[fresh_[i].index] = made;
      else
        rows.push_back(fresh_[i].row);
    }
    return ledger_.Record(rows);
  }

  std::vector<IssuedOrError> Take() { return std::move(results_); }

 private:
  struct Fresh {
    std::size_t index = 0;
    LedgerRow row;
  };

  // Finds out whether a request was issued before, is to be issued, or is refused.
  absl::Status LookUp(std::size_t index) {
    const PreparedRequest& request = requests_[index];
    Fresh fresh{.index = index, .row = {}};
    LedgerRow& row = fresh.row;
    const auto request_hash = RequestHash(ledger_, request.request_id);
    if (!request_hash.ok()) {
      results_[index] = request_hash.status();
      return absl::OkStatus();
    }
    row.request = *request_hash;
    row.claims = ClaimsHash(ledger_, request.attestation);
    row.holder = HolderHashOf(ledger_, request.attestation.holder);
    row.replaces = request.attestation.replaces;
    if (row.request) {
      SCEAU_ASSIGN_OR_RETURN(const auto known, ledger_.FindRequest(*row.request));
      if (known) {
        results_[index] = IssueAgain(request.attestation, row, *known);
        return absl::OkStatus();
      }
    }
    if (row.replaces) {
      SCEAU_ASSIGN_OR_RETURN(const auto old, ledger_.FindDocument(*row.replaces));
      if (const absl::Status fit = CheckReplaced(request.attestation.holder, old); !fit.ok()) {
        results_[index] = fit;
        return absl::OkStatus();
      }
    }
    fresh_.push_back(std::move(fresh));
    return absl::OkStatus();
  }

  // Checks that both are the same person's; someone who had no NIR then is known by the names.
  absl::Status CheckReplaced(const Holder& holder, const std::optional<LedgerRow>& old) const {
    if (!old) return Refuse(Reason::kLedgerUnknownDocument);
    const bool same =
        old->holder == HolderHashOf(ledger_, holder) || old->holder == NamesHashOf(ledger_, holder);
    return same ? absl::OkStatus() : Refuse(Reason::kLedgerReplacesAnotherPerson);
  }

  IssuedOrError IssueAgain(const Attestation& asked, const LedgerRow& row,
                           const LedgerRow& known) const {
    if (known.claims != row.claims) return Refuse(Reason::kLedgerRequestDiffers);
    if (known.key != trust::HashIdOf(options_.issuer->certificate))
      return Refuse(Reason::kLedgerRequestOtherKey);
    IssuedAttestation issued;
    issued.attestation = asked;
    issued.attestation.document_id = known.document_id;
    issued.attestation.issued_at = known.issued_at;
    issued.attestation.status = known.status;
    SCEAU_ASSIGN_OR_RETURN(SealedClaims sealed,
                           SealAgain(issued.attestation, *options_.issuer, known.signature));
    issued.document_id = FormatDocumentId(known.document_id);
    issued.seal_text = std::move(sealed.text);
    if (options_.is_delivered && options_.is_delivered(issued.document_id)) return issued;
    // Verifiers refuse it, so nobody should leave with it.
    if (known.state == LedgerState::kWithdrawn) return Refuse(Reason::kLedgerWithdrawnForGood);
    SCEAU_RETURN_IF_ERROR(Draw(options_, read_back_, issued));
    return issued;
  }

  absl::Status Make(Fresh& fresh, const StatusReference& entry) {
    IssuedAttestation issued;
    issued.attestation = requests_[fresh.index].attestation;
    issued.attestation.status = entry;
    SCEAU_RETURN_IF_ERROR(Complete(options_, issued.attestation));
    SCEAU_ASSIGN_OR_RETURN(SealedClaims sealed, SealClaims(issued.attestation, *options_.issuer));
    LedgerRow& row = fresh.row;
    row.document_id = issued.attestation.document_id;
    row.key = trust::HashIdOf(options_.issuer->certificate);
    row.status = entry;
    row.issued_at = issued.attestation.issued_at;
    row.valid_until = issued.attestation.valid_until;
    row.signature = sealed.signature;
    issued.document_id = FormatDocumentId(row.document_id);
    issued.seal_text = std::move(sealed.text);
    SCEAU_RETURN_IF_ERROR(Draw(options_, read_back_, issued));
    results_[fresh.index] = std::move(issued);
    return absl::OkStatus();
  }

  std::span<const PreparedRequest> requests_;
  const IssueOptions& options_;
  ReadBack& read_back_;
  LedgerStore& ledger_;
  std::vector<IssuedOrError> results_;
  std::vector<Fresh> fresh_;
};

}  // namespace

absl::StatusOr<std::vector<IssuedOrError>> IssueRecorded(std::span<const PreparedRequest> requests,
                                                         const IssueOptions& options,
                                                         ReadBack& read_back) {
  constexpr int kMaxTries = 10;
  IssueGroup group(requests, options, read_back);
  RecordOutcome last = RecordOutcome::kRecorded;
  for (int i = 0; i < kMaxTries; ++i) {
    SCEAU_ASSIGN_OR_RETURN(const RecordOutcome outcome, group.Issue(last == RecordOutcome::kTaken));
    if (outcome == RecordOutcome::kRecorded) return group.Take();
    // Refused again with a new date: the clock must be wrong.
    if (outcome == RecordOutcome::kRefuted && last == RecordOutcome::kRefuted)
      return Refuse(Reason::kLedgerClockBehind);
    last = outcome;
  }
  return Refuse(Reason::kLedgerLocked, "others were always first");
}

}  // namespace sceau::issue
