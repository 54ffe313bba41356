// SPDX-License-Identifier: Apache-2.0
#include "barcode/read.h"

#include <algorithm>
#include <cmath>
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

constexpr int kMostCandidates = 64;

// A3 at 300 dpi is 17 Mpx. Larger images are phone pictures, of modules with pixels to spare.
constexpr double kWholePagePixels = 18e6;
constexpr int kLeastReduced = 500;  // pixels that remain of the shorter side
constexpr int kMostSymbols = 254;   // ZXing counts in eight bits

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
    SCEAU_RETURN_IF_ERROR(found_.Add(ReadWholePage()));
    if (IsOutOfTime()) return Result(true);
    const std::vector<Candidate> candidates = Locate(image_, kMostCandidates);
    for (const Attempt& attempt : Attempts()) {
      int in_vain = 0;
      for (const Candidate& candidate : candidates) {
        if (IsRead(candidate) || !IsWorth(attempt, candidate)) continue;
        if (in_vain == attempt.candidates) break;
        if (IsOutOfTime()) return Result(true);
        SCEAU_RETURN_IF_ERROR(found_.Add(attempt.read(image_, candidate)));
        if (!IsRead(candidate)) ++in_vain;
      }
    }
    return Result(false);
  }

 private:
  // Finds QR codes anywhere, and a Data Matrix that lies on a centre line of the image. What a
  // reduced copy of a very large image does not show, its candidates show in full.
  absl::StatusOr<std::vector<Symbol>> ReadWholePage() const {
    const double pixels = static_cast<double>(image_.width) * image_.height;
    const int factor = static_cast<int>(std::ceil(std::sqrt(pixels / kWholePagePixels)));
    const bool is_wide_enough = std::min(image_.width, image_.height) >= kLeastReduced * factor;
    return DecodeReduced(image_, is_wide_enough ? factor : 1, Binarization::kLocal,
                         std::min(options_.max_symbols, kMostSymbols) + 1);
  }

  bool IsOutOfTime() const { return std::chrono::steady_clock::now() >= options_.deadline; }

  bool IsRead(const Candidate& candidate) {
    if (!found_.Covers(candidate)) return false;
    best_score_read_ = std::max(best_score_read_, candidate.score);
    return true;
  }

  bool IsWorth(const Attempt& attempt, const Candidate& candidate) const {
    return candidate.score >= attempt.weakest * best_score_read_ &&
           LongerSide(candidate) >= attempt.least_side;
  }

  // A corner that a reader sees beyond the image's border is put on it.
  ReadResult Result(bool out_of_time) {
    ReadResult result{found_.TakeInReadingOrder(), out_of_time};
    for (Symbol& symbol : result.symbols) {
      for (Point& corner : symbol.corners) {
        corner.x = std::clamp(corner.x, 0.0, static_cast<double>(image_.width));
        corner.y = std::clamp(corner.y, 0.0, static_cast<double>(image_.height));
      }
    }
    return result;
  }

  ImageView image_;
  ReadOptions options_;
  FoundSymbols found_;
  double best_score_read_ = 0;
};

}  // namespace

absl::StatusOr<ReadResult> ReadSymbols(ImageView image, const ReadOptions& options) {
  SCEAU_RETURN_IF_ERROR(CheckImage(image));
  if (image.width == 0 || image.height == 0) return ReadResult{};
  return PageSearch(image, options).Run();
}

}  // namespace sceau::barcode
