// SPDX-License-Identifier: Apache-2.0
#include "issue/read_back.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "attestation/normal_form.h"
#include "base/status.h"
#include "fmt/format.h"
#include "issue/issuer_key.h"
#include "verify/context.h"
#include "verify/pipeline.h"

namespace sceau::issue {
namespace {

using isolation::ReadOutcome;

absl::StatusOr<ReadOutcome> ReadDocument(const std::string& document, const std::string& seal_text,
                                         isolation::Reader& reader, const Limits& limits) {
  auto read = reader.Read(AsBytes(document), limits);
  if (!read.ok() && ReasonOf(read.status()) == Reason::kIsolationUnavailable) return read.status();
  if (!read.ok())
    return Refuse(Reason::kIssueReadBack, std::string(ReasonCode(ReasonOf(read.status()))));
  if (read->content.pages.size() != 1 || !read->problems.empty())
    return Refuse(Reason::kIssueReadBack, "pages");
  const std::vector<Symbol>& symbols = read->content.pages.front().symbols;
  if (symbols.size() != 1 || AsText(symbols.front().payload) != seal_text)
    return Refuse(Reason::kIssueReadBack, "the code on the page is not the seal");
  return read;
}

// The seal's text, as if a scanner had typed it.
ReadOutcome TextAlone(const std::string& seal_text) {
  ReadOutcome read;
  Symbol symbol;
  symbol.payload.assign(seal_text.begin(), seal_text.end());
  Page page;
  page.symbols.push_back(std::move(symbol));
  read.content.pages.push_back(std::move(page));
  return read;
}

bool HasReason(const SealReport& seal, Reason reason) {
  return std::ranges::any_of(seal.reasons,
                             [reason](const Finding& finding) { return finding.reason == reason; });
}

// An issuer that allows a long validity may have a grant for it in a trust bundle.
bool IsSealGood(const SealReport& seal, const IssueOptions& options) {
  if (seal.signature != Signature::kVerified) return false;
  if (seal.axes.seal == SealAxis::kGenuine || seal.axes.seal == SealAxis::kTestIssuer) return true;
  return options.allow_long_validity && HasReason(seal, Reason::kSealValidityTooLong);
}

// The field with a name that is written from right to left: PDF readers may reverse its letters.
std::optional<std::string_view> RightToLeftField(const Holder& holder) {
  const std::pair<std::string_view, std::string_view> fields[] = {
      {"/holder/birth_name", holder.birth_name},
      {"/holder/name_in_use", holder.name_in_use ? std::string_view(*holder.name_in_use) : ""},
      {"/holder/given_names", holder.given_names}};
  for (const auto& [field, text] : fields) {
    if (attestation::HasRightToLeftLetter(text)) return field;
  }
  return std::nullopt;
}

absl::Status RefuseAxis(std::string_view axis, std::string_view found) {
  return Refuse(Reason::kIssueReadBack, fmt::format("{}: {}", axis, found));
}

absl::Status CheckSeal(const SealReport& seal, const IssueOptions& options) {
  if (!IsSealGood(seal, options)) return RefuseAxis("seal", Name(seal.axes.seal));
  if (HasReason(seal, Reason::kDocumentHiddenCode)) return RefuseAxis("seal", "hidden");
  // Verifiers show no claims of a test issuer.
  if (!seal.claims || seal.axes.holder == HolderAxis::kMatches) return absl::OkStatus();
  return RefuseAxis("holder", Name(seal.axes.holder));
}

absl::Status CheckPage(const SealReport& seal, const Holder& holder) {
  if (!seal.claims || seal.axes.document == DocumentAxis::kAgrees) return absl::OkStatus();
  if (const auto field = RightToLeftField(holder))
    return Refuse(Reason::kClaimsWritingDirection, fmt::format("{}: not read back", *field));
  for (const Reason reason :
       {Reason::kDocumentTextMissing, Reason::kDocumentTextAdded, Reason::kDocumentDrawingAdded}) {
    if (HasReason(seal, reason)) return RefuseAxis("document", ReasonCode(reason));
  }
  // Nobody is refused an attestation because their name ("---", "NOM") leaves nothing to compare.
  if (seal.axes.document == DocumentAxis::kNotCompared) return absl::OkStatus();
  return RefuseAxis("document", Name(seal.axes.document));
}

// Each letter of the page is proven and stands where the layout has it, beside a code that is
// certainly shown, and nothing else is painted.
bool IsCertain(const SealReport& seal) {
  return seal.claims && seal.claims->layout && seal.axes.document == DocumentAxis::kAgrees;
}

}  // namespace

absl::StatusOr<ReadBack> ReadBack::Create(const IssueOptions& options, ReadBackReaders readers) {
  SCEAU_ASSIGN_OR_RETURN(
      trust::TrustStore trust,
      trust::TrustStore::Create({options.issuer->certificate}, {"the issuer's certificate"}));
  SCEAU_ASSIGN_OR_RETURN(Policy policy, NamedPolicy("counter"));
  return ReadBack(options, std::move(readers), std::move(trust), std::move(policy));
}

ReadBack::ReadBack(const IssueOptions& options, ReadBackReaders readers, trust::TrustStore trust,
                   Policy policy)
    : options_(options),
      readers_(std::move(readers)),
      trust_(std::move(trust)),
      policy_(std::move(policy)) {}

absl::Status ReadBack::Check(const IssuedAttestation& issued) {
  if (options_.drawing == Drawing::kNone)
    return Judge(TextAlone(issued.seal_text), issued).status();
  // A picture is what it shows.
  if (options_.drawing == Drawing::kCode)
    return ReadAndJudge(issued.png, *readers_.as_verified, issued).status();
  const bool in_turn = pages_++ % kPagesPerDrawing == 0;
  SCEAU_ASSIGN_OR_RETURN(const SealReport seal,
                         ReadAndJudge(issued.pdf, *readers_.as_verified, issued));
  if (IsCertain(seal) && !in_turn) return absl::OkStatus();
  return ReadAndJudge(issued.pdf, *readers_.as_shown, issued).status();
}

absl::StatusOr<SealReport> ReadBack::ReadAndJudge(const std::string& document,
                                                  isolation::Reader& reader,
                                                  const IssuedAttestation& issued) const {
  SCEAU_ASSIGN_OR_RETURN(const ReadOutcome read,
                         ReadDocument(document, issued.seal_text, reader, options_.limits));
  SCEAU_ASSIGN_OR_RETURN(SealReport seal, Judge(read, issued));
  if (options_.drawing == Drawing::kPage)
    SCEAU_RETURN_IF_ERROR(CheckPage(seal, issued.attestation.holder));
  return seal;
}

absl::StatusOr<SealReport> ReadBack::Judge(const ReadOutcome& read,
                                           const IssuedAttestation& issued) const {
  const Attestation& attestation = issued.attestation;
  const ExpectedHolder holder{
      .name = attestation.holder.birth_name + " " + attestation.holder.given_names,
      .born = attestation.holder.birth_date,
      .nir = attestation.holder.nir};
  verify::Context context;
  context.trust = &trust_;
  context.policy = policy_.get();
  context.holder = &holder;
  context.limits = options_.limits;
  context.date_of_care = attestation.valid_from;
  context.now = attestation.issued_at;
  Report report = verify::VerifyRead(read, "", context);
  if (report.seals.size() != 1) return RefuseAxis("seals", fmt::format("{}", report.seals.size()));
  SCEAU_RETURN_IF_ERROR(CheckSeal(report.seals.front(), options_));
  return std::move(report.seals.front());
}

}  // namespace sceau::issue
