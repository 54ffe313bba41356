// SPDX-License-Identifier: Apache-2.0
// claims -> checks -> seal -> signature -> symbol -> page, read back before it is released
#include <algorithm>
#include <set>
#include <utility>

#include "attestation/claims_json.h"
#include "base/status.h"
#include "issue/complete.h"
#include "issue/draw.h"
#include "issue/issuer_key.h"
#include "issue/ledger/ledgered_issue.h"
#include "issue/read_back.h"
#include "issue/seal_claims.h"
#include "sceau/issue.h"

namespace sceau {
namespace {

// How many attestations share one write to the disk, and are made again if another process wrote
// first. None is handed out before its group is written; since pages take long, their groups are
// small.
std::size_t GroupSize(Drawing drawing) { return drawing == Drawing::kPage ? 16 : 64; }

absl::Status CheckOptions(const IssueOptions& options) {
  if (!options.issuer) return Refuse(Reason::kKeyMissing, "no issuer key given");
  if (!options.ledger && (!options.request_id.empty() || options.replaces))
    return Refuse(Reason::kUsage, "a request id and what is replaced need a ledger");
  return absl::OkStatus();
}

absl::Status ChooseStatus(const IssueOptions& options, Attestation& attestation) {
  const int choices = int{options.no_status} + int{options.status.has_value()} +
                      int{attestation.status.has_value()} + int{options.ledger != nullptr};
  if (choices != 1)
    return Refuse(Reason::kUsage,
                  "exactly one of a status reference, a ledger and no status must be chosen");
  if (options.status) attestation.status = options.status;
  return absl::OkStatus();
}

// The checked claims of one request.
absl::StatusOr<Attestation> Prepare(std::string_view claims_json, const IssueOptions& options) {
  SCEAU_ASSIGN_OR_RETURN(Attestation attestation,
                         attestation::ParseClaims(claims_json, options.limits));
  SCEAU_RETURN_IF_ERROR(ChooseStatus(options, attestation));
  if (!options.allow_long_validity)
    SCEAU_RETURN_IF_ERROR(attestation::CheckValidityLength(attestation));
  if (options.replaces) {
    if (attestation.replaces && attestation.replaces != options.replaces)
      return Refuse(Reason::kClaimsWrongType, "/replaces: not the document that was asked for");
    attestation.replaces = options.replaces;
  }
  return attestation;
}

absl::StatusOr<IssuedAttestation> IssueUnrecorded(Attestation attestation,
                                                  const IssueOptions& options,
                                                  issue::ReadBack& read_back) {
  IssuedAttestation issued;
  SCEAU_RETURN_IF_ERROR(issue::Complete(options, attestation));
  issued.document_id = FormatDocumentId(attestation.document_id);
  SCEAU_ASSIGN_OR_RETURN(issue::SealedClaims sealed,
                         issue::SealClaims(attestation, *options.issuer));
  issued.attestation = std::move(attestation);
  issued.seal_text = std::move(sealed.text);
  SCEAU_RETURN_IF_ERROR(issue::Draw(options, read_back, issued));
  return issued;
}

// The requests from `begin` on that can be recorded together: at most `most`, no name twice.
std::span<const IssueRequest> NextGroup(std::span<const IssueRequest> requests, std::size_t begin,
                                        std::size_t most) {
  std::set<std::string_view> names;
  std::size_t end = begin;
  while (end < requests.size() && end - begin < most &&
         names.insert(requests[end].request_id).second)
    ++end;
  return requests.subspan(begin, end - begin);
}

// Issues the requests whose claims pass the checks; the others return the error of their check.
absl::StatusOr<std::vector<issue::IssuedOrError>> IssueGroup(std::span<const IssueRequest> group,
                                                             const IssueOptions& options,
                                                             issue::ReadBack& read_back) {
  std::vector<issue::IssuedOrError> results;
  std::vector<issue::PreparedRequest> prepared;
  std::vector<std::size_t> places;
  for (const IssueRequest& request : group) {
    auto attestation = Prepare(request.claims_json, options);
    if (!attestation.ok()) {
      results.emplace_back(attestation.status());
      continue;
    }
    places.push_back(results.size());
    prepared.push_back({*std::move(attestation), request.request_id});
    results.emplace_back(absl::InternalError("not issued yet"));
  }
  SCEAU_ASSIGN_OR_RETURN(std::vector<issue::IssuedOrError> issued,
                         issue::IssueRecorded(prepared, options, read_back));
  for (std::size_t i = 0; i < places.size(); ++i) results[places[i]] = std::move(issued[i]);
  return results;
}

}  // namespace

absl::StatusOr<IssuedAttestation> IssueAttestation(std::string_view claims_json,
                                                   const IssueOptions& options) {
  SCEAU_RETURN_IF_ERROR(CheckOptions(options));
  SCEAU_ASSIGN_OR_RETURN(Attestation attestation, Prepare(claims_json, options));
  SCEAU_ASSIGN_OR_RETURN(issue::ReadBack read_back, issue::ReadBack::Create(options));
  if (!options.ledger) return IssueUnrecorded(std::move(attestation), options, read_back);
  const issue::PreparedRequest request{std::move(attestation), options.request_id};
  SCEAU_ASSIGN_OR_RETURN(std::vector<issue::IssuedOrError> issued,
                         issue::IssueRecorded({&request, 1}, options, read_back));
  return std::move(issued.front());
}

absl::Status IssueBatch(std::span<const IssueRequest> requests, const IssueOptions& options,
                        const IssueConsumer& consumer) {
  SCEAU_RETURN_IF_ERROR(CheckOptions(options));
  const bool all_named = std::ranges::none_of(
      requests, [](const IssueRequest& request) { return request.request_id.empty(); });
  if (!options.ledger || !options.request_id.empty() || options.replaces || !all_named)
    return Refuse(Reason::kUsage, "a batch needs a ledger and a request id for each");
  SCEAU_ASSIGN_OR_RETURN(issue::ReadBack read_back, issue::ReadBack::Create(options));
  for (std::size_t begin = 0; begin < requests.size();) {
    const std::span<const IssueRequest> group =
        NextGroup(requests, begin, GroupSize(options.drawing));
    SCEAU_ASSIGN_OR_RETURN(const std::vector<issue::IssuedOrError> results,
                           IssueGroup(group, options, read_back));
    for (const issue::IssuedOrError& result : results) {
      if (!consumer(begin++, result)) return absl::OkStatus();
    }
  }
  return absl::OkStatus();
}

}  // namespace sceau
