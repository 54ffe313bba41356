// SPDX-License-Identifier: Apache-2.0
// The public Verifier: checks its options once, then runs the pipeline for each document.
#include <utility>

#include "attestation/compare_holder.h"
#include "base/file.h"
#include "base/status.h"
#include "isolation/reader.h"
#include "sceau/verify.h"
#include "verify/context.h"
#include "verify/pipeline.h"

namespace sceau {
namespace {

// Too large is a fact about the document; a missing file says nothing about one.
bool IsAboutTheDocument(const absl::Status& unread) {
  return ReasonOf(unread) == Reason::kDocumentTooLarge;
}

absl::StatusOr<VerifyOptions> AskedBy(const Question& question, VerifyOptions options) {
  if (question.date_of_care) options.date_of_care = question.date_of_care;
  if (question.holder) {
    SCEAU_RETURN_IF_ERROR(attestation::CheckExpectedHolder(*question.holder));
    options.holder = *question.holder;
  }
  return options;
}

Report ReportOf(ByteSpan document, const std::string& name, const VerifyOptions& options,
                isolation::Reader& reader) {
  const verify::Context context = verify::ContextOf(options, &reader);
  try {
    return verify::VerifyDocument(document, name, context);
  } catch (...) {  // out of memory, or our bug: never a verdict
    Report report = verify::StartReport(name, context);
    report.reasons.push_back({Reason::kInternal, "verification stopped"});
    return report;
  }
}

absl::StatusOr<Report> ReportOfFile(const std::string& path, const VerifyOptions& options,
                                    isolation::Reader& reader) {
  const auto bytes = ReadFile(path, options.limits.document_bytes);
  if (bytes.ok()) return ReportOf(*bytes, path, options, reader);
  if (!IsAboutTheDocument(bytes.status())) return bytes.status();
  Report report = verify::StartReport(path, verify::ContextOf(options, nullptr));
  report.reasons.push_back({Reason::kDocumentTooLarge, ""});
  return report;
}

}  // namespace

struct Verifier::State {
  explicit State(VerifyOptions given)
      : options(std::move(given)),
        reader(isolation::MakeReader(
            {.previews = options.previews, .rasters = isolation::Rasters::kPictures})) {}
  VerifyOptions options;
  std::unique_ptr<isolation::Reader> reader;  // thread-safe
};

Verifier::Verifier(std::unique_ptr<const State> state) : state_(std::move(state)) {}
Verifier::Verifier(Verifier&&) noexcept = default;
Verifier& Verifier::operator=(Verifier&&) noexcept = default;
Verifier::~Verifier() = default;

absl::StatusOr<Verifier> Verifier::Create(VerifyOptions options) {
  SCEAU_RETURN_IF_ERROR(verify::Complete(options));
  return Verifier(std::make_unique<const State>(std::move(options)));
}

Report Verifier::VerifyBytes(ByteSpan document, const std::string& name) const {
  return ReportOf(document, name, state_->options, *state_->reader);
}

absl::StatusOr<Report> Verifier::VerifyFile(const std::string& path) const {
  return ReportOfFile(path, state_->options, *state_->reader);
}

absl::StatusOr<Report> Verifier::VerifyBytes(ByteSpan document, const std::string& name,
                                             const Question& question) const {
  SCEAU_ASSIGN_OR_RETURN(const VerifyOptions options, AskedBy(question, state_->options));
  return ReportOf(document, name, options, *state_->reader);
}

absl::StatusOr<Report> Verifier::VerifyFile(const std::string& path,
                                            const Question& question) const {
  SCEAU_ASSIGN_OR_RETURN(const VerifyOptions options, AskedBy(question, state_->options));
  return ReportOfFile(path, options, *state_->reader);
}

absl::StatusOr<Report> Verifier::AskHolder(Report report, const ExpectedHolder& holder) const {
  SCEAU_RETURN_IF_ERROR(attestation::CheckExpectedHolder(holder));
  return verify::AskHolder(std::move(report), holder, *state_->options.policy);
}

}  // namespace sceau
