// SPDX-License-Identifier: Apache-2.0
// The text of a handheld scanner that types like a keyboard: what a wrong set-up did to it, undone
// where the text allows one reading only, and what to set.
//
// Spec: docs/formats/scanner-text.md. Nothing is proven here: a reading is what the code may hold,
// and its signature decides over exactly those bytes. Covered are keyboards of the United States
// and of France ("AZERTY" of Windows and of Linux), each read as the other, and caps lock; what
// stands before and after a code; a code sent twice; line breaks; separators that are spelled out
// or dropped. Not covered: other layouts (macOS, Belgium, AFNOR), Alt codes that arrive as digits,
// text that is not UTF-8.
#ifndef SCEAU_SCANNER_H_
#define SCEAU_SCANNER_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sceau/limits.h"
#include "sceau/reason.h"
#include "sceau/report.h"

namespace sceau {

// One text that the code may hold.
struct ScannerReading {
  std::string text;    // UTF-8 as far as the code's content is, with its control characters
  std::string format;  // "ad1", "2d-doc"
  std::vector<Finding> mishaps;  // scanner.*; empty where `text` is what was typed
  // What a signature that does not hold over `text` means instead of "altered": characters may be
  // missing that no repair brings back. Nothing where a loss would show by itself.
  std::optional<Reason> doubt;
};

struct RepairedScan {
  // Whole seals, each text once. One: what to judge. Several: nothing may be chosen among them, by
  // their signature least of all (scanner.ambiguous). None: no seal that is whole.
  std::vector<ScannerReading> readings;
  // Without a reading: a text that starts like a seal once its mishaps are undone, so that its
  // refusal (seal.separators-lost, seal.truncated …) can be told beside them.
  std::optional<ScannerReading> closest;
};

// `typed` is at most Limits::payload_bytes; longer text has no reading. In bytes that are no UTF-8
// no keyboard is undone. Text that a
// scanner did not spoil is its own only reading, a line end at its end included.
RepairedScan RepairScannerText(std::string_view typed, const Limits& limits);

// What the code on a page for setting up a scanner holds: ASCII with GS, RS and US, for a Data
// Matrix or a QR code of any encoding that keeps bytes. Valid for ever.
std::string_view ScannerTestText();

struct ScannerCheck {
  bool recognised = false;       // it is the test code, read through mishaps that Sceau knows
  std::vector<Finding> mishaps;  // each says what to set; `detail` names a separator or a place
};

// What is wrong with the set-up of a scanner that typed `typed` for ScannerTestText(): nothing when
// recognised and without mishaps. What is not recognised has scanner.unknown-layout alone. Besides
// scanner.*, seal.separators-lost.
ScannerCheck CheckScanner(std::string_view typed, const Limits& limits);

}  // namespace sceau

#endif  // SCEAU_SCANNER_H_
