// SPDX-License-Identifier: Apache-2.0
#include "wording/printed_words.h"

#include <gtest/gtest.h>

namespace sceau::wording {
namespace {

SealReport SealWith(std::vector<ComparedFact> printed) {
  SealReport seal;
  seal.printed = std::move(printed);
  return seal;
}

TEST(PrintedWordsTest, WhatDiffersAndWhatIsNotComparedIsNamedWithoutValues) {
  const SealReport seal =
      SealWith({{.fact = {PrintedKind::kBirthName}, .result = FactResult::kAgrees, .seen = "X"},
                {.fact = {PrintedKind::kGivenNames}, .result = FactResult::kAgrees},
                {.fact = {PrintedKind::kRightUntil, 1}, .result = FactResult::kDiffers},
                {.fact = {PrintedKind::kBirthRank}},
                {.fact = {PrintedKind::kDependantName, 0}}});
  EXPECT_EQ(PrintedLine(seal, Language::kFrench),
            "mentions de la page qui concordent : 2 sur 5 ; ne concordent pas : fin du "
            "droit\u00A02 ; non comparées : rang de naissance, nom de l'ayant droit\u00A01");
  EXPECT_EQ(PrintedLine(seal, Language::kEnglish),
            "2 of 5 facts on the page agree; differ: end of right\u00A02; not compared: birth "
            "rank, name of dependant\u00A01");
}

TEST(PrintedWordsTest, NothingIsSaidWhereNothingWasCompared) {
  EXPECT_EQ(PrintedLine(SealWith({}), Language::kFrench), "");
  EXPECT_EQ(PrintedLine(SealWith({{.fact = {PrintedKind::kNir}}}), Language::kFrench), "");
}

TEST(PrintedWordsTest, FewFactsThatStayedOpenAreNamedForWhoComparesThem) {
  const ComparedFact seen{.fact = {PrintedKind::kBirthName}, .result = FactResult::kAgrees};
  const ComparedFact rank{.fact = {PrintedKind::kBirthRank}};
  const ComparedFact fund{.fact = {PrintedKind::kFundName}};
  const auto french = [](std::vector<ComparedFact> printed) {
    return FactsToCompare(SealWith(std::move(printed)), Language::kFrench);
  };
  EXPECT_EQ(french({seen, rank, fund}),
            "À comparer vous-même sur la page : rang de naissance, nom de l'organisme.");
  EXPECT_EQ(FactsToCompare(SealWith({seen, rank}), Language::kEnglish),
            "To compare yourself on the page: birth rank.");
  EXPECT_EQ(french({}), "");
  EXPECT_EQ(french({seen}), "");
  EXPECT_EQ(french({rank}), "") << "nothing was compared";
  EXPECT_EQ(french({seen, rank, rank, rank, rank, rank}), "") << "most of the page";
}

TEST(PrintedWordsTest, EachFactHasItsWords) {
  for (int kind = 0; kind <= static_cast<int>(PrintedKind::kDependantBirthRank); ++kind) {
    const SealReport seal =
        SealWith({{.fact = {static_cast<PrintedKind>(kind)}, .result = FactResult::kDiffers}});
    for (const Language language : {Language::kFrench, Language::kEnglish})
      EXPECT_FALSE(PrintedLine(seal, language).ends_with(": ")) << kind;
  }
}

}  // namespace
}  // namespace sceau::wording
