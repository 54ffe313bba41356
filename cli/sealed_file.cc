// SPDX-License-Identifier: Apache-2.0
#include "cli/sealed_file.h"

#include <algorithm>
#include <initializer_list>

#include "cli/input.h"
#include "sceau/error.h"
#include "sceau/verify.h"

namespace sceau::cli {
namespace {

absl::StatusOr<Report> ReadReport(const Verifier& verifier, const std::string& file) {
  if (file != kStandardInput) return verifier.VerifyFile(file);
  const auto content = ReadInput(file, Limits{}.document_bytes + 1);
  if (!content.ok()) return content.status();
  return verifier.VerifyBytes(BytesOf(*content), file);
}

bool IsProven(const SealReport& seal) {
  return seal.signature == Signature::kVerified && seal.claims && seal.claims->attestation &&
         (seal.axes.seal == SealAxis::kGenuine || seal.axes.seal == SealAxis::kTestIssuer);
}

bool IsWhatThePageShows(const SealReport& seal) {
  return seal.axes.document != DocumentAxis::kDiffers &&
         std::ranges::none_of(seal.reasons, [](const Finding& finding) {
           return finding.reason == Reason::kDocumentHiddenCode;
         });
}

// The first reason, in the order of the areas.
absl::Status FirstReason(const std::vector<Finding>& reasons,
                         std::initializer_list<ReasonArea> areas, Reason otherwise) {
  for (const ReasonArea area : areas) {
    const auto found = std::ranges::find_if(
        reasons, [area](const Finding& finding) { return AreaOf(finding.reason) == area; });
    if (found != reasons.end()) return Refuse(found->reason, found->detail);
  }
  return Refuse(otherwise);
}

absl::Status WhyNotProven(const SealReport& seal) {
  if (seal.axes.seal == SealAxis::kGenuine) return Refuse(Reason::kRightsNotApplicable);
  return FirstReason(seal.reasons, {ReasonArea::kSeal, ReasonArea::kScanner}, Reason::kInternal);
}

}  // namespace

absl::StatusOr<DocumentId> SealedNumber(const Report& report) {
  if (report.seals.empty())
    return FirstReason(report.reasons, {ReasonArea::kDocument}, Reason::kDocumentNoSeal);
  std::optional<DocumentId> number;
  for (const SealReport& seal : report.seals) {
    if (!IsProven(seal)) return WhyNotProven(seal);
    if (!IsWhatThePageShows(seal))
      return FirstReason(seal.reasons, {ReasonArea::kDocument}, Reason::kDocumentHiddenCode);
    const DocumentId& found = seal.claims->attestation->document_id;
    if (number && *number != found) return Refuse(Reason::kUsage, "a file of several attestations");
    number = found;
  }
  return *number;
}

std::optional<std::vector<DocumentId>> ReadSealedNumbers(const std::vector<std::string>& files,
                                                         const TrustOptions& trust,
                                                         Terminal& terminal) {
  VerifyOptions options;
  auto loaded = trust.Load(options.limits);
  if (!loaded.ok()) {
    terminal.Fail(loaded.status(), trust.subject());
    return std::nullopt;
  }
  options.trust = *std::move(loaded);
  const auto verifier = Verifier::Create(std::move(options));
  if (!verifier.ok()) {
    terminal.Fail(verifier.status());
    return std::nullopt;
  }
  std::vector<DocumentId> numbers;
  for (const std::string& file : files) {
    const auto report = ReadReport(*verifier, file);
    const auto number = report.ok() ? SealedNumber(*report) : report.status();
    if (!number.ok()) {
      terminal.Fail(number.status(), file);
      return std::nullopt;
    }
    if (std::ranges::find(numbers, *number) == numbers.end()) numbers.push_back(*number);
  }
  return numbers;
}

}  // namespace sceau::cli
