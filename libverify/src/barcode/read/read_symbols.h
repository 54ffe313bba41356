// SPDX-License-Identifier: Apache-2.0
// Finds the QR and Data Matrix symbols of a page image, wherever they are on it and whichever way
// they are turned. ZXing's types stay in here.
#ifndef SCEAU_BARCODE_READ_READ_SYMBOLS_H_
#define SCEAU_BARCODE_READ_READ_SYMBOLS_H_

#include <chrono>
#include <vector>

#include "absl/status/statusor.h"
#include "base/page.h"

namespace sceau::barcode {

struct ReadOptions {
  int max_symbols = 64;
  // Looked at between steps; a step takes some tens of milliseconds on a page of usual size.
  std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
  // After so long no further way to read what was not read is tried; that is no failure. The ways
  // come in the order of what they read for their cost.
  std::chrono::steady_clock::duration effort = std::chrono::steady_clock::duration::max();
  // Symbols of fewer modules a side need not be found: the fewer, the more is searched in vain.
  int least_modules = 8;
  // A glance: the image was made by a program, not by a camera or a scanner. What shows no modules
  // at once is left, and so is what undoes blur, noise and bent paper.
  bool drawn = false;
  // A symbol was read beside the image: areas that show no modules are left, as they are on an
  // image of which one was read.
  bool beside_symbol = false;
};

struct ReadResult {
  // By page position: top to bottom, then left to right; each symbol once, though two symbols may
  // carry the same payload.
  std::vector<Symbol> symbols;
  bool out_of_time = false;  // the deadline passed: there may be more
  bool certain = false;      // of a glance: a search would find no more
};

// Any 8-bit luminance image. Refuses document.too-many-symbols and document.too-many-pixels;
// kInternal when ZXing throws or the view is malformed.
absl::StatusOr<ReadResult> ReadSymbols(ImageView image, const ReadOptions& options);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_READ_SYMBOLS_H_
