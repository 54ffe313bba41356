// SPDX-License-Identifier: Apache-2.0
#include "page/laid_out_page.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "capture/expected_page.h"
#include "layout/lay_out.h"
#include "page/page_testing.h"

namespace sceau::page {
namespace {

Claims LaidOut(Attestation attestation) {
  attestation.layout = layout::kLayoutId;
  return attestation::ClaimsOf(std::move(attestation));
}

TEST(LaidOutPageTest, ItsWordsAreThoseThatAReaderFinds) {
  Attestation sealed = SealedFamily();
  sealed.replaces = DocumentId{1, 2, 3};  // a full stop follows its number at once
  const Claims claims = LaidOut(sealed);
  const Symbol symbol = SymbolOfLength(700);
  const auto laid_out = LaidOutPage::For(claims, symbol);
  ASSERT_TRUE(laid_out);
  const std::vector<Word>& words = laid_out->words().words;
  const Page read = PageLaidOut(claims, symbol);
  ASSERT_EQ(words.size(), read.words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    constexpr double kScale = capture::kPixelsPerPoint;
    EXPECT_EQ(words[i].text, read.words[i].text);
    EXPECT_NEAR(words[i].top_left.x * kScale, read.words[i].top_left.x, 0.01) << words[i].text;
    EXPECT_NEAR(words[i].bottom_right.x * kScale, read.words[i].bottom_right.x, 0.01)
        << words[i].text;
    EXPECT_NEAR(words[i].top_left.y * kScale, read.words[i].top_left.y, 0.01) << words[i].text;
  }
}

TEST(LaidOutPageTest, EachWordOfAValueIsKnownByItsFact) {
  const auto laid_out = LaidOutPage::For(LaidOut(SealedFamily()), SymbolOfLength(700));
  ASSERT_TRUE(laid_out);
  const PrintedPage page(laid_out->words());
  const auto fact_of = [&](std::string_view letters) -> std::optional<FactKey> {
    for (const PrintedLine& line : page.lines()) {
      const auto word = std::ranges::find(line, letters, &PrintedWord::letters);
      if (word != line.end()) return laid_out->FactOf(*word);
    }
    ADD_FAILURE() << letters;
    return std::nullopt;
  };
  EXPECT_EQ(fact_of("LEFEVRE"), FactKey{PrintedKind::kBirthName});
  EXPECT_EQ(fact_of("ZOE"), FactKey{PrintedKind::kGivenNames});
  EXPECT_EQ(fact_of("ANNEMARIE"), FactKey{PrintedKind::kGivenNames});
  EXPECT_EQ(fact_of("MIA"), (FactKey{PrintedKind::kDependantGivenNames, 1}));
  EXPECT_EQ(fact_of("PRENOMS"), std::nullopt);
  EXPECT_EQ(laid_out->FactOf(PrintedWord{}), std::nullopt) << "of another page";
}

TEST(LaidOutPageTest, AValueWithoutLettersHasNoWord) {
  Attestation sealed = SealedFamily();
  const auto size = [&] {
    const auto laid_out = LaidOutPage::For(LaidOut(sealed), SymbolOfLength(700));
    return laid_out ? laid_out->words().words.size() : 0;
  };
  const std::size_t whole = size();
  sealed.holder.given_names = "";  // in place of two words
  EXPECT_EQ(size() + 2, whole);
}

TEST(LaidOutPageTest, NothingWhereThePageIsNotKnown) {
  Claims claims = LaidOut(SealedFamily());
  EXPECT_TRUE(LaidOutPage::For(claims, SymbolOfLength(700)));
  EXPECT_FALSE(LaidOutPage::For(claims, SymbolOfLength(10'000))) << "no code is so large";
  claims.layout = layout::kLayoutId + 1;
  EXPECT_FALSE(LaidOutPage::For(claims, SymbolOfLength(700)));
  claims.layout.reset();
  EXPECT_FALSE(LaidOutPage::For(claims, SymbolOfLength(700)));
  claims = LaidOut(SealedFamily());
  claims.attestation.reset();
  EXPECT_FALSE(LaidOutPage::For(claims, SymbolOfLength(700)));
  Attestation long_one = SealedFamily();
  long_one.dependants.resize(100, long_one.dependants.front());
  EXPECT_FALSE(LaidOutPage::For(LaidOut(long_one), SymbolOfLength(700)));
}

}  // namespace
}  // namespace sceau::page
