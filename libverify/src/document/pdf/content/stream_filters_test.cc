// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/content/stream_filters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string_view>

#include "base/status.h"
#include "codec/zlib.h"

namespace sceau::document {
namespace {

constexpr std::size_t kPlenty = 1'000;

// The example of ISO 32000-2, 7.4.4.2.
const Bytes kLzw = {0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01};

TEST(StreamFiltersTest, LzwFollowsTheStandardsExample) {
  const auto decoded = DecodeLzw(kLzw, true, kPlenty);
  ASSERT_TRUE(decoded.ok()) << decoded.status();
  EXPECT_EQ(AsText(*decoded), "-----A---B");
  EXPECT_EQ(ReasonOf(DecodeLzw(kLzw, true, 9).status()), Reason::kDocumentTooLarge);
  // A code that the table does not have yet.
  EXPECT_EQ(ReasonOf(DecodeLzw(Bytes{0x80, 0x7F, 0xFF}, true, kPlenty).status()),
            Reason::kDocumentDamaged);
}

TEST(StreamFiltersTest, RunsAndLiteralsAreWrittenOut) {
  const Bytes runs = {2, 'a', 'b', 'c', 254, 'x', 128, 'y'};
  const auto decoded = DecodeRunLength(runs, kPlenty);
  ASSERT_TRUE(decoded.ok()) << decoded.status();
  EXPECT_EQ(AsText(*decoded), "abcxxx");
  EXPECT_EQ(ReasonOf(DecodeRunLength(runs, 5).status()), Reason::kDocumentTooLarge);
  EXPECT_EQ(ReasonOf(DecodeRunLength(Bytes{5, 'a'}, kPlenty).status()), Reason::kDocumentDamaged);
}

TEST(StreamFiltersTest, AnEndOfLineAfterADeflatedStreamIsNotDamage) {
  Bytes deflated = *codec::Deflate(AsBytes("some text"), codec::DeflateKind::kSparse);
  deflated.push_back('\r');
  deflated.push_back('\n');
  const auto inflated = InflateStream(deflated, kPlenty);
  ASSERT_TRUE(inflated.ok()) << inflated.status();
  EXPECT_EQ(AsText(*inflated), "some text");
  EXPECT_EQ(ReasonOf(InflateStream(deflated, 4).status()), Reason::kDocumentTooLarge);
  deflated.push_back('x');
  EXPECT_EQ(ReasonOf(InflateStream(deflated, kPlenty).status()), Reason::kDocumentDamaged);
}

TEST(StreamFiltersTest, PredictorsAreUndone) {
  const Predictor png{15, 1, 8, 3};
  const struct {
    const char* what;
    Bytes rows;
    Bytes pixels;
  } kCases[] = {
      {"none, sub", {0, 1, 2, 3, 1, 10, 1, 1}, {1, 2, 3, 10, 11, 12}},
      {"none, up", {0, 1, 2, 3, 2, 1, 1, 1}, {1, 2, 3, 2, 3, 4}},
      {"none, average", {0, 2, 4, 6, 3, 1, 1, 1}, {2, 4, 6, 2, 4, 6}},
      {"none, Paeth", {0, 1, 2, 3, 4, 1, 1, 1}, {1, 2, 3, 2, 3, 4}},
  };
  for (const auto& c : kCases) {
    const auto undone = Undo(png, c.rows);
    ASSERT_TRUE(undone.ok()) << c.what;
    EXPECT_EQ(*undone, c.pixels) << c.what;
  }
  EXPECT_FALSE(Undo(png, {5, 1, 2, 3}).ok());
  EXPECT_EQ(*Undo({2, 1, 8, 3}, {1, 1, 1, 5, 1, 1}), (Bytes{1, 2, 3, 5, 6, 7}));
  EXPECT_EQ(*Undo({1, 1, 8, 1}, {9, 9}), (Bytes{9, 9}));
}

TEST(StreamFiltersTest, PredictorsThatNobodyMeansAreRefused) {
  EXPECT_TRUE(IsPossible({15, 3, 8, 2'480}));
  for (const Predictor& p : {Predictor{3, 1, 8, 1}, Predictor{15, 0, 8, 1}, Predictor{15, 1, 7, 1},
                             Predictor{15, 1, 8, 0}, Predictor{15, 1, 8, 2'000'000'000}}) {
    EXPECT_FALSE(IsPossible(p));
  }
}

}  // namespace
}  // namespace sceau::document
