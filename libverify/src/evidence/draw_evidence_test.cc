// SPDX-License-Identifier: Apache-2.0
#include "evidence/draw_evidence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "evidence/png_testing.h"
#include "page/compare_pixels.h"
#include "page/page_testing.h"

namespace sceau::evidence {
namespace {

using page::ClaimsOfNobody;

constexpr std::size_t kCharacters = 650;
constexpr Colour kMark{215, 30, 30};
constexpr Colour kCover{100, 112, 128};

Claims Sealed() {
  Claims claims = ClaimsOfNobody();
  claims.attestation->holder.nir = "284052A32102552";
  claims.attestation->layout = layout::kLayoutId;
  claims = attestation::ClaimsOf(*claims.attestation);
  claims.layout = layout::kLayoutId;
  return claims;
}

// The seal of Sealed() on the page that prints this, as a scanner without fault would see it.
struct Scan {
  Page page;
  Symbol symbol = page::SymbolOfLength(kCharacters);
  SealReport seal;

  explicit Scan(const Attestation& printed) {
    const auto fonts = layout::Fonts::Open();
    const auto drawing = layout::LayOut(printed, layout::CodeModules(kCharacters), *fonts);
    const auto expected = layout::ExpectPage(*drawing, *fonts);
    page.width = capture::kPageWidth;
    page.height = capture::kPageHeight;
    page.raster.image = {page.width, page.height, {}};
    for (const std::uint8_t ink : expected->page.ink)
      page.raster.image.pixels.push_back(static_cast<std::uint8_t>(255 - ink));
    symbol.corners = expected->page.code;
    page.symbols = {symbol};
    seal.claims = Sealed();
    seal.axes.seal = SealAxis::kGenuine;
    page::CheckedPage checked = page::NotCompared(*seal.claims);
    page::ComparePixels(*seal.claims, page, symbol, checked);
    seal.printed = checked.printed;
  }

  std::vector<FactPicture> Draw(
      EvidencePictures pictures = EvidencePictures::kNumberCovered) const {
    return DrawEvidence(seal, symbol, page, nullptr, pictures);
  }
};

Attestation Edited(void (*edit)(Attestation&)) {
  Attestation attestation = *Sealed().attestation;
  edit(attestation);
  return attestation;
}

int PixelsOf(const Canvas& canvas, Colour colour) {
  int count = 0;
  for (int y = 0; y < canvas.height(); ++y) {
    for (int x = 0; x < canvas.width(); ++x) count += canvas.At(x, y) == colour ? 1 : 0;
  }
  return count;
}

// What orange is: ink on the page where none should be.
bool IsOrange(Colour c) { return c.red > c.green + 40 && c.green > c.blue + 40; }
bool IsBlue(Colour c) { return c.blue > c.green + 40 && c.green > c.red + 40; }
int CountIf(const Canvas& canvas, bool (*is)(Colour)) {
  int count = 0;
  for (int y = 0; y < canvas.height(); ++y) {
    for (int x = 0; x < canvas.width(); ++x) count += is(canvas.At(x, y)) ? 1 : 0;
  }
  return count;
}

TEST(DrawEvidenceTest, OneOtherDigitIsShownAndMarked) {
  const Scan scan(Edited([](Attestation& a) { a.holder.birth_date = "19840517"; }));
  const std::vector<FactPicture> pictures = scan.Draw();
  ASSERT_EQ(pictures.size(), 1U);
  EXPECT_EQ(pictures[0].fact, FactKey{PrintedKind::kBirthDate});
  EXPECT_EQ(pictures[0].page, 1);
  const Canvas picture = ReadPng(pictures[0].png);
  EXPECT_GT(PixelsOf(picture, kMark), 200);
  EXPECT_EQ(PixelsOf(picture, kCover), 0);
  EXPECT_GT(CountIf(picture, IsOrange), 50);
  EXPECT_GT(CountIf(picture, IsBlue), 50);
}

TEST(DrawEvidenceTest, APageThatIsAsSealedHasNoPicture) {
  EXPECT_TRUE(Scan(*Sealed().attestation).Draw().empty());
}

TEST(DrawEvidenceTest, TheNumberIsCoveredUnlessItIsAskedFor) {
  const Scan scan(Edited([](Attestation& a) { a.holder.nir = "284052A32102849"; }));
  const std::vector<FactPicture> covered = scan.Draw();
  ASSERT_EQ(covered.size(), 1U);
  EXPECT_EQ(covered[0].fact, FactKey{PrintedKind::kNir});
  const Canvas picture = ReadPng(covered[0].png);
  // Nothing but the cover, the mark and the lines between.
  EXPECT_EQ(CountIf(picture, [](Colour c) { return c.red < 100; }), 0);
  EXPECT_GT(PixelsOf(picture, kCover), picture.width() * picture.height() / 2);

  const Canvas shown = ReadPng(scan.Draw(EvidencePictures::kWithNumber).at(0).png);
  EXPECT_EQ(shown.width(), picture.width());
  EXPECT_EQ(PixelsOf(shown, kCover), 0);
  EXPECT_GT(CountIf(shown, [](Colour c) { return c.red < 100; }), 500);
}

TEST(DrawEvidenceTest, NothingIsDrawnUnaskedOrForASealThatIsNotGenuine) {
  Scan scan(Edited([](Attestation& a) { a.holder.birth_date = "19840517"; }));
  EXPECT_TRUE(scan.Draw(EvidencePictures::kNone).empty());
  for (const SealAxis axis : {SealAxis::kAltered, SealAxis::kIssuerUnknown, SealAxis::kNotRun}) {
    scan.seal.axes.seal = axis;
    EXPECT_TRUE(scan.Draw().empty());
  }
}

// A page of words, of which a reader has made a small picture.
struct PageOfWords {
  Scan scan{*Sealed().attestation};
  PagePreview preview{1, capture::kPageWidth, capture::kPageHeight, 827, 1169, {}};

  PageOfWords() {
    preview.luminance.assign(827UL * 1169UL, 240);
    scan.page.raster = {};
    for (ComparedFact& compared : scan.seal.printed) {
      compared.result = FactResult::kAgrees;
      if (compared.fact == FactKey{PrintedKind::kBirthDate})
        compared = {.fact = compared.fact,
                    .result = FactResult::kDiffers,
                    .way = ComparisonWay::kText,
                    .page = 1,
                    .box = Box{{300, 400}, {460, 430}}};
    }
  }
  ComparedFact& birth_date() {
    return *std::ranges::find(scan.seal.printed, FactKey{PrintedKind::kBirthDate},
                              &ComparedFact::fact);
  }
  std::vector<FactPicture> Draw(const PagePreview* of) const {
    return DrawEvidence(scan.seal, scan.symbol, scan.page, of, EvidencePictures::kNumberCovered);
  }
};

TEST(DrawEvidenceTest, WordsAreShownFromThePreview) {
  PageOfWords words;
  EXPECT_TRUE(words.Draw(nullptr).empty());
  const std::vector<FactPicture> pictures = words.Draw(&words.preview);
  ASSERT_EQ(pictures.size(), 1U);
  const Canvas picture = ReadPng(pictures[0].png);
  EXPECT_GT(PixelsOf(picture, {240, 240, 240}), 160 * 30);                 // the page
  EXPECT_GT(CountIf(picture, [](Colour c) { return c.red < 100; }), 200);  // the signed date
  EXPECT_EQ(CountIf(picture, IsOrange), 0);
}

TEST(DrawEvidenceTest, ANumberBesideWordsIsCovered) {
  PageOfWords words;
  words.scan.page.words = {{"284052A321025", {250, 405}, {295, 425}, Sight::kShown}};
  const Canvas picture = ReadPng(words.Draw(&words.preview).at(0).png);
  EXPECT_GT(PixelsOf(picture, kCover), 500);
}

TEST(DrawEvidenceTest, PlacesOfADocumentAreBounded) {
  PageOfWords words;
  constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
  for (const Box& box : {Box{{kNan, 0}, {10, 10}}, Box{{0, 0}, {1e300, 10}}, Box{{9, 9}, {9, 9}},
                         Box{{10, 10}, {5, 5}}}) {
    words.birth_date().box = box;
    EXPECT_TRUE(words.Draw(&words.preview).empty());
  }
  words.birth_date().box = Box{{-9000, -9000}, {90000, 90000}};
  const Canvas picture = ReadPng(words.Draw(&words.preview).at(0).png);
  EXPECT_LE(picture.width(), 2 * 1654);
  EXPECT_LE(picture.height(), 2 * 2 * 200 + 10);
}

}  // namespace
}  // namespace sceau::evidence
