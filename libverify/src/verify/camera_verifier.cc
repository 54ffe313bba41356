// SPDX-License-Identifier: Apache-2.0
// The public CameraVerifier: the pipeline behind a reader of pictures.
#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "base/status.h"
#include "isolation/reader.h"
#include "sceau/camera.h"
#include "verify/context.h"
#include "verify/pipeline.h"

namespace sceau {
namespace {

// How far a symbol may have moved between two pictures of a paper that is held still, as a share
// of its side.
constexpr double kStillness = 0.05;

double Distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

bool IsInSamePlace(const Symbol& now, const Symbol& before) {
  const double reach = kStillness * Distance(before.corners[0], before.corners[1]);
  return std::ranges::equal(now.corners, before.corners,
                            [&](Point a, Point b) { return Distance(a, b) <= reach; });
}

// Each symbol stood there in the picture before, with the same payload.
bool IsHeldStill(const std::vector<Symbol>& now, const std::vector<Symbol>& before) {
  return std::ranges::all_of(now, [&](const Symbol& symbol) {
    return std::ranges::any_of(before, [&](const Symbol& other) {
      return other.payload == symbol.payload && IsInSamePlace(symbol, other);
    });
  });
}

// As a document of one page. A paper in motion is not compared: its pixels are left out.
absl::StatusOr<isolation::ReadOutcome> ReadFrame(isolation::FrameReader& reader,
                                                 const CameraFrame& frame,
                                                 std::vector<Symbol>& before) {
  absl::StatusOr<Page> read =
      reader.ReadFrame({frame.luminance, frame.width, frame.height, frame.stride});
  const std::vector<Symbol> last = std::exchange(before, {});
  SCEAU_ASSIGN_OR_RETURN(Page page, std::move(read));
  if (!IsHeldStill(page.symbols, last)) page.raster = {};
  before = page.symbols;
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
  std::vector<Symbol> before;  // of the last picture
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
  verify::Context context = verify::ContextOf(state_->options, nullptr);
  context.pictures_doubts = false;  // the next picture may settle them
  try {
    return verify::VerifyRead(ReadFrame(*state_->reader, frame, state_->before), "", context);
  } catch (...) {  // out of memory, or our bug: never a verdict
    Report report = verify::StartReport("", context);
    report.reasons.push_back({Reason::kInternal, "verification stopped"});
    return report;
  }
}

}  // namespace sceau
