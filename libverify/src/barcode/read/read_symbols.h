// SPDX-License-Identifier: Apache-2.0
// Finds the QR and Data Matrix symbols of a page image, wherever they are on it and whichever way
// they are turned. The room's README explains the steps.
//
// Calls do not share anything, so any number of threads may call at once.
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
  // After so much time of the thread, no further way to read what was not read is tried, so that a
  // busy machine reads what an idle one does. That is not a failure: the ways come in the order of
  // what they read for what they cost.
  std::chrono::steady_clock::duration effort = std::chrono::steady_clock::duration::max();
  // Symbols of fewer modules on each side need not be found. A low number makes more searches in
  // vain.
  int least_modules = 8;
  // A glance: the image was made by a program, not by a camera or a scanner. Areas that show no
  // modules at once are left, and so is everything that undoes blur, noise and bent paper.
  bool drawn = false;
  // A page or a part of it as a program draws it, whose pictures are searched apart: what undoes
  // blur, noise and bent paper is left, but in areas whose edges have a beat.
  bool drawing = false;
  // So many pixels along a side show one of the picture, and no more than one.
  int zoom = 1;
  // A symbol was read beside this image: areas that show no modules are left, as they are on an
  // image on which one was read.
  bool beside_symbol = false;
};

struct ReadResult {
  // In reading order: line by line from the top, then from left to right. Each symbol comes once,
  // though two symbols may carry the same payload.
  std::vector<Symbol> symbols;
  bool out_of_time = false;  // the deadline passed: there may be more
  bool certain = false;      // of a glance: a search would find no more
  bool unread = false;       // none was read, though an area shows modules
  // Of a drawing on which nothing was read: areas that look like a symbol.
  std::vector<Corners> doubts;
};

// Reads any 8-bit luminance image. Corners are in its pixels and within it. Errors:
// document.too-many-symbols, document.too-many-pixels, document.out-of-memory; kInternal when ZXing
// throws or the view is malformed.
absl::StatusOr<ReadResult> ReadSymbols(ImageView image, const ReadOptions& options);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_READ_SYMBOLS_H_
