// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/camera_watch.h"

#include <algorithm>

namespace sceau::gui {
namespace {

// At three to ten pictures a second, a moment in which a hand finds the seal.
constexpr int kUnsealedFrames = 3;
// A page without a code may be the one that was answered, on its way out of the picture.
constexpr int kBareFrames = 6;
// A paper that no picture shows so many times in a row was taken away.
constexpr int kGoneFrames = 5;
// So long an answer stays grey before what the camera sees takes its place: a
// seal may stand on the same page as the other code, out of the picture.
constexpr int kReplacedFrames = 12;
// Longer than anybody looks for the code on a page: what shows print is the table.
constexpr int kGroundFrames = 100;
// A hand and a page that moves hide the ground in some pictures.
constexpr int kMaxGround = 120;
constexpr int kHiddenCost = 3;

}  // namespace

void CameraWatch::see(const QByteArray& print, bool hasSeal, bool showsPrint, bool isAnswered) {
  const bool showsCode = !print.isEmpty();
  seen_ = print;
  if (!showsCode) {
    if (!showsPrint) {
      ground_ = std::max(ground_ - kHiddenCost, 0);
    } else if (!isAnswered) {
      ground_ = std::min(ground_ + 1, kMaxGround);
    }
  }
  unsealed_ = showsCode && !hasSeal ? unsealed_ + 1 : 0;
  const bool isPage = !showsCode && showsPrint && !isOnPrint_;
  bare_ = unsealed_ > 0 || isPage ? bare_ + 1 : 0;
  isSame_ = showsCode && print == paper_;
  if (isSame_) {
    others_ = 0;
    bare_ = 0;
  } else if (++others_ >= kGoneFrames) {
    paper_.clear();
  }
}

void CameraWatch::answered() {
  isOnPrint_ = ground_ >= kGroundFrames;
  cameBack();
}

void CameraWatch::cameBack() {
  paper_ = seen_;
  others_ = 0;
  bare_ = 0;
}

std::optional<StaleBy> CameraWatch::other() const {
  if (unsealed_ >= kUnsealedFrames) return StaleBy::kCode;
  if (bare_ >= kBareFrames) return StaleBy::kPage;
  return std::nullopt;
}

bool CameraWatch::isUnsealed() const { return unsealed_ >= kUnsealedFrames; }

bool CameraWatch::isReplaced() const { return unsealed_ >= kReplacedFrames; }

}  // namespace sceau::gui
