// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/scanner_keys.h"

#include <utility>

#include "sceau/scanner.h"

namespace sceau::gui {
namespace {

// A seal shows itself within its first characters, after what a scanner may put
// before it.
constexpr qsizetype kShortestStart = 4;
constexpr qsizetype kLongestStart = 24;
// What is shorter may yet become the start of a seal.
constexpr qsizetype kUndecided = 6;

bool endsInReturn(const QString& text) {
  return text.endsWith(QLatin1Char('\r')) || text.endsWith(QLatin1Char('\n'));
}

// On whatever keyboard; the identity of a patient's papers too, which is not a seal.
bool beginsAsSeal(const QString& text) {
  return text.startsWith(QLatin1String("IS01")) || !SplitScans(text.toStdString(), {}).empty();
}

bool lacksItsEnd(const QString& text) {
  return RepairScannerText(text.toStdString(), {}).readings.empty();
}

}  // namespace

ScannerKeys::Time ScannerKeys::patience() const {
  if (endsInReturn(text_)) return kGap;
  if (isSeal_ || continues_) return kQuiet;
  return text_.size() < kUndecided ? kSlowGap : kGap;
}

bool ScannerKeys::isScan() const {
  if (isSeal_) return true;
  if (text_.size() < kShortestScan) return false;
  return last_ - first_ <= kGap * (text_.size() - 1);
}

ScannerKeys::Held ScannerKeys::finish() {
  const bool isFound = isScan();
  const bool isSeal = std::exchange(isSeal_, false);
  const bool continues = std::exchange(continues_, false) && !isSeal;
  const QString typed = std::exchange(text_, {});
  if (typed.isEmpty()) return Held::kKept;
  const QString before = std::exchange(cut_, {});
  if (continues) {
    if (typed.trimmed().isEmpty()) return Held::kSwallowed;
    scan_ = before + typed;
  } else if (isFound) {
    scan_ = typed;
  } else {
    return Held::kReleased;
  }
  if ((continues || isSeal) && !endsInReturn(typed) && lacksItsEnd(scan_)) {
    cut_ = scan_;
    cutEnd_ = last_;
  }
  return Held::kScanned;
}

ScannerKeys::Held ScannerKeys::press(const QString& text, Time pressed) {
  const bool follows = isHolding() && pressed - last_ <= patience() && text_.size() < kLongestScan;
  const Held before = follows ? Held::kKept : finish();
  if (text_.isEmpty()) {
    first_ = pressed;
    continues_ = isAfterCutScan(pressed);
  }
  text_.append(text);
  last_ = pressed;
  if (!isSeal_ && text_.size() >= kShortestStart && text_.size() <= kLongestStart)
    isSeal_ = beginsAsSeal(text_);
  return before;
}

ScannerKeys::Held ScannerKeys::settle(Time now) {
  return isHolding() && now - last_ >= patience() ? finish() : Held::kKept;
}

bool ScannerKeys::isAfterCutScan(Time pressed) const {
  return !cut_.isEmpty() && pressed - cutEnd_ <= kJoin;
}

QString ScannerKeys::takeScan() { return std::exchange(scan_, {}); }

}  // namespace sceau::gui
