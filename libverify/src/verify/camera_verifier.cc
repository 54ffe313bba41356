// SPDX-License-Identifier: Apache-2.0
// The public CameraVerifier: the pipeline behind a reader of pictures.
#include <utility>

#include "base/status.h"
#include "isolation/reader.h"
#include "sceau/camera.h"
#include "verify/context.h"
#include "verify/pipeline.h"

namespace sceau {
namespace {

// As a document of one page.
absl::StatusOr<isolation::ReadOutcome> ReadFrame(isolation::FrameReader& reader,
                                                 const CameraFrame& frame) {
  SCEAU_ASSIGN_OR_RETURN(
      Page page, reader.ReadFrame({frame.luminance, frame.width, frame.height, frame.stride}));
  isolation::ReadOutcome outcome;
  outcome.content.pages.push_back(std::move(page));
  return outcome;
}

}  // namespace

struct CameraVerifier::State {
  explicit State(VerifyOptions given)
      : options(std::move(given)), reader(isolation::MakeFrameReader(options.limits)) {}
  VerifyOptions options;
  std::unique_ptr<isolation::FrameReader> reader;
};

CameraVerifier::CameraVerifier(std::unique_ptr<State> state) : state_(std::move(state)) {}
CameraVerifier::CameraVerifier(CameraVerifier&&) noexcept = default;
CameraVerifier& CameraVerifier::operator=(CameraVerifier&&) noexcept = default;
CameraVerifier::~CameraVerifier() = default;

absl::StatusOr<CameraVerifier> CameraVerifier::Create(VerifyOptions options) {
  SCEAU_RETURN_IF_ERROR(verify::Complete(options));
  return CameraVerifier(std::make_unique<State>(std::move(options)));
}

Report CameraVerifier::VerifyFrame(const CameraFrame& frame) {
  const verify::Context context = verify::ContextOf(state_->options, nullptr);
  try {
    return verify::VerifyRead(ReadFrame(*state_->reader, frame), "", context);
  } catch (...) {  // out of memory, or our bug: never a verdict
    Report report = verify::StartReport("", context);
    report.reasons.push_back({Reason::kInternal, "verification stopped"});
    return report;
  }
}

}  // namespace sceau
