// SPDX-License-Identifier: Apache-2.0
#include "page/sealed_facts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "attestation/claims_of.h"
#include "layout/lay_out.h"
#include "page/page_testing.h"

namespace sceau::page {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

Claims ClaimsWithout(std::vector<PrintedKind> kinds) {
  Claims claims = attestation::ClaimsOf(SealedFamily());
  std::erase_if(claims.printed, [&](const PrintedFact& fact) {
    return std::ranges::find(kinds, fact.key.kind) != kinds.end();
  });
  return claims;
}

TEST(SealedFactsTest, ARightHasItsWordsAndItsDays) {
  Attestation family = SealedFamily();
  family.rights[0].until.reset();
  const Claims claims = attestation::ClaimsOf(family);
  const SealedFacts sealed(claims);
  ASSERT_EQ(sealed.rights().size(), 2U);
  const SealedRight& open = sealed.rights()[0];
  EXPECT_EQ(open.row, 0);
  EXPECT_EQ(open.kind, "0");
  EXPECT_EQ(open.from, "20260101");
  EXPECT_EQ(open.until, std::nullopt);
  const SealedRight& ended = sealed.rights()[1];
  EXPECT_EQ(ended.row, 1);
  EXPECT_EQ(ended.kind, "2");
  EXPECT_THAT(ended.words, Contains("AVEC"));
  EXPECT_EQ(ended.from, "20260301");
  EXPECT_EQ(ended.until, "20270228");
  EXPECT_THAT(sealed.right_days(), ElementsAre("20260101", "20260301", "20270228"));
}

TEST(SealedFactsTest, ASealMayLeaveOutTheDaysOfARight) {
  const Claims claims = ClaimsWithout({PrintedKind::kRightFrom, PrintedKind::kRightUntil});
  const SealedFacts sealed(claims);
  ASSERT_EQ(sealed.rights().size(), 2U);
  EXPECT_EQ(sealed.rights()[0].from, "");
  EXPECT_EQ(sealed.rights()[0].until, std::nullopt);
}

TEST(SealedFactsTest, ADependantIsARowOfItsOwn) {
  const Claims claims = attestation::ClaimsOf(SealedFamily());
  const SealedFacts sealed(claims);
  ASSERT_EQ(sealed.dependants().size(), 2U);
  const SealedPerson& second = sealed.dependants()[1];
  EXPECT_EQ(second.row, 1);
  EXPECT_EQ(second.name, "MOREAU");
  EXPECT_EQ(second.given_names, "Mia");
  EXPECT_EQ(second.birth_date, "20180704");
  EXPECT_EQ(second.birth_rank, "2");
  const Claims nameless = ClaimsWithout({PrintedKind::kDependantGivenNames});
  EXPECT_EQ(SealedFacts(nameless).dependants()[1].given_names, "");
  const Claims none = ClaimsWithout({PrintedKind::kDependantName});
  EXPECT_THAT(SealedFacts(none).dependants(), IsEmpty());
}

TEST(SealedFactsTest, AFactIsFoundByItsKindAndRow) {
  const Claims claims = ClaimsWithout({PrintedKind::kNir});
  const SealedFacts sealed(claims);
  ASSERT_NE(sealed.Find(PrintedKind::kDependantGivenNames, 1), nullptr);
  EXPECT_EQ(sealed.Find(PrintedKind::kDependantGivenNames, 1)->value, "Mia");
  EXPECT_EQ(sealed.Find(PrintedKind::kDependantGivenNames, 2), nullptr);
  EXPECT_EQ(sealed.ValueOf(PrintedKind::kBirthName), "LEFÈVRE");
  EXPECT_EQ(sealed.ValueOf(PrintedKind::kNir), "");
}

TEST(SealedFactsTest, OnlyOurOwnLayoutIsKnown) {
  Claims claims = attestation::ClaimsOf(SealedFamily());
  EXPECT_FALSE(SealedFacts(claims).has_known_layout());
  claims.layout = layout::kLayoutId;
  EXPECT_TRUE(SealedFacts(claims).has_known_layout());
  claims.layout = layout::kLayoutId + 1;
  EXPECT_FALSE(SealedFacts(claims).has_known_layout());
  EXPECT_TRUE(SealedFacts(claims).has_layout());
}

TEST(SealedFactsTest, TheDaysOfRightsValidityAndIssueAreKnown) {
  const Claims claims = attestation::ClaimsOf(SealedFamily());
  const SealedFacts sealed(claims);
  for (const char* day : {"20260101", "20261231", "20260301", "20270228", "20261129", "20261123",
                          "20270522", "??270522"})
    EXPECT_TRUE(sealed.IsKnownDay({.day = day})) << day;
  for (const char* day : {"19840512", "20180704", "20270523"})
    EXPECT_FALSE(sealed.IsKnownDay({.day = day})) << day;
}

}  // namespace
}  // namespace sceau::page
