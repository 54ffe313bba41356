// SPDX-License-Identifier: Apache-2.0
// What is drawn of a page whose parts do not tell all, and how often.
#include <gtest/gtest.h>

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include "barcode/write/write_symbol.h"
#include "decode/find_symbols.h"

namespace sceau::decode {
namespace {

constexpr char kDrawnPayload[] = "SOME PAYLOAD 0123456789";

// Parts that do not tell all, of a page that shows what it is given.
class NotUnderstood : public document::PageParts {
 public:
  // `unread`: as many parts as that cannot be read, and nothing else that is not understood.
  explicit NotUnderstood(std::size_t unread, bool open = false) : unread_(unread), open_(open) {}
  int width() const override { return kSide; }
  int height() const override { return kSide; }
  bool understood() const override { return unread_ > 0 || open_; }
  std::size_t count() const override { return open_ ? 1 : unread_; }
  absl::StatusOr<document::PagePart> Read(std::size_t) override {
    if (!open_) return absl::InternalError("no part");
    document::PagePart part;
    part.image = {99, 99, Bytes(99 * 99, 255)};
    part.drawn = part.is_open = true;
    return part;
  }
  bool ShowsItsGround(std::size_t) const override { return true; }
  double DensityOf(std::size_t part) const override { return part == 0 ? density : 0; }
  Sight SightOf(std::size_t, const Corners&) const override { return Sight::kUnsure; }

  static constexpr int kSide = 800;
  double density = 1;

 private:
  std::size_t unread_;
  bool open_;
};

class DrawnDocument : public document::Document {
 public:
  // `finer` is what stands in the middle of the page when it is drawn finer.
  DrawnDocument(PageImage page, PageImage finer)
      : page_(std::move(page)), finer_(std::move(finer)) {}
  int page_count() const override { return 1; }
  absl::StatusOr<PageImage> ReadPage(int) override {
    ++drawn;
    return page_;
  }
  absl::StatusOr<PageImage> ReadPageFiner(int, const document::PageShare& share) override {
    shares.push_back(share);
    return finer_;
  }
  absl::StatusOr<std::unique_ptr<document::PageParts>> OpenParts(int) override {
    auto parts = std::make_unique<NotUnderstood>(unread, open);
    parts->density = density;
    return parts;
  }

  std::size_t unread = 0;
  bool open = false;
  double density = 1;
  int drawn = 0;
  std::vector<document::PageShare> shares;

 private:
  PageImage page_;
  PageImage finer_;
};

PageImage WhitePage(int side) {
  return {side, side, Bytes(static_cast<std::size_t>(side) * static_cast<std::size_t>(side), 255)};
}

// In the middle of a white page. `spoilt`: with every third module wrong.
PageImage PageWithCode(bool spoilt) {
  constexpr int kPixels = 6;  // a module
  const auto written = barcode::WriteSymbol(Symbology::kDataMatrix, AsBytes(kDrawnPayload));
  EXPECT_TRUE(written.ok());
  const barcode::Modules& code = *written;
  PageImage page = WhitePage(NotUnderstood::kSide);
  const int first = (page.width - code.size * kPixels) / 2;
  for (int y = 0; y < code.size * kPixels; ++y) {
    for (int x = 0; x < code.size * kPixels; ++x) {
      const int column = x / kPixels;
      const int row = y / kPixels;
      const bool wrong = spoilt && (5 * column + 7 * row) % 3 == 0;
      const bool dark = code.at(column, row) != wrong;
      if (dark) page.pixels[static_cast<std::size_t>((first + y) * page.width + first + x)] = 0;
    }
  }
  return page;
}

TEST(DrawnPagesTest, APageIsDrawnInVainOnce) {
  DrawnDocument document(WhitePage(NotUnderstood::kSide), WhitePage(9));
  EmptyParts empty;
  for (const Depth depth : {Depth::kGlance, Depth::kSearch}) {
    const auto found = FindSymbols(document, 0, depth, {}, empty);
    ASSERT_TRUE(found.ok());
    EXPECT_TRUE(found->symbols.empty());
    EXPECT_EQ(document.drawn, 1);
    EXPECT_TRUE(document.shares.empty());  // there is nothing to look at more closely
  }
}

TEST(DrawnPagesTest, OnlyWhatIsInDoubtIsDrawnFiner) {
  DrawnDocument document(PageWithCode(true), WhitePage(9));
  EmptyParts empty;
  const auto found = FindSymbols(document, 0, Depth::kGlance, {}, empty);
  ASSERT_TRUE(found.ok());
  EXPECT_TRUE(found->symbols.empty());
  ASSERT_EQ(document.shares.size(), 1U);
  const document::PageShare& share = document.shares[0];
  EXPECT_GT(share.left, 0.2);
  EXPECT_LT(share.right, 0.8);
  EXPECT_GT(share.top, 0.2);
  EXPECT_LT(share.bottom, 0.8);
}

TEST(DrawnPagesTest, WhatADoubtShowsMoreCloselyIsFound) {
  DrawnDocument document(PageWithCode(true), PageWithCode(false));
  EmptyParts empty;
  const auto found = FindSymbols(document, 0, Depth::kGlance, {}, empty);
  ASSERT_TRUE(found.ok());
  ASSERT_EQ(found->symbols.size(), 1U);
  EXPECT_EQ(AsText(found->symbols[0].payload), kDrawnPayload);
  const Corners& corners = found->symbols[0].corners;
  EXPECT_NEAR((corners[0].x + corners[2].x) / 2, NotUnderstood::kSide / 2.0, 10);
}

TEST(DrawnPagesTest, APartThatMayHoldACodeInAnotherFrameIsDrawn) {
  DrawnDocument document(PageWithCode(false), WhitePage(9));
  document.open = true;
  EmptyParts empty;
  const auto found = FindSymbols(document, 0, Depth::kGlance, {}, empty);
  ASSERT_TRUE(found.ok());
  ASSERT_EQ(found->symbols.size(), 1U);
  EXPECT_FALSE(found->symbols[0].hidden);
  EXPECT_EQ(document.drawn, 1);
}

TEST(DrawnPagesTest, APageWithAPictureThatIsNotReadIsDrawnOnceAndFiner) {
  DrawnDocument document(WhitePage(NotUnderstood::kSide), WhitePage(1200));
  document.unread = 2;
  EmptyParts empty;
  for (const Depth depth : {Depth::kGlance, Depth::kSearch}) {
    const auto found = FindSymbols(document, 0, depth, {}, empty);
    ASSERT_TRUE(found.ok());
    EXPECT_TRUE(found->symbols.empty());
    EXPECT_EQ(found->width, NotUnderstood::kSide);
    EXPECT_EQ(document.drawn, 0);
    EXPECT_EQ(document.shares.size(), 1U);
  }
}

TEST(DrawnPagesTest, ACoarsePictureThatIsNotReadIsDrawnAsThePage) {
  DrawnDocument document(WhitePage(NotUnderstood::kSide), WhitePage(1200));
  document.unread = 2;
  document.density = 0.36;
  EmptyParts empty;
  for (const Depth depth : {Depth::kGlance, Depth::kSearch}) {
    const auto found = FindSymbols(document, 0, depth, {}, empty);
    ASSERT_TRUE(found.ok());
    EXPECT_TRUE(found->symbols.empty());
    EXPECT_EQ(document.drawn, 1);
    EXPECT_TRUE(document.shares.empty());
  }
}

// `spoilt`: modules are seen in the finer drawing, and not read.
TEST(DrawnPagesTest, WhereAPictureThatIsNotReadShowsModulesThePageIsSearched) {
  for (const bool spoilt : {false, true}) {
    DrawnDocument document(PageWithCode(false), PageWithCode(spoilt));
    document.unread = 1;
    EmptyParts empty;
    const auto found = FindSymbols(document, 0, Depth::kGlance, {}, empty);
    ASSERT_TRUE(found.ok());
    ASSERT_EQ(found->symbols.size(), 1U) << spoilt;
    EXPECT_EQ(AsText(found->symbols[0].payload), kDrawnPayload);
    EXPECT_FALSE(found->symbols[0].hidden);
    EXPECT_EQ(document.drawn, 1);
  }
}

}  // namespace
}  // namespace sceau::decode
