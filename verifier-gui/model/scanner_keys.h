// SPDX-License-Identifier: Apache-2.0
// Tells a handheld scanner, which types like a keyboard, from fingers: by its
// speed and by what it types. Keys are held back for a moment, so that a scan
// never reaches the field that has the focus.
#ifndef SCEAU_VERIFIER_GUI_MODEL_SCANNER_KEYS_H_
#define SCEAU_VERIFIER_GUI_MODEL_SCANNER_KEYS_H_

#include <QString>
#include <chrono>
#include <optional>

namespace sceau::gui {

class ScannerKeys {
 public:
  // Of the moments at which keys were pressed, on a clock that only goes
  // forward: never of those at which the program came to hear of them, which a
  // busy machine moves.
  using Time = std::chrono::milliseconds;

  // Scanners send a key every 1 to 20 ms, practised fingers one every 60 ms at
  // best.
  static constexpr Time kGap{35};
  // Slow ones, and those of busy computers: what begins as a seal does, or may
  // yet, is held for it.
  static constexpr Time kSlowGap{100};
  // What begins as a seal does goes on until Return, or until such a silence.
  static constexpr Time kQuiet{500};
  // What a cut scan may still lack.
  static constexpr Time kJoin{2000};
  // Two letters rolled by fast fingers are not a scan; the shortest seal has
  // some hundred characters.
  static constexpr qsizetype kShortestScan = 8;
  // The longest payload of a symbol, and as many bytes again for what a scanner
  // adds.
  static constexpr qsizetype kLongestScan = 16'384;

  // What becomes of the keys that were held before.
  enum class Held {
    kKept,       // nothing yet
    kReleased,   // fingers: to be typed as they came
    kScanned,    // takeScan() has them
    kSwallowed,  // the Return of a scan that was taken before it came
  };

  // A key that types `text`, a line end included; it is held.
  Held press(const QString& text, Time pressed);

  // To be called when nothing was heard for patience().
  Held settle(Time now);
  // How long the keys that are held wait for the next.
  Time patience() const;

  // The text of the scan that ended last, line ends and controls as typed.
  // Where it goes on with one that was cut, both together.
  QString takeScan();

  // Whether keys are held now.
  bool isHolding() const { return !text_.isEmpty(); }
  // And whether they are the beginning of a seal.
  bool isHearingSeal() const { return isSeal_; }
  // Whether a lone Return now belongs to a scan.
  bool isAfterCutScan(Time pressed) const;

 private:
  Held finish();
  bool isScan() const;

  QString text_;
  QString scan_;
  QString cut_;  // the last scan, where it is the beginning of a seal and no more
  Time cutEnd_{0};
  Time first_{0};
  Time last_{0};
  bool isSeal_ = false;     // text_ begins as one does
  bool continues_ = false;  // it may go on where cut_ ended
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_MODEL_SCANNER_KEYS_H_
