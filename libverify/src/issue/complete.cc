// SPDX-License-Identifier: Apache-2.0
#include "issue/complete.h"

#include <chrono>

#include "attestation/claims_json.h"
#include "attestation/validity.h"
#include "base/status.h"
#include "crypto/digest.h"
#include "fmt/format.h"
#include "issue/issuer_key.h"
#include "layout/fonts.h"
#include "layout/lay_out.h"
#include "trust/bundle/bundle.h"

namespace sceau::issue {
namespace {

// Refuses a validity that no verifier accepts, and one that only some trust bundles grant unless
// the caller allowed it.
absl::Status CheckTimeToEnd(const IssueOptions& options, const Attestation& attestation) {
  const std::chrono::days most = options.allow_long_validity
                                     ? std::chrono::days{trust::kMaxValidityDays}
                                     : attestation::kStandardValidity;
  if (attestation::TimeToEnd(attestation.issued_at, attestation.valid_until) <= most)
    return absl::OkStatus();
  return Refuse(Reason::kClaimsTooLongValidity,
                fmt::format("/valid_until: more than {} days after the issue", most.count()));
}

// Names the layout if every verifier can draw the same page: it is ours, and its own font has all
// the letters.
absl::Status NameLayout(const IssueOptions& options, Attestation& attestation) {
  attestation.layout.reset();
  if (options.drawing != Drawing::kPage) return absl::OkStatus();
  SCEAU_ASSIGN_OR_RETURN(const layout::Fonts* fonts, layout::Fonts::OfThread());
  if (layout::IsExact(*fonts, attestation)) attestation.layout = layout::kLayoutId;
  return absl::OkStatus();
}

}  // namespace

absl::Status Complete(const IssueOptions& options, Attestation& attestation) {
  attestation.issued_at =
      options.now ? options.now()
                  : std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const crypto::Certificate& certificate = options.issuer->certificate;
  if (attestation.issued_at < certificate.not_before() ||
      attestation.issued_at > certificate.not_after()) {
    return Refuse(Reason::kKeyCertificateOutOfDate);
  }
  if (attestation.valid_until < ParisDay(attestation.issued_at))
    return Refuse(Reason::kClaimsBadPeriod, "/valid_until: before the day of issue");
  SCEAU_RETURN_IF_ERROR(CheckTimeToEnd(options, attestation));
  SCEAU_RETURN_IF_ERROR(NameLayout(options, attestation));
  if (options.random) {
    options.random(attestation.document_id);
  } else {
    SCEAU_RETURN_IF_ERROR(crypto::FillRandom(attestation.document_id));
  }
  return attestation::Check(attestation);
}

}  // namespace sceau::issue
