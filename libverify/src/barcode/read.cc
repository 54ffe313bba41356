// SPDX-License-Identifier: Apache-2.0
#include "barcode/read.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

#include "barcode/attempts.h"
#include "barcode/found_symbols.h"
#include "barcode/locate.h"
#include "barcode/zxing_reader.h"
#include "base/status.h"
#include "sceau/limits.h"

namespace sceau::barcode {
namespace {

// Beyond these a page of text would cost more time than any page with symbols.
constexpr int kMostCandidates = 8;

// Measured: two symbols of one page score within a factor of 2 of each other, most other areas less
// than 0.4 of a symbol.
constexpr double kWeak = 0.4;

absl::Status CheckImage(ImageView image) {
  if (image.width < 0 || image.height < 0) {
    return Refuse(Reason::kInternal, "page image: negative size");
  }
  if (image.width == 0 || image.height == 0) return absl::OkStatus();
  if (image.pixels == nullptr || image.stride < image.width) {
    return Refuse(Reason::kInternal, "page image: no pixels or short rows");
  }
  if (std::int64_t{image.width} * image.height > Limits{}.page_pixels) {
    return Refuse(Reason::kDocumentTooManyPixels, "page image: over the limit");
  }
  return absl::OkStatus();
}

// One page's search.
class PageSearch {
 public:
  PageSearch(ImageView image, const ReadOptions& options)
      : image_(image), options_(options), found_(options.max_symbols) {}

  absl::StatusOr<ReadResult> Run() {
    if (IsOutOfTime()) return Result(true);
    // Finds QR codes anywhere, and a Data Matrix that lies on a centre line of the image.
    SCEAU_RETURN_IF_ERROR(
        found_.Add(DecodeSymbols(image_, Binarization::kLocal, options_.max_symbols + 1)));
    if (IsOutOfTime()) return Result(true);
    candidates_ = Locate(image_, kMostCandidates);
    for (const Attempt& attempt : Attempts()) {
      const auto count = std::min(candidates_.size(), static_cast<std::size_t>(attempt.candidates));
      for (std::size_t i = 0; i < count; ++i) {
        if (IsSettled(candidates_[i]) || LongerSide(candidates_[i]) < attempt.least_side) continue;
        if (IsOutOfTime()) return Result(true);
        SCEAU_RETURN_IF_ERROR(found_.Add(attempt.read(image_, candidates_[i])));
      }
    }
    return Result(false);
  }

 private:
  bool IsOutOfTime() const { return std::chrono::steady_clock::now() >= options_.deadline; }

  // Read already, or much weaker than an area where a symbol was: the same camera saw both.
  bool IsSettled(const Candidate& candidate) {
    if (found_.Covers(candidate)) {
      yardstick_ = std::max(yardstick_, candidate.score);
      return true;
    }
    return candidate.score < kWeak * yardstick_;
  }

  ReadResult Result(bool out_of_time) { return {found_.TakeInReadingOrder(), out_of_time}; }

  ImageView image_;
  ReadOptions options_;
  FoundSymbols found_;
  std::vector<Candidate> candidates_;
  double yardstick_ = 0;  // the best score of an area that holds a found symbol
};

}  // namespace

absl::StatusOr<ReadResult> ReadSymbols(ImageView image, const ReadOptions& options) {
  SCEAU_RETURN_IF_ERROR(CheckImage(image));
  if (image.width == 0 || image.height == 0) return ReadResult{};
  return PageSearch(image, options).Run();
}

}  // namespace sceau::barcode
