// SPDX-License-Identifier: Apache-2.0
#include "attestation/printed_facts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace sceau::attestation {
namespace {

using enum PrintedKind;
using testing::ElementsAre;
using testing::IsEmpty;

Subject Named(std::string birth_name, std::string given_names) {
  Subject subject;
  subject.birth_name = std::move(birth_name);
  subject.given_names = std::move(given_names);
  subject.is_name_complete = true;
  return subject;
}

TEST(PrintedFactsTest, EachHolderOfAPaperHasARowOfItsOwn) {
  std::array subjects = {Named("DURAND", "Zoé"), Named("", ""), Named("MOREAU", "Léo")};
  subjects[0].birth_date = "19840512";
  subjects[1].whole_name = "M. et Mme Martin";
  subjects[2].role = SubjectRole::kListed;
  EXPECT_THAT(
      PrintedFactsOf(subjects),
      ElementsAre(PrintedFact{{kBirthName, 0}, "DURAND"}, PrintedFact{{kGivenNames, 0}, "Zoé"},
                  PrintedFact{{kBirthDate, 0}, "19840512"},
                  PrintedFact{{kWholeName, 1}, "M. et Mme Martin"}));
  EXPECT_THAT(PrintedFactsOf(std::span<const Subject>()), IsEmpty());
}

TEST(PrintedFactsTest, ANameInUseStandsBesideTheBirthName) {
  Subject subject = Named("LEFÈVRE", "Zoé");
  subject.name_in_use = "MOREAU";
  EXPECT_THAT(PrintedFactsOf({&subject, 1}),
              ElementsAre(PrintedFact{{kBirthName}, "LEFÈVRE"}, PrintedFact{{kNameInUse}, "MOREAU"},
                          PrintedFact{{kGivenNames}, "Zoé"}));
}

TEST(PrintedFactsTest, ANameInPartMayBeAnothers) {
  Subject subject = Named("LEFÈVRE", "Zo");
  subject.is_name_complete = false;
  subject.birth_date = "19840512";
  for (const PrintedFact& fact : PrintedFactsOf({&subject, 1}))
    EXPECT_EQ(fact.may_be_anothers, fact.key.kind != kBirthDate);
}

TEST(PrintedFactsTest, ARightThatIsPaidForInPartSaysSo) {
  Attestation attestation;
  attestation.rights = {{RightKind::kC2sWithParticipation, {}, std::nullopt},
                        {RightKind::kC2sWithoutParticipation, {}, std::nullopt}};
  for (const PrintedFact& fact : PrintedFactsOf(attestation)) {
    if (fact.key.kind != kRight) continue;
    const bool pays = fact.key.row == 0;
    EXPECT_EQ(testing::Matches(testing::Contains("AVEC"))(fact.words), pays);
    EXPECT_EQ(testing::Matches(testing::Contains("SANS"))(fact.words), !pays);
  }
}

}  // namespace
}  // namespace sceau::attestation
