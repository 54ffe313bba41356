// SPDX-License-Identifier: Apache-2.0
#include "attestation/claims_of.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "attestation/subject_testing.h"

namespace sceau::attestation {
namespace {

using testing::ElementsAre;

// People who do not exist; the NIR is one of a public test vector set.
constexpr std::string_view kNir = "284058832102532";

Date Day(std::string_view iso) { return *ParseIsoDate(iso); }

Attestation Sealed() {
  Attestation a;
  a.issued_at = StartOfParisDay(Day("2026-11-03")) - std::chrono::seconds{1};
  a.valid_from = Day("2026-11-05");
  a.valid_until = Day("2027-02-01");
  a.holder = {.birth_name = "LEFÈVRE",
              .name_in_use = "MOREAU",
              .given_names = "Zoé Anne",
              .birth_date = "19840500",
              .birth_rank = 2,
              .nir = std::string(kNir)};
  a.fund = {"017510000", "CPAM de Test"};
  a.rights = {{RightKind::kBase, Day("2026-01-01"), Day("2026-12-31")},
              {RightKind::kAme, Day("2026-03-01"), std::nullopt}};
  a.dependants = {{"MOREAU", "Léo", "20150230", 1}};
  a.status = StatusReference{7, 3};
  return a;
}

TEST(ClaimsOfTest, TheHolderAndThoseListedAreSubjects) {
  const Claims claims = ClaimsOf(Sealed());
  const Subject holder{.birth_name = "LEFÈVRE",
                       .name_in_use = "MOREAU",
                       .given_names = "Zoé Anne",
                       .birth_date = "19840500",
                       .birth_rank = 2,
                       .numbers = {{NumberKind::kNir, std::string(kNir)},
                                   {NumberKind::kInsuredNir, std::string(kNir)}},
                       .is_name_complete = true};
  const Subject child{.birth_name = "MOREAU",
                      .given_names = "Léo",
                      .birth_date = "20150230",
                      .birth_rank = 1,
                      .numbers = {{NumberKind::kInsuredNir, std::string(kNir)}},
                      .role = SubjectRole::kListed,
                      .is_name_complete = true};
  EXPECT_THAT(claims.subjects, ElementsAre(holder, child));
  EXPECT_FALSE(claims.names_not_all);
}

// Whose number stands in the paper of a dependant is not said.
TEST(ClaimsOfTest, TheNumberOfADependantIsNotThatOfTheInsured) {
  Attestation sealed = Sealed();
  sealed.holder.role = Role::kDependant;
  const Claims claims = ClaimsOf(sealed);
  EXPECT_THAT(claims.subjects[0].numbers,
              ElementsAre(SubjectNumber{NumberKind::kNir, std::string(kNir)}));
  EXPECT_TRUE(claims.subjects[1].numbers.empty());
}

TEST(ClaimsOfTest, TheFacetsOfThePaperAreFilledIn) {
  const Claims claims = ClaimsOf(Sealed());
  const Instant issued = Sealed().issued_at;
  EXPECT_EQ(claims.rights, (RightsClaims{Sealed().fund, Sealed().rights}));
  EXPECT_EQ(claims.validity, (Validity{.issued_on = Day("2026-11-02"),
                                       .issued_at = issued,
                                       .from = Day("2026-11-05"),
                                       .until = Day("2027-02-01"),
                                       .signed_between = std::pair(issued, issued)}));
  EXPECT_EQ(claims.status, (StatusReference{7, 3}));
  EXPECT_EQ(claims.attestation, Sealed());
}

TEST(ClaimsOfTest, ThePageShouldShowThePersonAndTheRights) {
  EXPECT_THAT(
      ClaimsOf(Sealed()).printed,
      ElementsAre(PrintedFact{PrintedKind::kBirthName, "LEFÈVRE"},
                  PrintedFact{PrintedKind::kGivenNames, "Zoé Anne"},
                  PrintedFact{PrintedKind::kBirthDate, "19840500"},
                  PrintedFact{PrintedKind::kNameInUse, "MOREAU"},
                  PrintedFact{PrintedKind::kNir, std::string(kNir)},
                  PrintedFact{PrintedKind::kRight, "20260101", "20261231"},
                  PrintedFact{PrintedKind::kRight, "20260301", std::nullopt, {"AME", "MEDICALE"}},
                  PrintedFact{PrintedKind::kDay, "20261105"},
                  PrintedFact{PrintedKind::kDay, "20270201"},
                  PrintedFact{PrintedKind::kDay, "20261102"}));
}

}  // namespace
}  // namespace sceau::attestation
