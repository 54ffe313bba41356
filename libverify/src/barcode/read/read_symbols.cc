// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/read_symbols.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <optional>
#include <utility>

#include "barcode/read/attempts.h"
#include "barcode/read/dots.h"
#include "barcode/read/enhance.h"
#include "barcode/read/found_symbols.h"
#include "barcode/read/grid_reader.h"
#include "barcode/read/locate.h"
#include "barcode/read/quick_look.h"
#include "barcode/read/without_margin.h"
#include "barcode/read/zxing_reader.h"
#include "base/cpu_time.h"
#include "base/status.h"
#include "sceau/limits.h"

namespace sceau::barcode {
namespace {

constexpr int kMaxCandidates = 64;

// A3 at 300 dpi has 17 megapixels. Larger images are pictures of telephones, whose modules have
// pixels to spare.
constexpr double kWholePagePixels = 18e6;
constexpr int kMinReduced = 500;  // pixels that remain of the shorter side
// One camera took all symbols of a page. Measured: a small symbol beside a large one has a third of
// its score.
constexpr double kAlike = 0.25;
// Candidates smaller than this share of a side that was read are mostly words.
constexpr double kMuchSmaller = 0.5;
constexpr int kGridsInVain = 6;
// Measured on pictures on which one symbol is read: other symbols have a beat of 8 or more, text up
// to 3.8.
constexpr double kMinBeat = 4.5;
// Measured on pages drawn at 200 dpi: symbols that only a thorough look reads have a beat of 2.9 or
// more, most areas of text less than 2.5.
constexpr double kMinBeatDrawn = 2.5;
constexpr std::uint8_t kMiddleGrey = 128;  // of black and white
constexpr std::size_t kMaxDotted = 4;      // areas that are measured as dots
constexpr int kMaxSymbols = 254;           // ZXing counts in eight bits

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

// Light print on a ground of one dark grey, as screens show a page at night. The picture of a paper
// in bad light has no such ground.
bool IsOnDarkGround(ImageView image) {
  constexpr int kSample = 4;  // pixels; a few thousandths of them suffice
  constexpr std::size_t kDark = 96;
  constexpr std::size_t kNear = 8;  // levels, of JPEG and of smooth edges
  std::array<std::size_t, 256> counts{};
  std::size_t all = 0;
  for (int y = 0; y < image.height; y += kSample) {
    const std::uint8_t* row = image.pixels + y * image.stride;
    for (int x = 0; x < image.width; x += kSample, ++all) ++counts[row[x]];
  }
  const auto most = static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin());
  if (most >= kDark) return false;
  const auto first = counts.begin() + static_cast<std::ptrdiff_t>(most - std::min(most, kNear));
  const auto last = counts.begin() + static_cast<std::ptrdiff_t>(most + kNear + 1);
  return 2 * std::accumulate(first, last, std::size_t{0}) > all;
}

// The search of one page.
class PageSearch {
 public:
  PageSearch(ImageView image, const ReadOptions& options)
      : image_(image), options_(options), found_(options.max_symbols) {}

  absl::StatusOr<ReadResult> Run() {
    if (IsOutOfTime()) return Result(true);
    if (!MayHoldModules(image_, options_.least_modules)) return Certain();
    if (options_.drawn) {
      SCEAU_ASSIGN_OR_RETURN(auto is_alone, ReadClean(image_));
      if (!is_alone && image_.pixels[0] < kMiddleGrey) {  // shapes that are lighter come on black
        const PageImage negative = Invert(image_);
        SCEAU_ASSIGN_OR_RETURN(is_alone, ReadClean(View(negative)));
      }
      if (is_alone) return *is_alone ? Certain() : Result(false);
    }
    candidates_ = Locate(image_, kMaxCandidates);
    if (options_.drawn || options_.beside_symbol) {
      DropWithoutBeat();
      if (candidates_.empty()) return Result(false);
    }
    SCEAU_ASSIGN_OR_RETURN(bool out_of_time, TryGrids());
    if (out_of_time || IsDone()) return Result(out_of_time);
    SCEAU_RETURN_IF_ERROR(found_.Add(ReadWholePage()));
    for (const Attempt& attempt : Attempts()) {
      if (options_.drawn && attempt.for_captures) continue;
      if (options_.drawing && attempt.for_captures) DropTextOfDrawing();
      if (ThreadCpuTime() - started_ >= options_.effort) break;
      SCEAU_ASSIGN_OR_RETURN(out_of_time, Try(attempt));
      if (out_of_time) return Result(true);
    }
    if (found_.empty()) SCEAU_RETURN_IF_ERROR(ReadWholeImage());
    if (found_.empty()) SCEAU_RETURN_IF_ERROR(ReadAsDots());
    ReadResult result = Result(false);
    result.unread = result.symbols.empty() && ShowsModules();
    if (options_.drawing && result.symbols.empty()) result.doubts = Doubts();
    return result;
  }

 private:
  // Whether nothing but plain paper is around a clean symbol; nothing when there is none.
  absl::StatusOr<std::optional<bool>> ReadClean(ImageView image) {
    SCEAU_ASSIGN_OR_RETURN(const auto clean, DecodeClean(image));
    SCEAU_RETURN_IF_ERROR(found_.Add(clean));
    if (clean.empty()) return std::optional<bool>();
    return std::optional(IsPlainAround(image, clean.front().corners));
  }

  // Tries the quickest way, which reads most symbols. True when time ran out.
  absl::StatusOr<bool> TryGrids() {
    std::vector<std::size_t> empty;
    int in_vain = 0;
    for (std::size_t i = 0; i < candidates_.size() && in_vain < kGridsInVain; ++i) {
      if (!IsAlike(candidates_[i]) || !IsOpen(i)) continue;
      if (IsOutOfTime()) return true;
      if (LongerSide(candidates_[i]) < kMuchSmaller * side_read_ &&
          BeatOf(image_, candidates_[i]) < kMinBeat) {
        looks_[i] = Look::kOther;
        continue;
      }
      SCEAU_ASSIGN_OR_RETURN(GridResult result,
                             ReadGrid(image_, candidates_[i], GridEffort::kQuick));
      candidates_[i].beat = result.beat;
      if (result.symbol) SCEAU_RETURN_IF_ERROR(found_.Add(std::vector{*std::move(result.symbol)}));
      if (IsRead(candidates_[i])) continue;
      ++in_vain;
      if (result.beat < kMinBeat) empty.push_back(i);
    }
    // Where one symbol was seen well enough to be read, another would at least show its modules.
    if (best_score_read_ > 0) {
      for (const std::size_t i : empty) looks_[i] = Look::kOther;
    }
    return false;
  }

  // As a symbol that was cut out.
  absl::Status ReadWholeImage() {
    const auto whole = WholeImage(image_);
    if (!whole) return absl::OkStatus();
    SCEAU_ASSIGN_OR_RETURN(auto symbol, ReadWithoutMargin(image_, *whole));
    return symbol ? found_.Add(std::vector{*std::move(symbol)}) : absl::OkStatus();
  }

  // Of those that pass for text by how dark they are.
  absl::Status ReadAsDots() {
    for (std::size_t i = 0; i < std::min(candidates_.size(), kMaxDotted); ++i) {
      if (IsDarkAndLight(image_, candidates_[i])) continue;
      SCEAU_ASSIGN_OR_RETURN(auto symbol, ReadDots(image_, candidates_[i]));
      if (symbol) return found_.Add(std::vector{*std::move(symbol)});
    }
    return absl::OkStatus();
  }

  bool ShowsModules() const {
    return std::ranges::any_of(candidates_, [&](const Candidate& candidate) {
      return candidate.beat >= kMinBeat && IsDarkAndLight(image_, candidate);
    });
  }

  void DropWithoutBeat() {
    std::size_t dotted = 0;
    std::erase_if(candidates_, [&](const Candidate& candidate) {
      if (IsDarkAndLight(image_, candidate)) return BeatOf(image_, candidate) < kMinBeat;
      return ++dotted > kMaxDotted || !MayBeDots(image_, candidate);
    });
  }

  // A beat that is missing in the first look at a drawing will not come by looking harder.
  void DropTextOfDrawing() {
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      Candidate& candidate = candidates_[i];
      if (!IsOpen(i)) continue;
      if (candidate.beat <= 0) candidate.beat = BeatOf(image_, candidate);
      if (candidate.beat < kMinBeatDrawn) looks_[i] = Look::kOther;
    }
  }

  // Areas that may be a symbol all the same.
  std::vector<Corners> Doubts() {
    std::vector<Corners> doubts;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (IsOpen(i)) doubts.push_back(candidates_[i].rectangle.corners);
    }
    return doubts;
  }

  // True when time ran out.
  absl::StatusOr<bool> Try(const Attempt& attempt) {
    int in_vain = 0;
    for (std::size_t i = 0; i < candidates_.size() && in_vain < attempt.candidates; ++i) {
      if (!IsOpen(i) || !IsWorth(attempt, candidates_[i])) continue;
      if (IsOutOfTime()) return true;
      const bool beats = candidates_[i].beat <= 0 || candidates_[i].beat >= attempt.least_beat;
      if (beats) SCEAU_RETURN_IF_ERROR(found_.Add(attempt.read(image_, candidates_[i])));
      if (!IsRead(candidates_[i])) ++in_vain;
    }
    return false;
  }

  // True when something was read and nothing else looks like it.
  bool IsDone() {
    if (best_score_read_ <= 0) return false;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (IsAlike(candidates_[i]) && IsOpen(i)) return false;
    }
    return true;
  }

  bool IsAlike(const Candidate& candidate) const {
    return candidate.score >= kAlike * best_score_read_;
  }

  // True when the candidate was neither read nor dismissed as text.
  bool IsOpen(std::size_t i) {
    if (IsRead(candidates_[i])) return false;
    if (looks_.size() < candidates_.size()) looks_.resize(candidates_.size(), Look::kUnknown);
    if (looks_[i] == Look::kUnknown)
      looks_[i] = IsDarkAndLight(image_, candidates_[i]) ? Look::kSymbol : Look::kOther;
    return looks_[i] == Look::kSymbol;
  }

  // Finds QR codes anywhere, and a Data Matrix on a centre line of the image. A reduced copy of a
  // very large image may not show a symbol that its candidates then show in full.
  absl::StatusOr<std::vector<Symbol>> ReadWholePage() const {
    const double pixels = static_cast<double>(image_.width) * image_.height;
    const int factor = static_cast<int>(std::ceil(std::sqrt(pixels / kWholePagePixels)));
    const bool is_wide_enough = std::min(image_.width, image_.height) >= kMinReduced * factor;
    return DecodeReduced(image_, is_wide_enough ? factor : 1, Binarization::kLocal,
                         std::min(options_.max_symbols, kMaxSymbols) + 1);
  }

  bool IsOutOfTime() const { return std::chrono::steady_clock::now() >= options_.deadline; }

  bool IsRead(const Candidate& candidate) {
    if (!found_.Covers(candidate)) return false;
    best_score_read_ = std::max(best_score_read_, candidate.score);
    side_read_ = std::max(side_read_, LongerSide(candidate));
    return true;
  }

  bool IsWorth(const Attempt& attempt, const Candidate& candidate) const {
    return candidate.score >= attempt.weakest * best_score_read_ &&
           std::min(candidate.rectangle.width, candidate.rectangle.height) >=
               attempt.least_side * options_.zoom;
  }

  ReadResult Certain() {
    ReadResult result = Result(false);
    result.certain = true;
    return result;
  }

  // Corners that a reader places beyond the image are moved to its border.
  ReadResult Result(bool out_of_time) {
    ReadResult result;
    result.symbols = found_.TakeInReadingOrder();
    result.out_of_time = out_of_time;
    for (Symbol& symbol : result.symbols) {
      for (Point& corner : symbol.corners) {
        corner.x = std::clamp(corner.x, 0.0, static_cast<double>(image_.width));
        corner.y = std::clamp(corner.y, 0.0, static_cast<double>(image_.height));
      }
    }
    return result;
  }

  enum class Look { kUnknown, kSymbol, kOther };

  std::chrono::nanoseconds started_ = ThreadCpuTime();
  ImageView image_;
  ReadOptions options_;
  FoundSymbols found_;
  std::vector<Candidate> candidates_;
  std::vector<Look> looks_;
  double best_score_read_ = 0;
  double side_read_ = 0;  // of the largest
};

}  // namespace

absl::StatusOr<ReadResult> ReadSymbols(ImageView image, const ReadOptions& options) {
  SCEAU_RETURN_IF_ERROR(CheckImage(image));
  if (image.width == 0 || image.height == 0) return ReadResult{};
  if (!options.drawn && IsOnDarkGround(image)) {
    const PageImage negative = Invert(image);
    auto result = PageSearch(View(negative), options).Run();
    if (!result.ok() || result->out_of_time || !result->symbols.empty()) return result;
  }
  return PageSearch(image, options).Run();
}

}  // namespace sceau::barcode
