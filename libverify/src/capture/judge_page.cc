// SPDX-License-Identifier: Apache-2.0
#include "capture/judge_page.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>

#include "capture/another_page.h"
#include "capture/captured_ink.h"
#include "capture/decide.h"
#include "capture/extra_ink.h"
#include "capture/missing_text.h"
#include "capture/registration.h"
#include "capture/small_marks.h"
#include "capture/stray_writing.h"

namespace sceau::capture {
namespace {

constexpr int kMinPlaces = 15;      // looked for, before a share says anything
constexpr float kMinShare = 0.55F;  // of them found
constexpr int kLettersOfALine = 8;

bool IsFiniteWithin(double value, double bound) {
  return std::abs(value) <= bound;
}  // false for NaN

bool IsWordSane(const ExpectedWord& word, int facts) {
  constexpr float kMaxPoints = 72;
  constexpr double kBound = 4000;
  if (!(word.points >= 4 && word.points <= kMaxPoints) || word.fact < kFixedText ||
      word.fact >= facts || word.letters.empty())
    return false;
  for (const float v : {word.left, word.top, word.right, word.bottom, word.baseline}) {
    if (!IsFiniteWithin(static_cast<double>(v), kBound)) return false;
  }
  if (!(word.right > word.left)) return false;
  return std::all_of(word.letters.begin(), word.letters.end(), [](const ExpectedLetter& l) {
    return IsFiniteWithin(static_cast<double>(l.x), kBound) &&
           IsFiniteWithin(static_cast<double>(l.y), kBound);
  });
}

bool IsPageSane(const ExpectedPage& page, const Limits& limits) {
  if (page.ink.size() != static_cast<std::size_t>(kPageWidth) * kPageHeight ||
      page.words.size() > limits.max_words)
    return false;
  std::size_t letters = 0;
  for (const ExpectedWord& word : page.words) letters += word.letters.size();
  if (letters > limits.max_letters) return false;
  // Words that lie on one another many times over would be searched for as often.
  std::size_t area = 0;
  for (const ExpectedWord& word : page.words) {
    if (!IsWordSane(word, page.fact_count)) return false;
    const PixelBox box = BoxOf(word);
    area += static_cast<std::size_t>(std::max(0, box.width())) *
            static_cast<std::size_t>(std::max(0, box.height()));
  }
  return area <= page.ink.size();
}

bool IsCaptureSane(const ImageView& image, const Limits& limits) {
  return image.pixels != nullptr && image.width > 0 && image.height > 0 &&
         image.width <= limits.max_side && image.height <= limits.max_side &&
         static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) <=
             limits.max_pixels;
}

// The area within the corners, below zero for a mirrored code, NaN when a corner is.
double SignedArea(const Corners& c) {
  double area = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const Point& a = c[i];
    const Point& b = c[(i + 1) % 4];
    area += a.x * b.y - b.x * a.y;
  }
  return area / 2;
}

bool IsCodeSane(const Corners& code, double bound) {
  for (std::size_t i = 0; i < 4; ++i) {
    if (!IsFiniteWithin(code[i].x, bound) || !IsFiniteWithin(code[i].y, bound)) return false;
    // Each corner turns the same way: neither mirrored, nor crossed, nor flat.
    const Point& a = code[i];
    const Point& b = code[(i + 1) % 4];
    const Point& c = code[(i + 2) % 4];
    if (!((b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x) > 1)) return false;
  }
  return true;
}

Corners ScaledBy(const Corners& corners, double scale) {
  Corners out = corners;
  for (Point& p : out) p = {p.x * scale, p.y * scale};
  return out;
}

// One comparison, from the capture's ink to the facts.
class Judge {
 public:
  Judge(const ExpectedPage& expected, LetterDrawer& drawer, const Limits& limits)
      : expected_(expected),
        drawer_(drawer),
        tries_left_(limits.max_tries),
        tries_of_row_(limits.max_tries_of_row) {}

  // Pixels of the capture in a page pixel, at the code; nothing when the inputs break a limit.
  static std::optional<double> ScaleOf(const ExpectedPage& page, const ImageView& captured,
                                       const Corners& code, const Limits& limits) {
    if (!IsPageSane(page, limits) || !IsCaptureSane(captured, limits)) return std::nullopt;
    if (!IsCodeSane(page.code, kPageHeight) || !IsCodeSane(code, 2.0 * limits.max_side))
      return std::nullopt;
    const double scale = std::sqrt(SignedArea(code) / SignedArea(page.code));
    if (!(scale * kPageDpi >= static_cast<double>(limits.min_dpi) &&
          scale * kPageDpi <= static_cast<double>(limits.max_dpi)))
      return std::nullopt;
    return scale;
  }

  void Run(ImageView captured, const Corners& code, double scale, PageJudgement& judgement) {
    constexpr double kLargest =
        1.25;  // of page pixels; what is larger is reduced a little below it
    constexpr double kReducedTo = 1.1;
    constexpr double kHalvedFrom = 0.8;
    CapturedInk ink =
        ReadInk(captured, scale > kLargest ? kReducedTo / scale : 1.0, IsNegative(captured, code));
    if (ink.ink.empty()) return;
    two_tones_ = ink.two_tones;
    light_ = std::move(ink.light);
    glare_ = std::move(ink.glare);
    reduced_ = ink.scale;
    capture_.full = std::move(ink.ink);
    const bool halve = scale * reduced_ >= kHalvedFrom;
    capture_.small = halve ? Halved(capture_.full) : capture_.full;
    capture_.small_scale = halve ? 0.5 : 1;
    PreparePage();
    const Corners place = ScaledBy(code, reduced_);
    std::vector<PointPair> pairs;
    for (std::size_t i = 0; i < 4; ++i) pairs.push_back({expected_.code[i], place[i], 1});
    const std::optional<Homography> view = Homography::Fit(pairs);
    if (!view) return;
    Registration registration =
        GrowFromCode(page_, capture_, place, expected_.code, *view, scale * reduced_);
    constexpr int kMinFound = 8;
    if (registration.found >= kMinFound) Tighten(page_, capture_, registration);
    Compare(registration, judgement);
  }

 private:
  void PreparePage() {
    page_.full = Plane<std::uint8_t>::Unset(kPageWidth, kPageHeight);
    std::ranges::copy(expected_.ink, page_.full.values().begin());
    page_.half = Halved(page_.full);
    constexpr std::size_t kMaxTiles = 150;
    page_.tiles = ChooseTiles(page_.half, expected_.code, kMaxTiles);
    MarkFixed(expected_.words, page_.tiles);
  }

  static void CountPlaces(const Registration& registration, PageJudgement& judgement) {
    judgement.registered_places =
        registration.in_picture > 0 ? registration.in_picture : registration.tried;
    const int found = registration.in_picture > 0 ? registration.matched : registration.found;
    judgement.registered_share =
        static_cast<float>(found) / static_cast<float>(std::max(1, judgement.registered_places));
  }

  // Looks for the page where the code does not lead to it, and says what it is if it is not there.
  PageResult Find(Registration& registration, PageJudgement& judgement) const {
    CountPlaces(registration, judgement);
    // Looking around takes time, and makes no sense where the page itself was found.
    constexpr float kSurely = 0.8F;
    if (judgement.registered_share >= kSurely && IsFound(registration, judgement))
      return PageResult::kFound;
    const Search search = LookAround(page_, capture_, registration.map);
    if (search.likeness == PageLikeness::kAnother) return PageResult::kAnotherPage;
    if (IsFound(registration, judgement)) return PageResult::kFound;
    TightenMoved(search.found, page_, capture_, registration);
    CountPlaces(registration, judgement);
    if (IsFound(registration, judgement)) return PageResult::kFound;
    // Where letters stand apart the picture is good enough. A code alone says nothing: it may be
    // somebody's own picture of it.
    return search.likeness == PageLikeness::kUnlike &&
                   WritingRoundCode(expected_, capture_.full, registration.map).IsText()
               ? PageResult::kUnlike
               : PageResult::kNotFound;
  }

  void Compare(Registration& registration, PageJudgement& judgement) {
    judgement.result = Find(registration, judgement);
    if (judgement.result != PageResult::kFound) return;
    judgement.place = PagePlace{registration.map, reduced_};
    rectified_ = Rectified(capture_.full, 1, registration.map, 1, {});
    const std::vector<SeenWord> words = LocateWords(expected_, rectified_);
    const std::uint8_t dark = DarkInkOf(expected_, rectified_, words);
    const Plane<std::uint8_t> space = UnprintedSpace(expected_, words);
    judgement.text_added = LettersIn(rectified_, EmptyBands(expected_)) > kLettersOfALine ||
                           WritingIn(space, rectified_, dark).lines > 0 ||
                           WritingIn(space, rectified_, kPaleInk).IsFewLongRows();
    judgement.text_missing =
        LacksText(expected_, rectified_, words, light_, registration.map, two_tones_);
    judgement.text_beside = WritingBeside(expected_, capture_.full, registration.map).IsText();
    CompareFacts(words, registration.map, judgement);
  }

  // By all that was looked for, or by what each page of the layout prints, where another person's
  // words stand between it.
  static bool IsFound(const Registration& registration, const PageJudgement& judgement) {
    constexpr int kMinFixed = 12;
    constexpr int kMinFixedPercent = 60;
    return judgement.registered_places >= kMinPlaces &&
           (judgement.registered_share >= kMinShare ||
            (registration.fixed_in_picture >= kMinFixed &&
             100 * registration.fixed_matched >= kMinFixedPercent * registration.fixed_in_picture));
  }

  void CompareFacts(const std::vector<SeenWord>& words, const PageMap& map,
                    PageJudgement& judgement) {
    BlurFitter blurs(expected_, rectified_, words);
    std::vector<std::vector<const SeenWord*>> by_fact(judgement.facts.size());
    for (const SeenWord& word : words) {
      if (word.word->fact == kFixedText) continue;
      by_fact[static_cast<std::size_t>(word.word->fact)].push_back(&word);
      if (word.seen) blurs.At(word.word->baseline);
    }
    const std::optional<BlurWeights> mean = blurs.Mean();
    LetterStore letters(drawer_, mean.value_or(BlurWeights{}));
    std::vector<std::vector<WordEvidence>> measured(by_fact.size());
    for (std::size_t fact = 0; fact < by_fact.size(); ++fact) {
      for (std::size_t i = 0; i < by_fact[fact].size(); ++i) {
        const bool ends_row = i + 1 == by_fact[fact].size() ||
                              by_fact[fact][i + 1]->word->baseline > by_fact[fact][i]->word->bottom;
        measured[fact].push_back(
            Measure(*by_fact[fact][i], ends_row, map, mean ? &letters : nullptr, blurs));
      }
    }
    traits_ = TraitsOf(measured, two_tones_);
    for (std::size_t fact = 0; fact < by_fact.size(); ++fact) {
      FactDecision decision = DecideFact(measured[fact], traits_);
      if (mean && IsDoubt(decision))
        decision = DecideByRows(measured[fact], decision, letters, blurs);
      FactJudgement& out = judgement.facts[fact];
      out = {decision.result, decision.why,      {},           decision.word,
             decision.letter, decision.expected, decision.seen};
      if (!by_fact[fact].empty()) out.place = PlaceOf(decision.word, by_fact[fact], map);
    }
  }

  // Where the expected value certainly does not stand as it should, and nothing says what does.
  static bool IsDoubt(const FactDecision& decision) {
    return decision.result == FactResult::kNotCompared &&
           (decision.why == FactWhy::kDoubt || decision.why == FactWhy::kInkAfter);
  }

  FactDecision DecideByRows(const std::vector<WordEvidence>& words, FactDecision decision,
                            LetterStore& letters, BlurFitter& blurs) {
    for (std::size_t first = 0, last = 0; first < words.size(); first = last) {
      std::vector<WordEvidence> row;
      std::vector<const SeenWord*> seen;
      do {
        row.push_back(words[last]);
        seen.push_back(words[last].word);
        ++last;
      } while (last < words.size() &&
               words[last].word->word->baseline < words[first].word->word->bottom);
      const std::optional<LocalBlur>& blur = blurs.At(words[first].word->word->baseline);
      if (!blur || tries_left_ <= 0) continue;
      const int granted = std::min(tries_left_, tries_of_row_);
      int left = granted;
      const auto reading = ReadInstead(expected_, rectified_, seen, *blur, letters, left);
      tries_left_ -= granted - left;
      if (reading) decision = DecideByReading(row, *reading, traits_, decision);
      if (decision.result == FactResult::kDiffers) break;
    }
    return decision;
  }

  WordEvidence Measure(const SeenWord& word, bool ends_row, const PageMap& map,
                       LetterStore* letters, BlurFitter& blurs) {
    WordEvidence out;
    out.word = &word;
    if (!word.seen || letters == nullptr) return out;
    const std::optional<LocalBlur>& blur = blurs.At(word.word->baseline);
    if (!blur) return out;
    out.measured = true;
    const WordFit fit = FitWord(ExpectedInk(expected_, word), InkAt(rectified_, word), *blur);
    out.likeness = fit.likeness;
    out.near_likeness = blur->likeness;
    out.near_share = blur->share;
    out.missing = fit.missing;
    out.extra = fit.extra;
    out.written = fit.written;
    constexpr float kPale = 0.72F;
    out.pale = fit.scale < kPale;
    out.in_glare = InGlare(word.box, map);
    out.crossed = IsCrossed(rectified_, word) || (out.pale && HasDarkerInk(fit));
    out.stretched =
        fit.likeness < 0.92F * blur->likeness && IsStretched(expected_, rectified_, word);
    out.letters = TestLetters(word, fit, *blur, *letters);
    out.marks = FindSmallMarks(expected_, rectified_, word, fit, *blur);
    if (ends_row) {
      out.ink_after = InkAfter(expected_, rectified_, word);
      constexpr float kSomeInk = 0.3F;
      if (out.ink_after > kSomeInk) out.continues = LookAfter(rectified_, word, fit, *letters);
    }
    return out;
  }

  bool InGlare(PixelBox box, const PageMap& map) const {
    if (glare_.empty()) return false;
    const double middle_x = 0.5 * (box.left + box.right);
    const double middle_y = 0.5 * (box.top + box.bottom);
    return std::ranges::any_of(
        std::array{Point{static_cast<double>(box.left), middle_y}, Point{middle_x, middle_y},
                   Point{static_cast<double>(box.right), middle_y},
                   Point{middle_x, static_cast<double>(box.top)},
                   Point{middle_x, static_cast<double>(box.bottom)}},
        [&](const Point& p) { return CellUnder(glare_, map(p)).value_or(0) != 0; });
  }

  // Of the word that decided, or of all words of the fact, in the capture.
  Corners PlaceOf(int decided, const std::vector<const SeenWord*>& words,
                  const PageMap& map) const {
    std::optional<PixelBox> box;
    for (const SeenWord* word : words) {
      if (decided >= 0 && word->index != decided) continue;
      const PixelBox b{word->box.left + word->dx, word->box.top + word->dy,
                       word->box.right + word->dx, word->box.bottom + word->dy};
      box = box ? PixelBox{std::min(box->left, b.left), std::min(box->top, b.top),
                           std::max(box->right, b.right), std::max(box->bottom, b.bottom)}
                : b;
    }
    const PixelBox b = box.value_or(PixelBox{});
    Corners place{};
    const std::array<std::pair<int, int>, 4> corners{
        {{b.left, b.top}, {b.right, b.top}, {b.right, b.bottom}, {b.left, b.bottom}}};
    for (std::size_t i = 0; i < 4; ++i) {
      const Point at =
          map({static_cast<double>(corners[i].first), static_cast<double>(corners[i].second)});
      place[i] = {at.x / reduced_, at.y / reduced_};
    }
    return place;
  }

  const ExpectedPage& expected_;
  LetterDrawer& drawer_;
  PageRasters page_;
  CaptureRasters capture_;
  Plane<std::uint8_t> light_;
  Plane<std::uint8_t> glare_;
  Plane<std::uint8_t> rectified_;
  double reduced_ = 1;
  int tries_left_;  // of letters in rows that are read
  int tries_of_row_;
  bool two_tones_ = false;
  CaptureTraits traits_;
};

}  // namespace

PageJudgement JudgePage(const ExpectedPage& page, LetterDrawer& drawer, ImageView captured,
                        const Corners& code, const Limits& limits) {
  PageJudgement judgement;
  judgement.facts.resize(
      static_cast<std::size_t>(std::clamp(page.fact_count, 0, limits.max_facts)));
  if (page.fact_count < 0 || page.fact_count > limits.max_facts) return judgement;
  const std::optional<double> scale = Judge::ScaleOf(page, captured, code, limits);
  if (scale) Judge(page, drawer, limits).Run(captured, code, *scale, judgement);
  return judgement;
}

}  // namespace sceau::capture
