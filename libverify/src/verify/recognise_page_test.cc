// SPDX-License-Identifier: Apache-2.0
#include "verify/recognise_page.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "page/check_printed.h"
#include "page/page_testing.h"
#include "sceau/verify.h"
#include "verify/context.h"

namespace sceau::verify {
namespace {

// A reader that recognises what it was told.
class Reads : public isolation::Reader {
 public:
  explicit Reads(std::vector<isolation::RecognisedWord> words) : words_(std::move(words)) {}
  absl::StatusOr<isolation::ReadOutcome> Read(ByteSpan, const Limits&) override {
    return isolation::ReadOutcome{};
  }
  std::vector<isolation::RecognisedWord> Recognise(const PageImage&, const Limits&) override {
    ++asked;
    return words_;
  }
  int asked = 0;

 private:
  std::vector<isolation::RecognisedWord> words_;
};

const std::string kPage =
    "Attestation de droits à l’assurance maladie\nNom : QUINTEFEUILLE\nPrénom : Zoé\n"
    "Née le : 12/05/1984\nAssurance maladie du 01/01/2026 au 31/12/2026\n";

std::vector<isolation::RecognisedWord> WordsOf(const std::string& text, double height = 24,
                                               std::uint8_t confidence = 95) {
  std::vector<isolation::RecognisedWord> words;
  for (const Word& word : page::PageOf(text).words) {
    const double middle = (word.top_left.y + word.bottom_right.y) / 2;
    words.push_back({word.text, static_cast<std::uint32_t>(word.top_left.x),
                     static_cast<std::uint32_t>(middle - height / 2),
                     static_cast<std::uint32_t>(word.bottom_right.x),
                     static_cast<std::uint32_t>(middle + height / 2), confidence});
  }
  return words;
}

struct OnAPicture {
  DocumentContent content;
  SealReport seal;

  OnAPicture() {
    Page page;
    page.raster = {{600, 400, Bytes(240'000, 255)}, 2};
    content.pages.push_back(std::move(page));
    seal.page = 1;
    seal.claims = page::ClaimsOfNobody();
    seal.claims->layout.reset();
    seal.corners = {Point{10, 10}, Point{60, 10}, Point{60, 60}, Point{10, 60}};
    seal.axes.document = DocumentAxis::kNotCompared;
    seal.printed = page::NotCompared(*seal.claims).printed;
  }

  void Compare(Reads& reader, bool recognise = true) {
    Context context;
    context.reader = &reader;
    context.recognise_words = recognise;
    PageDrawer drawer({}, context);
    CompareRecognisedWords(content, drawer, seal);
  }
};

TEST(RecognisePageTest, AnotherValueDiffersWithItsPlaceOnThePage) {
  Reads reader(WordsOf(page::Replaced(kPage, "12/05/1984", "12/05/1974")));
  OnAPicture picture;
  picture.Compare(reader);
  EXPECT_EQ(picture.seal.axes.document, DocumentAxis::kDiffers);
  ASSERT_EQ(picture.seal.reasons.size(), 1U);
  EXPECT_EQ(picture.seal.reasons[0].reason, Reason::kDocumentPrintedBirthDateDiffers);
  int different = 0;
  for (const ComparedFact& compared : picture.seal.printed) {
    if (compared.result != FactResult::kDiffers) continue;
    ++different;
    EXPECT_EQ(compared.fact.kind, PrintedKind::kBirthDate);
    EXPECT_EQ(compared.way, ComparisonWay::kRecognised);
    ASSERT_TRUE(compared.box);
    EXPECT_NEAR(compared.box->top_left.y, (100 + 3 * 24 + 8 - 12) / 2.0, 1);  // at half the scale
  }
  EXPECT_EQ(different, 1);
}

TEST(RecognisePageTest, WhatAgreesIsNotSaid) {
  Reads reader(WordsOf(kPage));
  OnAPicture picture;
  const auto before = picture.seal.printed;
  picture.Compare(reader);
  EXPECT_EQ(reader.asked, 1);
  EXPECT_EQ(picture.seal.axes.document, DocumentAxis::kNotCompared);
  EXPECT_EQ(picture.seal.printed, before);
}

TEST(RecognisePageTest, SmallAndUncertainWordsSayNothing) {
  const std::string other = page::Replaced(kPage, "12/05/1984", "12/05/1974");
  for (auto words : {WordsOf(other, 16), WordsOf(other, 24, 89)}) {
    Reads reader(std::move(words));
    OnAPicture picture;
    picture.Compare(reader);
    EXPECT_EQ(picture.seal.axes.document, DocumentAxis::kNotCompared);
  }
}

TEST(RecognisePageTest, NobodyIsAskedWhereItIsNotWorthIt) {
  Reads reader(WordsOf(kPage));
  OnAPicture differs;
  differs.seal.axes.document = DocumentAxis::kDiffers;
  differs.Compare(reader);
  OnAPicture of_layout;
  of_layout.seal.claims->layout = 1;
  of_layout.Compare(reader);
  OnAPicture without_pixels;
  without_pixels.content.pages[0].raster = {};
  without_pixels.Compare(reader);
  OnAPicture not_wanted;
  not_wanted.Compare(reader, false);
  EXPECT_EQ(reader.asked, 0);
}

TEST(RecognisePageTest, AFewPagesOfADocumentAreRecognised) {
  Reads reader(WordsOf(kPage));
  Context context;
  context.reader = &reader;
  context.recognise_words = true;
  PageDrawer drawer({}, context);
  for (int i = 0; i < 5; ++i) drawer.Recognise({1, 1, {0}});
  EXPECT_EQ(reader.asked, 2);
  EXPECT_TRUE(PageDrawer().Recognise({1, 1, {0}}).empty());
}

TEST(TurnUprightTest, AStripThatWouldGrowWithoutAnEndIsLeft) {
  const PageImage strip{10, 10'000, Bytes(100'000, 255)};
  const Corners corners{Point{0, 0}, Point{50, 50}, Point{0, 100}, Point{-50, 50}};
  EXPECT_TRUE(TurnUpright(strip, corners).image.pixels.empty());
}

TEST(TurnUprightTest, TheSymbolStandsUprightAndPointsAreFoundAgain) {
  PageImage raster{200, 100, Bytes(20'000, 255)};
  raster.pixels[30UL * 200 + 150] = 0;  // at (150.5, 30.5)
  for (const double degrees : {0.0, 3.0, 90.0, 180.0, -90.0, 137.0}) {
    const double angle = degrees * std::acos(-1) / 180;
    const Point across{40 * std::cos(angle), 40 * std::sin(angle)};
    const Corners corners = {Point{80, 50}, Point{80 + across.x, 50 + across.y},
                             Point{80 + across.x - across.y, 50 + across.y + across.x},
                             Point{80 - across.y, 50 + across.x}};
    const UprightPage upright = TurnUpright(raster, corners);
    ASSERT_FALSE(upright.image.pixels.empty()) << degrees;
    const auto darkest = std::ranges::min_element(upright.image.pixels);
    EXPECT_LT(*darkest, 200) << degrees;
    const auto at = darkest - upright.image.pixels.begin();
    const Point found = upright.InRaster({static_cast<double>(at % upright.image.width) + 0.5,
                                          static_cast<double>(at / upright.image.width) + 0.5});
    EXPECT_NEAR(found.x, 150.5, 1) << degrees;
    EXPECT_NEAR(found.y, 30.5, 1) << degrees;
  }
}

TEST(TurnUprightTest, CornersThatSayNothingTurnNothing) {
  const PageImage raster{10, 10, Bytes(100, 255)};
  EXPECT_TRUE(TurnUpright(raster, {}).image.pixels.empty());
  const double none = std::nan("");
  EXPECT_TRUE(TurnUpright(raster, {Point{0, 0}, Point{none, 0}, Point{1, 1}, Point{0, 1}})
                  .image.pixels.empty());
  EXPECT_TRUE(
      TurnUpright({}, {Point{0, 0}, Point{9, 0}, Point{9, 9}, Point{0, 9}}).image.pixels.empty());
}

}  // namespace
}  // namespace sceau::verify
