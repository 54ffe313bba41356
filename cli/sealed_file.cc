// SPDX-License-Identifier: Apache-2.0
#include "cli/sealed_file.h"

#include <algorithm>

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

bool NamesAnAttestation(const SealReport& seal) {
  const bool proven =
      seal.axes.seal == SealAxis::kGenuine || seal.axes.seal == SealAxis::kTestIssuer;
  return proven && seal.signature == Signature::kVerified && seal.claims &&
         seal.claims->attestation;
}

absl::Status FirstReason(const std::vector<Finding>& reasons) {
  return reasons.empty() ? Refuse(Reason::kDocumentNoSeal)
                         : Refuse(reasons.front().reason, reasons.front().detail);
}

absl::StatusOr<DocumentId> NumberIn(const Report& report) {
  if (report.seals.empty()) return FirstReason(report.reasons);
  std::optional<DocumentId> number;
  for (const SealReport& seal : report.seals) {
    if (!NamesAnAttestation(seal)) return FirstReason(seal.reasons);
    const DocumentId& found = seal.claims->attestation->document_id;
    if (number && *number != found) return Refuse(Reason::kUsage, "a file of several attestations");
    number = found;
  }
  return *number;
}

}  // namespace

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
    const auto number = report.ok() ? NumberIn(*report) : report.status();
    if (!number.ok()) {
      terminal.Fail(number.status(), file);
      return std::nullopt;
    }
    if (std::ranges::find(numbers, *number) == numbers.end()) numbers.push_back(*number);
  }
  return numbers;
}

}  // namespace sceau::cli
