// SPDX-License-Identifier: Apache-2.0
#include "attestation/claims_of.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "attestation/subject_testing.h"

namespace sceau::attestation {
namespace {

using testing::ElementsAre;

// People who do not exist; the NIR is one of a public test vector set.
constexpr std::string_view kHolderNir = "284058832102532";

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
              .nir = std::string(kHolderNir)};
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
                       .numbers = {{NumberKind::kNir, std::string(kHolderNir)},
                                   {NumberKind::kInsuredNir, std::string(kHolderNir)}},
                       .is_name_complete = true};
  const Subject child{.birth_name = "MOREAU",
                      .given_names = "Léo",
                      .birth_date = "20150230",
                      .birth_rank = 1,
                      .numbers = {{NumberKind::kInsuredNir, std::string(kHolderNir)}},
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
              ElementsAre(SubjectNumber{NumberKind::kNir, std::string(kHolderNir)}));
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

TEST(ClaimsOfTest, ThePageShouldShowEverythingThatIsPrinted) {
  using enum PrintedKind;
  Attestation sealed = Sealed();
  sealed.replaces = DocumentId{};
  const Claims claims = ClaimsOf(sealed);
  EXPECT_TRUE(claims.printed_is_whole);
  EXPECT_THAT(
      claims.printed,
      ElementsAre(
          PrintedFact{{kBirthName}, "LEFÈVRE"}, PrintedFact{{kNameInUse}, "MOREAU"},
          PrintedFact{{kGivenNames}, "Zoé Anne"}, PrintedFact{{kBirthDate}, "19840500"},
          PrintedFact{{kBirthRank}, "2"}, PrintedFact{{kNir}, *sealed.holder.nir},
          PrintedFact{{kRole}, "0", {"ASSURE"}}, PrintedFact{{kFundName}, "CPAM de Test"},
          PrintedFact{{kFundCode}, "017510000"}, PrintedFact{{kDocumentNumber}, "AAAAAAAAAAAAAAAA"},
          PrintedFact{{kReplacedNumber}, "AAAAAAAAAAAAAAAA"}, PrintedFact{{kIssuedOn}, "20261102"},
          PrintedFact{{kValidFrom}, "20261105"}, PrintedFact{{kValidUntil}, "20270201"},
          PrintedFact{{kRight, 0}, "0"}, PrintedFact{{kRightFrom, 0}, "20260101"},
          PrintedFact{{kRightUntil, 0}, "20261231"},
          PrintedFact{{kRight, 1}, "3", {"AME", "MEDICALE"}},
          PrintedFact{{kRightFrom, 1}, "20260301"}, PrintedFact{{kRightUntil, 1}, ""},
          PrintedFact{{kDependantName, 0}, "MOREAU"}, PrintedFact{{kDependantGivenNames, 0}, "Léo"},
          PrintedFact{{kDependantBirthDate, 0}, "20150230"},
          PrintedFact{{kDependantBirthRank, 0}, "1"}));
}

}  // namespace
}  // namespace sceau::attestation
