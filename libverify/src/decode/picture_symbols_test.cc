// SPDX-License-Identifier: Apache-2.0
#include "decode/picture_symbols.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "barcode/write/qr_code.h"
#include "base/status.h"

namespace sceau::decode {
namespace {

constexpr int kWidth = 900;
constexpr int kHeight = 600;

struct PlacedCode {
  std::string payload;
  int x = 0;
  int y = 0;
  int scale = 4;  // pixels a module
};

PageImage DrawPage(const std::vector<PlacedCode>& codes) {
  PageImage image{kWidth, kHeight, Bytes(std::size_t{kWidth} * kHeight, 255)};
  for (const PlacedCode& code : codes) {
    const auto modules = barcode::WriteQrCode(AsBytes(code.payload));
    EXPECT_TRUE(modules.ok());
    for (int y = 0; y < modules->size * code.scale; ++y) {
      for (int x = 0; x < modules->size * code.scale; ++x) {
        if (modules->at(x / code.scale, y / code.scale))
          image.pixels[static_cast<std::size_t>((code.y + y) * kWidth + code.x + x)] = 0;
      }
    }
  }
  return image;
}

// A page of twice the size of its reduced picture.
class LargePage : public document::Document {
 public:
  LargePage(PageImage whole, std::optional<PageImage> reduced)
      : whole_(std::move(whole)), reduced_(std::move(reduced)) {}
  int page_count() const override { return 1; }
  absl::StatusOr<PageImage> ReadPage(int) override {
    ++times_read;
    return whole_;
  }
  absl::StatusOr<std::optional<document::ReducedPage>> ReadReducedPage(int, int) override {
    if (!reduced_) return std::nullopt;
    return document::ReducedPage{*reduced_, 2, 2 * kWidth, 2 * kHeight};
  }

  int times_read = 0;

 private:
  PageImage whole_;
  std::optional<PageImage> reduced_;
};

std::vector<std::string> SymbolPayloads(const PictureSymbols& read) {
  std::vector<std::string> payloads;
  for (const Symbol& symbol : read.symbols) payloads.emplace_back(AsText(symbol.payload));
  return payloads;
}

TEST(PictureSymbolsTest, AReducedPictureThatShowsASealIsEnough) {
  LargePage page(DrawPage({}), DrawPage({{"AD1:ABC", 100, 200}}));
  const auto read = ReadPictureSymbols(page, 0, {});
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_EQ(SymbolPayloads(*read), std::vector<std::string>{"AD1:ABC"});
  EXPECT_EQ(page.times_read, 0);
  EXPECT_EQ(read->width, 2 * kWidth);
  EXPECT_EQ(read->height, 2 * kHeight);
  EXPECT_NEAR(read->symbols[0].corners[0].x, 200, 8);
  EXPECT_NEAR(read->symbols[0].corners[0].y, 400, 8);
}

TEST(PictureSymbolsTest, OtherwiseTheWholePageIsRead) {
  const PlacedCode address{"https://www.example.org", 100, 100};
  const PlacedCode seal{"AD1:ABC", 500, 100};
  struct Case {
    std::optional<PageImage> reduced;
    std::vector<PlacedCode> whole;
  };
  const std::vector<Case> cases = {
      {std::nullopt, {seal}},                  // no reduced picture
      {DrawPage({}), {seal}},                  // one that shows nothing
      {DrawPage({address}), {address, seal}},  // one that shows no seal
  };
  for (const Case& c : cases) {
    LargePage page(DrawPage(c.whole), c.reduced);
    const auto read = ReadPictureSymbols(page, 0, {});
    ASSERT_TRUE(read.ok()) << read.status();
    EXPECT_EQ(page.times_read, 1);
    EXPECT_EQ(SymbolPayloads(*read).back(), "AD1:ABC");
    EXPECT_EQ(read->symbols.size(), c.whole.size());
    EXPECT_EQ(read->width, kWidth);
  }
}

TEST(PictureSymbolsTest, TimeThatRunsOutOnTheReducedPictureIsSaid) {
  LargePage page(DrawPage({}), DrawPage({}));
  const auto read = ReadPictureSymbols(page, 0, {.deadline = {}});
  ASSERT_TRUE(read.ok());
  EXPECT_TRUE(read->out_of_time);
  EXPECT_EQ(page.times_read, 0);
}

}  // namespace
}  // namespace sceau::decode
