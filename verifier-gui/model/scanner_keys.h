// SPDX-License-Identifier: Apache-2.0
// Tells a handheld scanner, which types like a keyboard, from fingers: by its speed. Keys are held
// back for a moment, so that a scan never reaches the field that has the focus.
#ifndef SCEAU_VERIFIER_GUI_MODEL_SCANNER_KEYS_H_
#define SCEAU_VERIFIER_GUI_MODEL_SCANNER_KEYS_H_

#include <QString>
#include <chrono>
#include <optional>

namespace sceau::gui {

class ScannerKeys {
 public:
  using Time = std::chrono::milliseconds;  // of any clock that only goes forward

  // Scanners send a key every 1 to 20 ms, practised fingers one every 60 ms at best.
  static constexpr Time kGap{35};
  // Two letters rolled by fast fingers are not a scan; the shortest seal has some hundred
  // characters.
  static constexpr qsizetype kShortestScan = 8;
  // The longest payload of a symbol, and as many bytes again for what a scanner adds.
  static constexpr qsizetype kLongestScan = 16'384;

  // What becomes of the keys that were held before.
  enum class Held {
    kKept,      // nothing yet
    kReleased,  // fingers: to be typed as they came
    kScanned,   // takeScan() has them
  };

  // A key that types `text`, a line end included; it is held.
  Held press(const QString& text, Time now);

  // To be called when nothing was pressed for kGap.
  Held settle(Time now);

  // The text of the scan that ended last, line ends and controls as typed.
  QString takeScan();

  // Whether keys are held now.
  bool isHolding() const { return !text_.isEmpty(); }

 private:
  Held finish();

  QString text_;
  QString scan_;
  Time last_{0};
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_MODEL_SCANNER_KEYS_H_
