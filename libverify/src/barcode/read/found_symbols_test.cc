// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/found_symbols.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "barcode/read/scene_testing.h"
#include "base/status.h"

namespace sceau::barcode {
namespace {

using ::testing::ElementsAre;

Symbol At(double x, double y, std::string_view payload, Symbology symbology = Symbology::kQrCode) {
  return {symbology, ToBytes(AsBytes(payload)), Turned(x, y, 100, 100, 0)};
}

Candidate Around(double x, double y, double side) {
  return {{Turned(x, y, side, side, 0), side, side}, 1};
}

std::vector<std::string> Taken(FoundSymbols& found) {
  std::vector<std::string> payloads;
  for (const Symbol& symbol : found.TakeInReadingOrder()) {
    payloads.emplace_back(AsText(symbol.payload));
  }
  return payloads;
}

TEST(FoundSymbolsTest, ASymbolReadTwiceIsOne) {
  FoundSymbols found(8);
  ASSERT_TRUE(found.Add(std::vector{At(100, 100, "a")}).ok());
  ASSERT_TRUE(found.Add(std::vector{At(104, 98, "a"), At(104, 98, "b"), At(400, 100, "a")}).ok());
  ASSERT_TRUE(found.Add(std::vector{At(100, 100, "a", Symbology::kDataMatrix)}).ok());
  EXPECT_EQ(found.TakeInReadingOrder().size(), 4U);
}

TEST(FoundSymbolsTest, ReadingOrderIsLinesThenColumns) {
  FoundSymbols found(8);
  ASSERT_TRUE(found
                  .Add(std::vector{At(500, 1000, "5"), At(900, 110, "3"), At(100, 130, "1"),
                                   At(500, 90, "2"), At(10, 400, "4")})
                  .ok());
  EXPECT_THAT(Taken(found), ElementsAre("1", "2", "3", "4", "5"));
}

TEST(FoundSymbolsTest, RefusesMoreThanTheLimitAndPassesErrorsOn) {
  FoundSymbols found(2);
  EXPECT_TRUE(found.Add(std::vector{At(0, 0, "a"), At(0, 0, "a"), At(200, 0, "b")}).ok());
  EXPECT_EQ(ReasonOf(found.Add(std::vector{At(400, 0, "c")})), Reason::kDocumentTooManySymbols);
  EXPECT_EQ(ReasonOf(found.Add(Refuse(Reason::kInternal))), Reason::kInternal);
  FoundSymbols none(-1);
  EXPECT_EQ(ReasonOf(none.Add(std::vector{At(0, 0, "a")})), Reason::kDocumentTooManySymbols);
}

TEST(FoundSymbolsTest, CoversACandidateThatShowsOneSymbol) {
  FoundSymbols found(8);
  EXPECT_FALSE(found.Covers(Around(100, 100, 100)));
  ASSERT_TRUE(found.Add(std::vector{At(100, 100, "a")}).ok());
  EXPECT_TRUE(found.Covers(Around(100, 100, 100)));
  EXPECT_TRUE(found.Covers(Around(130, 130, 40)));
  EXPECT_TRUE(found.Covers(Around(95, 95, 125)));
  EXPECT_TRUE(found.Covers(Around(145, 145, 130)));   // little room beside the symbol
  EXPECT_FALSE(found.Covers(Around(145, 145, 140)));  // its centre lies elsewhere
  EXPECT_FALSE(found.Covers(Around(100, 100, 300)));  // room for a second one
  EXPECT_FALSE(found.Covers(Around(300, 100, 100)));
}

}  // namespace
}  // namespace sceau::barcode
