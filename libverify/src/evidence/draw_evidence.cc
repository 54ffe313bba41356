// SPDX-License-Identifier: Apache-2.0
#include "evidence/draw_evidence.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "capture/expected_page.h"
#include "evidence/number_words.h"
#include "evidence/png.h"
#include "evidence/strips.h"
#include "page/compare_pixels.h"

namespace sceau::evidence {
namespace {

using capture::ExpectedPage;
using capture::ExpectedWord;
using capture::PixelBox;

constexpr double kMaxCoordinate = 1e6;  // of a coordinate: what lies beyond is on no page

// Between the middles of four pixels.
std::optional<double> BrightnessAt(const ImageView& image, Point at) {
  const double x = at.x - 0.5;
  const double y = at.y - 0.5;
  if (!(x >= 0 && y >= 0 && x < image.width - 1 && y < image.height - 1)) return std::nullopt;
  const auto left = static_cast<std::ptrdiff_t>(x);
  const auto top = static_cast<std::ptrdiff_t>(y);
  const std::uint8_t* first = image.pixels + top * image.stride + left;
  const std::uint8_t* second = first + image.stride;
  const double a = x - static_cast<double>(left);
  const double b = y - static_cast<double>(top);
  return (first[0] * (1 - a) + first[1] * a) * (1 - b) + (second[0] * (1 - a) + second[1] * a) * b;
}

Brightness AsExpected(const ExpectedPage& page) {
  return [&page](Point at) -> std::optional<double> {
    const ImageView ink{page.ink.data(), capture::kPageWidth, capture::kPageHeight,
                        capture::kPageWidth};
    const std::optional<double> covered = BrightnessAt(ink, at);
    return covered ? 255 - *covered : 255;
  };
}

PixelBox BoxOfWord(const ExpectedWord& word) {
  return {static_cast<int>(std::floor(word.left)), static_cast<int>(std::floor(word.top)),
          static_cast<int>(std::ceil(word.right)), static_cast<int>(std::ceil(word.bottom))};
}

PixelBox Joined(const PixelBox& a, const PixelBox& b) {
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
          std::max(a.bottom, b.bottom)};
}

PixelBox WithMargin(const PixelBox& box, int left, int top, int right, int bottom) {
  return {box.left - left, box.top - top, box.right + right, box.bottom + bottom};
}

// The words of a fact, and what they take of the page.
struct PlaceOfFact {
  std::vector<const ExpectedWord*> words;
  std::optional<PixelBox> box;
};

PlaceOfFact PlaceOn(const layout::ExpectedDrawing& expected, FactKey key) {
  PlaceOfFact place;
  for (const ExpectedWord& word : expected.page.words) {
    if (word.fact < 0 || expected.facts.at(static_cast<std::size_t>(word.fact)) != key) continue;
    place.words.push_back(&word);
    const PixelBox box = BoxOfWord(word);
    place.box = place.box ? Joined(*place.box, box) : box;
  }
  return place;
}

// Of the letter that decided, or of the word where no letter did.
std::optional<PixelBox> MarkOf(const ExpectedPage& page, const capture::FactJudgement& judged) {
  if (judged.result != capture::FactResult::kDiffers || judged.word < 0 ||
      static_cast<std::size_t>(judged.word) >= page.words.size())
    return std::nullopt;
  const ExpectedWord& word = page.words[static_cast<std::size_t>(judged.word)];
  PixelBox box = BoxOfWord(word);
  const std::size_t letters = word.letters.size();
  if (judged.letter < 0 || static_cast<std::size_t>(judged.letter) >= letters) return box;
  const auto letter = static_cast<std::size_t>(judged.letter);
  box.left = static_cast<int>(std::floor(word.letters[letter].x));
  if (letter + 1 < letters) box.right = static_cast<int>(std::ceil(word.letters[letter + 1].x));
  if (judged.why == capture::FactWhy::kGoesOn) {  // what stands behind the last letter is too much
    const int width = box.width();
    box.left = static_cast<int>(std::ceil(word.right));
    box.right = box.left + width;
  }
  return box;
}

class Drawer {
 public:
  Drawer(const SealReport& seal, const Symbol& symbol, const Page& page, const PagePreview* preview,
         EvidencePictures pictures)
      : seal_(seal), page_(page), preview_(preview), pictures_(pictures) {
    judged_ = page::JudgePixels(*seal.claims, page, symbol);
    if (judged_ && judged_->judgement.place) return;
    judged_.reset();
    drawn_ = page::DrawExpected(*seal.claims, symbol);
  }

  std::vector<FactPicture> Draw() const {
    std::vector<FactPicture> made;
    for (const ComparedFact& compared : seal_.printed) {
      if (compared.page != page_.number || compared.result == FactResult::kAgrees || !compared.box)
        continue;
      const std::optional<Strips> strips = StripsOf(compared);
      if (!strips) continue;
      if (auto png = PngOf(Paint(*strips)); png.ok())
        made.push_back({compared.fact, compared.page, *std::move(png)});
    }
    return made;
  }

 private:
  bool IsCovered() const { return pictures_ != EvidencePictures::kWithNumber; }

  std::optional<Strips> StripsOf(const ComparedFact& compared) const {
    if (compared.way == ComparisonWay::kText) {
      const layout::ExpectedDrawing* expected = judged_ ? &judged_->expected : nullptr;
      return OfWords(compared, expected == nullptr && drawn_ ? &*drawn_ : expected);
    }
    return judged_ ? OfPixels(compared) : std::nullopt;
  }

  std::optional<Strips> OfPixels(const ComparedFact& compared) const {
    const auto fact = std::ranges::find(judged_->expected.facts, compared.fact);
    const auto index = static_cast<std::size_t>(fact - judged_->expected.facts.begin());
    const PlaceOfFact place = PlaceOn(judged_->expected, compared.fact);
    if (index >= judged_->judgement.facts.size() || !place.box) return std::nullopt;
    // A letter before it, and room for what may go on behind it.
    const int em = place.words.front()->points > 0
                       ? static_cast<int>(place.words.front()->points * capture::kPixelsPerPoint)
                       : 0;
    Strips strips;
    strips.seen_box = WithMargin(*place.box, em, em / 3, 4 * em, em / 3);
    strips.expected_box = strips.seen_box;
    strips.overlaid = true;
    strips.seen = [this](Point on_page) {
      return BrightnessAt(View(page_.raster.image), (*judged_->judgement.place)(on_page));
    };
    strips.expected = AsExpected(judged_->expected.page);
    if (IsCovered()) {
      strips.covered_of_seen = NumberOnPage(judged_->expected, strips.seen_box, compared.fact);
      strips.covered_of_expected = strips.covered_of_seen;
    }
    strips.marked = MarkOf(judged_->expected.page, judged_->judgement.facts[index]);
    return strips;
  }

  // Where our page prints it, and whatever stands behind it.
  static std::vector<PixelBox> NumberOnPage(const layout::ExpectedDrawing& expected,
                                            const PixelBox& shown, FactKey key) {
    if (key.kind == PrintedKind::kNir) return {shown};
    std::vector<PixelBox> covered;
    for (const ExpectedWord& word : expected.page.words) {
      if (word.fact < 0 ||
          expected.facts.at(static_cast<std::size_t>(word.fact)).kind != PrintedKind::kNir)
        continue;
      const PixelBox box = BoxOfWord(word);
      const int beside = box.height() / 2;
      const int above = box.height() / 8;  // the next line may be near
      covered.push_back(WithMargin(box, beside, above, beside, above));
    }
    return covered;
  }

  std::optional<Strips> OfWords(const ComparedFact& compared,
                                const layout::ExpectedDrawing* expected) const {
    const bool has_pixels = !page_.raster.empty() || preview_ != nullptr;
    if (expected == nullptr || !has_pixels || page_.width < 1 || page_.height < 1)
      return std::nullopt;
    const PlaceOfFact place = PlaceOn(*expected, compared.fact);
    const std::optional<PixelBox> seen = OnPage(*compared.box);
    if (!place.box || !seen) return std::nullopt;
    Strips strips;
    const int em = std::clamp(seen->height(), 8, 80);
    strips.seen_box = WithMargin(*seen, em, em / 4, em, em / 4);
    strips.expected_box = WithMargin(*place.box, em, em / 4, em, em / 4);
    strips.seen = [this](Point on_page) { return OnPicture(on_page); };
    strips.expected = AsExpected(expected->page);
    if (IsCovered()) {
      strips.covered_of_seen = compared.fact.kind == PrintedKind::kNir
                                   ? std::vector{strips.seen_box}
                                   : NumbersAmong(page_.words, Scale());
      strips.covered_of_expected = NumberOnPage(*expected, strips.expected_box, compared.fact);
    }
    return strips;
  }

  // From the page's own pixels to those of an A4 page at 200 dpi.
  double Scale() const { return capture::kPageWidth / static_cast<double>(page_.width); }

  std::optional<PixelBox> OnPage(const Box& box) const {
    for (const double value :
         {box.top_left.x, box.top_left.y, box.bottom_right.x, box.bottom_right.y}) {
      if (!(std::abs(value) < kMaxCoordinate)) return std::nullopt;
    }
    const PixelBox on_page{static_cast<int>(std::floor(box.top_left.x * Scale())),
                           static_cast<int>(std::floor(box.top_left.y * Scale())),
                           static_cast<int>(std::ceil(box.bottom_right.x * Scale())),
                           static_cast<int>(std::ceil(box.bottom_right.y * Scale()))};
    if (on_page.width() < 1 || on_page.height() < 1) return std::nullopt;
    return on_page;
  }

  // Of the finest picture that there is.
  std::optional<double> OnPicture(Point on_page) const {
    const Point at{on_page.x / Scale(), on_page.y / Scale()};
    if (!page_.raster.empty())
      return BrightnessAt(View(page_.raster.image), page_.raster.InImage(at));
    const ImageView image{preview_->luminance.data(), preview_->width, preview_->height,
                          preview_->width};
    return BrightnessAt(image,
                        {at.x / page_.width * image.width, at.y / page_.height * image.height});
  }

  const SealReport& seal_;
  const Page& page_;
  const PagePreview* preview_;
  EvidencePictures pictures_;
  std::optional<page::JudgedPixels> judged_;
  std::optional<layout::ExpectedDrawing> drawn_;
};

}  // namespace

std::vector<FactPicture> DrawEvidence(const SealReport& seal, const Symbol& symbol,
                                      const Page& page, const PagePreview* preview,
                                      EvidencePictures pictures) {
  if (pictures == EvidencePictures::kNone || seal.axes.seal != SealAxis::kGenuine || !seal.claims)
    return {};
  const bool any = std::ranges::any_of(seal.printed, [&](const ComparedFact& compared) {
    return compared.page == page.number && compared.box && compared.result != FactResult::kAgrees;
  });
  return any ? Drawer(seal, symbol, page, preview, pictures).Draw() : std::vector<FactPicture>{};
}

}  // namespace sceau::evidence
