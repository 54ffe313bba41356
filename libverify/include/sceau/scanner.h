// SPDX-License-Identifier: Apache-2.0
// The text of a handheld scanner that types like a keyboard, or that somebody pasted: what it may
// have been before keyboards, encodings and programs changed it, and what to set.
//
// Spec: docs/formats/scanner-text.md. Nothing is proven here: a reading is what the code may hold,
// and its signature decides over exactly those bytes. Covered are the keyboards of the United
// States, France (of Windows, Linux, macOS, AFNOR), Germany, Switzerland, Belgium, Spain, Canada,
// Great Britain, Italy and Portugal, each read as each other, and caps lock; character encodings;
// typography; what stands before and after a code; codes one after another; line breaks; separators
// that are spelled out or dropped. Not covered: characters that arrive as Alt codes.
#ifndef SCEAU_SCANNER_H_
#define SCEAU_SCANNER_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sceau/limits.h"
#include "sceau/public.h"
#include "sceau/reason.h"
#include "sceau/report.h"

namespace SCEAU_PUBLIC sceau {

// One text that the code may hold.
struct ScannerReading {
  std::string text;    // UTF-8 as far as the code's content is, with its control characters
  std::string format;  // "ad1", "2d-doc", "hc1"
  std::vector<Finding> faults;  // scanner.*; empty where `text` is what was typed
  // What a signature that does not hold over `text` means: what was typed refutes nothing.
  Reason doubt = Reason::kScannerTextUnproven;
};

struct RepairedScan {
  // Whole seals, each text once, the most likely first: at most Limits::scanner_readings. Of
  // several, only one whose signature holds may be chosen (scanner.ambiguous).
  std::vector<ScannerReading> readings;
  // Without a reading: a text that starts like a seal once its scanner faults are undone, so that
  // its refusal (seal.separators-lost, seal.truncated …) can be reported beside them; or what was
  // typed, where a keyboard that cannot be undone is to blame (scanner.set-keyboard).
  std::optional<ScannerReading> closest;
};

// `typed` is at most Limits::payload_bytes; longer text has no reading.
RepairedScan RepairScannerText(std::string_view typed, const Limits& limits);

// `typed` cut before each code but the first, whatever keyboard typed them: one text when it holds
// one code or more than Limits::scanner_codes, none when it holds no code.
std::vector<std::string> SplitScans(std::string_view typed, const Limits& limits);

// What the code on a page for setting up a scanner holds: ASCII with GS, RS and US, for a Data
// Matrix or a QR code of any encoding that keeps bytes. Valid for ever.
std::string_view ScannerTestText();

struct ScannerCheck {
  bool recognised = false;      // it is the test code, read through faults that Sceau knows
  std::vector<Finding> faults;  // each says what to set; `detail` names a separator or a place
};

// What is wrong with the set-up of a scanner that typed `typed` for ScannerTestText(): nothing when
// recognised and without scanner faults. What is not recognised has scanner.unknown-layout alone.
// Besides scanner.*, seal.separators-lost.
ScannerCheck CheckScanner(std::string_view typed, const Limits& limits);

}  // namespace sceau

#endif  // SCEAU_SCANNER_H_
