// SPDX-License-Identifier: Apache-2.0
// Pages that are drawn for it, as a scanner without fault would see them; capture/ has the faults.
#include "page/compare_pixels.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "attestation/claims_of.h"
#include "layout/attestation_testing.h"
#include "layout/expect_page.h"
#include "layout/lay_out.h"

namespace sceau::page {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::size_t kCharacters = 650;  // of a seal
constexpr int kSide = 81;                 // of its code, in modules

Attestation SealedWithLayout() {
  Attestation attestation = layout::TwoChildren();
  attestation.layout = layout::kLayoutId;
  return attestation;
}

Claims ClaimsWithLayout(const Attestation& attestation) {
  Claims claims = attestation::ClaimsOf(attestation);
  claims.layout = attestation.layout;
  return claims;
}

// The page of the attestation, and the place of its code.
struct Scan {
  Page page;
  Symbol symbol;

  explicit Scan(const Attestation& attestation) {
    const auto fonts = layout::Fonts::Open();
    std::vector<std::uint8_t> dark(static_cast<std::size_t>(kSide) * kSide);
    std::uint32_t state = 1;
    for (std::uint8_t& module : dark) {
      state = state * 1'664'525 + 1'013'904'223;
      module = static_cast<std::uint8_t>(state >> 31);
    }
    const auto drawing = layout::LayOut(attestation, kSide, *fonts);
    const auto expected = layout::ExpectPage(*drawing, *fonts, dark);
    page.number = 3;
    PageImage& image = page.raster.image;
    image.width = capture::kPageWidth;
    image.height = capture::kPageHeight;
    for (const std::uint8_t ink : expected->page.ink)
      image.pixels.push_back(static_cast<std::uint8_t>(255 - ink));
    page.raster.scale = 0.5;  // the page itself is twice as large
    page.width = 2 * image.width;
    page.height = 2 * image.height;
    symbol.payload.resize(kCharacters);
    for (std::size_t i = 0; i < 4; ++i)
      symbol.corners[i] = {2 * expected->page.code[i].x, 2 * expected->page.code[i].y};
  }

  // Other writing above the code and the words beside it.
  void TurnTheTextAbove() {
    PageImage& image = page.raster.image;
    constexpr std::ptrdiff_t kRows = 1700;  // the frame of the code begins below
    std::reverse(image.pixels.begin(), image.pixels.begin() + kRows * image.width);
  }

  // A box of a comparison, in the pixels of the page.
  void Paint(const Box& box, std::uint8_t light) {
    PageImage& image = page.raster.image;
    for (auto y = static_cast<std::ptrdiff_t>(box.top_left.y / 2);
         2.0 * static_cast<double>(y) < box.bottom_right.y; ++y) {
      const auto row = image.pixels.begin() + y * image.width;
      std::fill(row + static_cast<std::ptrdiff_t>(box.top_left.x / 2),
                row + static_cast<std::ptrdiff_t>(box.bottom_right.x / 2) + 1, light);
    }
  }

  CheckedPage Compare(const Claims& claims) const {
    CheckedPage checked = NotCompared(claims);
    ComparePixels(claims, page, symbol, checked);
    return checked;
  }
};

std::vector<FactKey> FactsThat(FactResult result, const CheckedPage& checked) {
  std::vector<FactKey> keys;
  for (const ComparedFact& compared : checked.printed) {
    if (compared.result == result) keys.push_back(compared.fact);
  }
  return keys;
}

TEST(ComparePixelsTest, AllOfAGenuinePageAgreesWithItsEvidence) {
  const CheckedPage checked =
      Scan(SealedWithLayout()).Compare(ClaimsWithLayout(SealedWithLayout()));
  EXPECT_EQ(checked.axis, DocumentAxis::kAgrees);
  EXPECT_THAT(checked.findings, IsEmpty());
  for (const ComparedFact& compared : checked.printed) {
    EXPECT_EQ(compared.result, FactResult::kAgrees) << static_cast<int>(compared.fact.kind);
    EXPECT_EQ(compared.way, ComparisonWay::kPixels);
    EXPECT_EQ(compared.page, 3);
    ASSERT_TRUE(compared.box);
    EXPECT_LT(compared.box->top_left.x, compared.box->bottom_right.x);
    EXPECT_LE(compared.box->bottom_right.x, 2 * capture::kPageWidth);
  }
}

TEST(ComparePixelsTest, OneLetterOfAnotherNameDiffers) {
  Attestation forged = SealedWithLayout();
  forged.holder.birth_name = "LEFÈBRE";
  const CheckedPage checked = Scan(forged).Compare(ClaimsWithLayout(SealedWithLayout()));
  EXPECT_EQ(checked.axis, DocumentAxis::kDiffers);
  EXPECT_THAT(FactsThat(FactResult::kDiffers, checked),
              ElementsAre(FactKey{PrintedKind::kBirthName}));
  EXPECT_THAT(checked.findings,
              ElementsAre(Finding{Reason::kDocumentPrintedNameDiffers, "page 3"}));
}

TEST(ComparePixelsTest, OneDigitOfADayDiffers) {
  Attestation forged = SealedWithLayout();
  forged.rights[1].until = layout::Day(2028, 8, 31);
  const CheckedPage checked = Scan(forged).Compare(ClaimsWithLayout(SealedWithLayout()));
  EXPECT_EQ(checked.axis, DocumentAxis::kDiffers);
  EXPECT_THAT(FactsThat(FactResult::kDiffers, checked),
              ElementsAre(FactKey{PrintedKind::kRightUntil, 1}));
}

TEST(ComparePixelsTest, AnotherPageDiffers) {
  Scan scan(SealedWithLayout());
  scan.TurnTheTextAbove();
  const CheckedPage checked = scan.Compare(ClaimsWithLayout(SealedWithLayout()));
  EXPECT_EQ(checked.axis, DocumentAxis::kDiffers);
  EXPECT_THAT(FactsThat(FactResult::kNotCompared, checked), SizeIs(checked.printed.size()));
  EXPECT_THAT(checked.findings, ElementsAre(Finding{Reason::kDocumentAnotherPage, "page 3"}));
}

TEST(ComparePixelsTest, ASecondNameAtTheOtherEndOfTheLineIsTold) {
  Scan scan(SealedWithLayout());
  const Claims claims = ClaimsWithLayout(SealedWithLayout());
  const std::vector<ComparedFact> printed = scan.Compare(claims).printed;
  const Box box =
      *std::ranges::find(printed, FactKey{PrintedKind::kBirthName}, &ComparedFact::fact)->box;
  PageImage& image = scan.page.raster.image;
  constexpr std::ptrdiff_t kRight = 1480;  // of what the page prints
  const auto width = static_cast<std::ptrdiff_t>((box.bottom_right.x - box.top_left.x) / 2);
  for (auto y = static_cast<std::ptrdiff_t>(box.top_left.y / 2);
       2.0 * static_cast<double>(y) < box.bottom_right.y; ++y) {
    const auto row = image.pixels.begin() + y * image.width;
    std::copy_n(row + static_cast<std::ptrdiff_t>(box.top_left.x / 2), width, row + kRight - width);
  }
  const CheckedPage checked = scan.Compare(claims);
  EXPECT_EQ(checked.axis, DocumentAxis::kNotCompared);
  EXPECT_EQ(FactsThat(FactResult::kAgrees, checked).size(), checked.printed.size());
  EXPECT_THAT(checked.findings, ElementsAre(Finding{Reason::kDocumentTextAdded, "page 3"}));
}

// Too pale, too small or too far out for a scan to tell them from the paper.
TEST(ComparePixelsTest, WhatIsAddedToADrawingIsRemarkedAndScansKeepTheirNoise) {
  struct Case {
    const char* what;
    Box box;  // pixels of the page
    std::uint8_t light;
  };
  for (const Case& c : {Case{"nothing", {{0, 0}, {0, 0}}, 255},
                        Case{"pale yellow", {{1'000, 4'560}, {1'200, 4'600}}, 248},
                        Case{"a stroke in the margin", {{400, 20}, {410, 60}}, 20}}) {
    for (const bool drawn : {true, false}) {
      SCOPED_TRACE(c.what);
      Scan scan(SealedWithLayout());
      scan.page.raster.drawn = drawn;
      if (c.light < 255) scan.Paint(c.box, c.light);
      const CheckedPage checked = scan.Compare(ClaimsWithLayout(SealedWithLayout()));
      if (drawn && c.light < 255) {
        EXPECT_EQ(checked.axis, DocumentAxis::kNotCompared);
        EXPECT_THAT(checked.findings,
                    ElementsAre(Finding{Reason::kDocumentDrawingAdded, "page 3"}));
      } else {
        EXPECT_EQ(checked.axis, DocumentAxis::kAgrees);
        EXPECT_THAT(checked.findings, IsEmpty());
      }
    }
  }
}

TEST(ComparePixelsTest, AValueThatWasWipedIsMissing) {
  for (const FactKey& fact : {FactKey{PrintedKind::kBirthName}, FactKey{PrintedKind::kBirthRank},
                              FactKey{PrintedKind::kRightUntil, 0}}) {
    Scan scan(SealedWithLayout());
    const Claims claims = ClaimsWithLayout(SealedWithLayout());
    const std::vector<ComparedFact> printed = scan.Compare(claims).printed;
    const Box box = *std::ranges::find(printed, fact, &ComparedFact::fact)->box;
    scan.Paint(box, 255);
    const CheckedPage checked = scan.Compare(claims);
    EXPECT_EQ(checked.axis, DocumentAxis::kNotCompared);
    EXPECT_THAT(FactsThat(FactResult::kNotCompared, checked), ElementsAre(fact));
    EXPECT_THAT(checked.findings, ElementsAre(Finding{Reason::kDocumentTextMissing, "page 3"}));
  }
}

TEST(ComparePixelsTest, ADotThatIsLostLeavesItsFactOpen) {
  Attestation sealed = SealedWithLayout();
  sealed.holder.birth_name = "Battì";
  Attestation forged = sealed;
  for (const char* name : {"Battı", "Batti", "Battí"}) {
    forged.holder.birth_name = name;
    const CheckedPage checked = Scan(forged).Compare(ClaimsWithLayout(sealed));
    EXPECT_NE(checked.axis, DocumentAxis::kAgrees) << name;
  }
  sealed.holder.birth_name = "Battini";
  forged.holder.birth_name = "Battıni";
  const CheckedPage checked = Scan(forged).Compare(ClaimsWithLayout(sealed));
  EXPECT_THAT(FactsThat(FactResult::kNotCompared, checked),
              ElementsAre(FactKey{PrintedKind::kBirthName}));
  const ComparedFact& open =
      *std::ranges::find(checked.printed, FactKey{PrintedKind::kBirthName}, &ComparedFact::fact);
  EXPECT_EQ(open.way, ComparisonWay::kNone);
  EXPECT_EQ(open.page, 3);  // where to look
  EXPECT_TRUE(open.box);
}

Attestation AnotherPerson() {
  Attestation other = SealedWithLayout();
  other.holder.birth_name = "DURAND";
  other.holder.given_names = "Karim";
  other.holder.birth_date = "19710203";
  return other;
}

TEST(ComparePixelsTest, TheCodeOnAnotherPersonsPageOfTheLayoutDiffers) {
  const CheckedPage checked = Scan(AnotherPerson()).Compare(ClaimsWithLayout(SealedWithLayout()));
  EXPECT_EQ(checked.axis, DocumentAxis::kDiffers);
  EXPECT_THAT(checked.findings, Contains(Finding{Reason::kDocumentPrintedNameDiffers, "page 3"}));
  EXPECT_THAT(checked.findings,
              Contains(Finding{Reason::kDocumentPrintedBirthDateDiffers, "page 3"}));
}

TEST(ComparePixelsTest, ACodeThatWasPastedAnotherSizeFindsThePageAllTheSame) {
  Scan pasted(AnotherPerson());
  const Point first = pasted.symbol.corners[0];
  for (Point& corner : pasted.symbol.corners)
    corner = {first.x + 1.04 * (corner.x - first.x), first.y + 1.04 * (corner.y - first.y)};
  const CheckedPage checked = pasted.Compare(ClaimsWithLayout(SealedWithLayout()));
  EXPECT_EQ(checked.axis, DocumentAxis::kDiffers);
  EXPECT_THAT(checked.findings, Contains(Finding{Reason::kDocumentPrintedNameDiffers, "page 3"}));
}

TEST(ComparePixelsTest, APageThatIsClearAndElsewhereIsUnlike) {
  Scan moved(AnotherPerson());
  PageImage& image = moved.page.raster.image;
  const auto rows = static_cast<std::ptrdiff_t>(70) * image.width;  // 9 mm
  std::rotate(image.pixels.begin(), image.pixels.begin() + rows, image.pixels.end());
  const CheckedPage checked = moved.Compare(ClaimsWithLayout(SealedWithLayout()));
  EXPECT_EQ(checked.axis, DocumentAxis::kNotCompared);
  EXPECT_THAT(checked.findings, ElementsAre(Finding{Reason::kDocumentPageUnlike, "page 3"}));
  // Whatever the words of such a page say.
  CheckedPage said = NotCompared(ClaimsWithLayout(SealedWithLayout()));
  for (ComparedFact& compared : said.printed) compared.result = FactResult::kAgrees;
  ComparePixels(ClaimsWithLayout(SealedWithLayout()), moved.page, moved.symbol, said);
  EXPECT_EQ(said.axis, DocumentAxis::kNotCompared);
}

// The page, and at its right as many rows of pixels of another one.
CheckedPage CompareBeside(const Scan& other, int rows) {
  Scan sheet(SealedWithLayout());
  const PageImage left = sheet.page.raster.image;
  PageImage& both = sheet.page.raster.image;
  both.width = 2 * left.width;
  both.pixels.assign(2 * left.pixels.size(), 255);
  for (std::ptrdiff_t y = 0; y < left.height; ++y) {
    const auto out = both.pixels.begin() + y * both.width;
    std::copy_n(left.pixels.begin() + y * left.width, left.width, out);
    if (y < rows) {
      std::copy_n(other.page.raster.image.pixels.begin() + y * left.width, left.width,
                  out + left.width);
    }
  }
  sheet.page.width *= 2;
  return sheet.Compare(ClaimsWithLayout(SealedWithLayout()));
}

TEST(ComparePixelsTest, AnotherPageOnTheSameSheetDoesNotAgree) {
  const CheckedPage checked = CompareBeside(Scan(AnotherPerson()), capture::kPageHeight);
  EXPECT_EQ(checked.axis, DocumentAxis::kNotCompared);
  EXPECT_EQ(FactsThat(FactResult::kAgrees, checked).size(), checked.printed.size());
  EXPECT_THAT(checked.findings, ElementsAre(Finding{Reason::kDocumentTextBeside, "page 3"}));
}

TEST(ComparePixelsTest, TwoLinesBesideThePageAreNotAPage) {
  constexpr int kName = 240;  // down to the name of the fund and its code
  const CheckedPage checked = CompareBeside(Scan(AnotherPerson()), kName);
  EXPECT_EQ(checked.axis, DocumentAxis::kAgrees);
  EXPECT_THAT(checked.findings, IsEmpty());
}

TEST(ComparePixelsTest, WithoutLayoutOrPixelsNothingIsSaid) {
  const Scan scan(SealedWithLayout());
  Claims other = ClaimsWithLayout(SealedWithLayout());
  other.layout = 2;
  EXPECT_EQ(scan.Compare(other).axis, DocumentAxis::kNotCompared);
  other.layout.reset();
  EXPECT_EQ(scan.Compare(other).axis, DocumentAxis::kNotCompared);
  Scan blank(SealedWithLayout());
  blank.page.raster = {};
  EXPECT_FALSE(CanComparePixels(ClaimsWithLayout(SealedWithLayout()), blank.page));
  EXPECT_EQ(blank.Compare(ClaimsWithLayout(SealedWithLayout())).axis, DocumentAxis::kNotCompared);
}

TEST(ComparePixelsTest, OnlyThePageOfAnAttestationIsDrawn) {
  const Scan scan(SealedWithLayout());
  Attestation sealed;
  sealed.layout = layout::kLayoutId;
  sealed.holder.birth_name = "QUINTEFEUILLE";
  sealed.fund = {"017510000", "Caisse"};
  Claims claims = ClaimsWithLayout(sealed);
  EXPECT_TRUE(DrawExpected(claims, scan.symbol));
  EXPECT_TRUE(CanComparePixels(claims, scan.page));
  claims.attestation.reset();
  EXPECT_FALSE(DrawExpected(claims, scan.symbol));
  EXPECT_FALSE(CanComparePixels(claims, scan.page));
}

TEST(ComparePixelsTest, APageThatCannotBeDrawnIsNotCompared) {
  Scan scan(SealedWithLayout());
  const Claims claims = ClaimsWithLayout(SealedWithLayout());
  EXPECT_TRUE(CanComparePixels(claims, scan.page));
  scan.page.raster.scale = 0;
  EXPECT_FALSE(CanComparePixels(claims, scan.page)) << "without a size";
  Attestation foreign = SealedWithLayout();
  foreign.holder.birth_name = "李";  // a letter that our fonts lack
  EXPECT_FALSE(DrawExpected(ClaimsWithLayout(foreign), scan.symbol));
  scan.symbol.payload.resize(5000);
  EXPECT_FALSE(DrawExpected(claims, scan.symbol)) << "more than any code holds";
}

TEST(ComparePixelsTest, PixelsAndCornersWithoutMeaningAreNotCompared) {
  Scan black(SealedWithLayout());
  std::ranges::fill(black.page.raster.image.pixels, std::uint8_t{0});
  EXPECT_EQ(black.Compare(ClaimsWithLayout(SealedWithLayout())).axis, DocumentAxis::kNotCompared);
  Scan nowhere(SealedWithLayout());
  nowhere.symbol.corners[2].x = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(nowhere.Compare(ClaimsWithLayout(SealedWithLayout())).axis, DocumentAxis::kNotCompared);
  Scan point(SealedWithLayout());
  point.symbol.corners = {};
  EXPECT_EQ(point.Compare(ClaimsWithLayout(SealedWithLayout())).axis, DocumentAxis::kNotCompared);
  Scan large(SealedWithLayout());
  large.symbol.payload.resize(5000);  // more than any code holds
  EXPECT_EQ(large.Compare(ClaimsWithLayout(SealedWithLayout())).axis, DocumentAxis::kNotCompared);
}

TEST(ComparePixelsTest, WhatTheWordsSaidStands) {
  const Claims claims = ClaimsWithLayout(SealedWithLayout());
  CheckedPage checked = NotCompared(claims);
  checked.axis = DocumentAxis::kDiffers;
  checked.printed.front().result = FactResult::kDiffers;
  checked.printed.front().way = ComparisonWay::kText;
  const Scan scan(SealedWithLayout());
  ComparePixels(claims, scan.page, scan.symbol, checked);
  EXPECT_EQ(checked.axis, DocumentAxis::kDiffers);
  EXPECT_EQ(checked.printed.front().way, ComparisonWay::kText);
  // Something that the seal does not say, such as somebody else in a table.
  checked = NotCompared(claims);
  checked.axis = DocumentAxis::kDiffers;
  ComparePixels(claims, scan.page, scan.symbol, checked);
  EXPECT_THAT(FactsThat(FactResult::kAgrees, checked), SizeIs(checked.printed.size()));
  EXPECT_EQ(checked.axis, DocumentAxis::kDiffers);
}

TEST(ComparePixelsTest, WhatTheWordsSaidStandsWhereThePixelsAreNotClear) {
  const Claims claims = ClaimsWithLayout(SealedWithLayout());
  Scan scan(SealedWithLayout());
  CheckedPage checked = scan.Compare(claims);
  scan.Paint(*checked.printed.front().box, 255);
  ComparedFact& name = checked.printed.front();
  name = {.fact = name.fact, .result = FactResult::kAgrees, .way = ComparisonWay::kText, .page = 7};
  const ComparedFact said = name;
  ComparePixels(claims, scan.page, scan.symbol, checked);
  EXPECT_EQ(checked.printed.front(), said);
}

}  // namespace
}  // namespace sceau::page
