// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/scanner_keys.h"

#include <utility>

namespace sceau::gui {

ScannerKeys::Held ScannerKeys::finish() {
  const QString typed = std::exchange(text_, {});
  if (typed.isEmpty()) return Held::kKept;
  if (typed.size() < kShortestScan) return Held::kReleased;
  scan_ = typed;
  return Held::kScanned;
}

ScannerKeys::Held ScannerKeys::press(const QString& text, Time now) {
  const bool follows = isHolding() && now - last_ <= kGap && text_.size() < kLongestScan;
  const Held before = follows ? Held::kKept : finish();
  text_.append(text);
  last_ = now;
  return before;
}

ScannerKeys::Held ScannerKeys::settle(Time now) {
  return isHolding() && now - last_ >= kGap ? finish() : Held::kKept;
}

QString ScannerKeys::takeScan() { return std::exchange(scan_, {}); }

}  // namespace sceau::gui
