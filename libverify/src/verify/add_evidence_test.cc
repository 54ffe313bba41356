// SPDX-License-Identifier: Apache-2.0
#include "verify/add_evidence.h"

#include <gtest/gtest.h>

#include <optional>

#include "layout/lay_out.h"
#include "page/check_printed.h"
#include "page/page_testing.h"

namespace sceau::verify {
namespace {

// Draws each page white.
class WhiteReader : public isolation::Reader {
 public:
  absl::StatusOr<isolation::ReadOutcome> Read(ByteSpan, const Limits&) override {
    return isolation::ReadOutcome();
  }
  std::optional<Page> ReadPixels(ByteSpan, int page, const Limits&) override {
    Page drawn;
    drawn.number = page;
    drawn.width = 1654;
    drawn.height = 2339;
    drawn.raster.image = {1654, 2339, Bytes(1654UL * 2339UL, 255)};
    return drawn;
  }
};

// A page of words beside a page with the seal, which was compared in its place and differs.
struct TwoPages {
  DocumentContent content;
  Report report;

  TwoPages() {
    content.pages.resize(2);
    content.pages[1].symbols = {page::SymbolOfLength(650)};
    SealReport seal;
    seal.page = 2;
    seal.axes.seal = SealAxis::kGenuine;
    seal.claims = page::ClaimsOfNobody();
    seal.printed = page::NotCompared(*seal.claims).printed;
    for (int i = 0; i < 2; ++i) {
      Page& page = content.pages[static_cast<std::size_t>(i)];
      page.number = i + 1;
      page.width = 1654;
      page.height = 2339;
      report.previews.push_back({i + 1, page.width, page.height, 100, 141, Bytes(14100, 200)});
    }
    ComparedFact& fact = seal.printed.front();
    fact.result = FactResult::kDiffers;
    fact.way = ComparisonWay::kText;
    fact.page = 1;
    fact.box = Box{{100, 100}, {200, 120}};
    report.seals = {seal};
  }
  std::size_t PicturesWhen(EvidencePictures asked, bool doubts = true) {
    Context context;
    WhiteReader reader;
    context.reader = &reader;
    context.evidence = asked;
    context.pictures_doubts = doubts;
    PageDrawer drawer({}, context);
    AddEvidence(content, context, drawer, report);
    return report.seals[0].pictures.size();
  }
};

TEST(AddEvidenceTest, APageInThePlaceOfTheSealsOwnHasItsPictures) {
  TwoPages pages;
  ASSERT_EQ(pages.PicturesWhen(EvidencePictures::kNumberCovered), 1U);
  EXPECT_EQ(pages.report.seals[0].pictures[0].page, 1);
}

TEST(AddEvidenceTest, APageWithoutAPreviewIsDrawn) {
  TwoPages pages;
  pages.report.previews.clear();
  EXPECT_EQ(pages.PicturesWhen(EvidencePictures::kNumberCovered), 1U);
  pages.content.pages[0].width = 1000;
  pages.report.seals[0].pictures.clear();
  EXPECT_EQ(pages.PicturesWhen(EvidencePictures::kNumberCovered), 0U) << "drawn as another one";
}

TEST(AddEvidenceTest, NothingWithoutAskingWithoutTheSymbolOrWithoutThePage) {
  EXPECT_EQ(TwoPages().PicturesWhen(EvidencePictures::kNone), 0U);
  TwoPages other_symbol;
  other_symbol.content.pages[1].symbols[0].corners[0] = {3, 3};
  EXPECT_EQ(other_symbol.PicturesWhen(EvidencePictures::kNumberCovered), 0U);
  TwoPages other_page;
  other_page.report.seals[0].printed.front().page = 7;
  EXPECT_EQ(other_page.PicturesWhen(EvidencePictures::kNumberCovered), 0U);
}

TEST(AddEvidenceTest, DoubtsAreLeftOutWhereTheyAreNotAskedFor) {
  for (const bool differs : {false, true}) {
    TwoPages pages;
    pages.report.seals[0].axes.document =
        differs ? DocumentAxis::kDiffers : DocumentAxis::kNotCompared;
    EXPECT_EQ(pages.PicturesWhen(EvidencePictures::kNumberCovered, false), differs ? 1U : 0U);
  }
}

}  // namespace
}  // namespace sceau::verify
