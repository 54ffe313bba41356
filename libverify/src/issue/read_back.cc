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

absl::Status CheckReport(const Report& report, const IssueOptions& options, const Holder& holder) {
  const auto refuse = [](std::string_view axis, std::string_view found) {
    return Refuse(Reason::kIssueReadBack, fmt::format("{}: {}", axis, found));
  };
  if (report.seals.size() != 1) return refuse("seals", fmt::format("{}", report.seals.size()));
  const SealReport& seal = report.seals.front();
  if (!IsSealGood(seal, options)) return refuse("seal", Name(seal.axes.seal));
  if (HasReason(seal, Reason::kDocumentHiddenCode)) return refuse("seal", "hidden");
  // Verifiers show no claims of a test issuer.
  if (!seal.claims) return absl::OkStatus();
  if (seal.axes.holder != HolderAxis::kMatches) return refuse("holder", Name(seal.axes.holder));
  if (seal.axes.document == DocumentAxis::kAgrees) return absl::OkStatus();
  if (options.drawing != Drawing::kPage) return absl::OkStatus();
  if (const auto field = RightToLeftField(holder))
    return Refuse(Reason::kClaimsWritingDirection, fmt::format("{}: not read back", *field));
  // Nobody is refused an attestation because their name ("---", "NOM") leaves nothing to compare.
  if (seal.axes.document == DocumentAxis::kNotCompared) return absl::OkStatus();
  return refuse("document", Name(seal.axes.document));
}

absl::Status Judge(const ReadOutcome& read, const trust::TrustStore& trust,
                   const IssueOptions& options, const IssuedAttestation& issued) {
  const Attestation& attestation = issued.attestation;
  SCEAU_ASSIGN_OR_RETURN(const Policy policy, NamedPolicy("counter"));
  const ExpectedHolder holder{
      .name = attestation.holder.birth_name + " " + attestation.holder.given_names,
      .born = attestation.holder.birth_date,
      .nir = attestation.holder.nir};
  verify::Context context;
  context.trust = &trust;
  context.policy = policy.get();
  context.holder = &holder;
  context.limits = options.limits;
  context.date_of_care = attestation.valid_from;
  context.now = attestation.issued_at;
  return CheckReport(verify::VerifyRead(read, "", context), options, attestation.holder);
}

}  // namespace

absl::Status ReadBack(const IssueOptions& options, ReadBackReaders& readers,
                      const IssuedAttestation& issued) {
  SCEAU_ASSIGN_OR_RETURN(
      const trust::TrustStore trust,
      trust::TrustStore::Create({options.issuer->certificate}, {"the issuer's certificate"}));
  if (options.drawing == Drawing::kNone)
    return Judge(TextAlone(issued.seal_text), trust, options, issued);
  const std::string& document = options.drawing == Drawing::kPage ? issued.pdf : issued.png;
  for (isolation::Reader* reader : {readers.as_verified.get(), readers.as_shown.get()}) {
    SCEAU_ASSIGN_OR_RETURN(const ReadOutcome read,
                           ReadDocument(document, issued.seal_text, *reader, options.limits));
    SCEAU_RETURN_IF_ERROR(Judge(read, trust, options, issued));
  }
  return absl::OkStatus();
}

}  // namespace sceau::issue
