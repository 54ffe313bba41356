// SPDX-License-Identifier: Apache-2.0
#include "seal/hc1/subject.h"

#include <gtest/gtest.h>

#include "seal/hc1/certificate_testing.h"

namespace sceau::seal::hc1 {
namespace {

std::vector<Subject> SubjectsIn(const Members& names, const Item& born = TextItem("1990-01-31")) {
  const Bytes bytes = MapItem({{TextItem("nam"), MapItem(names)}, {TextItem("dob"), born}});
  return SubjectsOf(codec::DecodeLenientCbor(bytes)->root);
}

TEST(Hc1SubjectTest, APersonHasTheNamesAsWritten) {
  const auto subjects = SubjectsIn(SomeNames());
  ASSERT_EQ(subjects.size(), 1U);
  EXPECT_EQ(subjects[0], (Subject{.name_in_use = "Lefèvre",
                                  .given_names = "Zoé",
                                  .birth_date = "19900131",
                                  .is_name_complete = true}));
}

TEST(Hc1SubjectTest, APassportsLettersStandInForThem) {
  const auto subjects =
      SubjectsIn(TextMembers({{"fnt", "DE<LA<FICTION"}, {"gn", ""}, {"gnt", "ZOE"}}));
  ASSERT_EQ(subjects.size(), 1U);
  EXPECT_EQ(subjects[0].name_in_use, "DE LA FICTION");
  EXPECT_EQ(subjects[0].given_names, "ZOE");
  EXPECT_TRUE(subjects[0].is_name_complete);
}

TEST(Hc1SubjectTest, AMissingOrCutNameIsNotComplete) {
  const auto one = SubjectsIn(TextMembers({{"fn", "Lefèvre"}}));
  ASSERT_EQ(one.size(), 1U);
  EXPECT_FALSE(one[0].is_name_complete);
  const auto given = SubjectsIn(TextMembers({{"gn", "Zoé"}}));
  ASSERT_EQ(given.size(), 1U);
  EXPECT_EQ(given[0].name_in_use, std::nullopt);
  const std::string longest(80, 'a');
  EXPECT_FALSE(SubjectsIn(TextMembers({{"fn", longest}, {"gn", "Zoé"}}))[0].is_name_complete);
  EXPECT_TRUE(
      SubjectsIn(TextMembers({{"fn", longest.substr(1)}, {"gn", "Zoé"}}))[0].is_name_complete);
}

TEST(Hc1SubjectTest, WithoutANameNobodyIsNamed) {
  EXPECT_TRUE(SubjectsIn({}).empty());
  EXPECT_TRUE(SubjectsIn(TextMembers({{"fn", ""}, {"gn", ""}})).empty());
  EXPECT_TRUE(SubjectsIn({{TextItem("fn"), NumberItem(1)}}).empty());
  EXPECT_TRUE(SubjectsIn(TextMembers({{"fn", "DUR\u202EAND"}, {"gn", "Zoé"}})).empty());
  EXPECT_TRUE(SubjectsOf(codec::DecodeLenientCbor(Bytes{0xA0})->root).empty());
}

TEST(Hc1SubjectTest, ABirthDateIsTakenAsFarAsItIsKnown) {
  for (const auto& [carried, taken] :
       {std::pair{"1990-01-31", "19900131"}, std::pair{"1990-01-31T00:00:00", "19900131"},
        std::pair{"1990-01", "19900100"}, std::pair{"1990", "19900000"}, std::pair{"", ""},
        std::pair{"1990-01-3", ""}, std::pair{"199", ""}, std::pair{"1990-", ""},
        std::pair{"31-01-1990", ""}, std::pair{"1990-01-31 x", ""}, std::pair{"inconnue", ""}}) {
    EXPECT_EQ(SubjectsIn(SomeNames(), TextItem(carried))[0].birth_date, taken) << carried;
  }
  EXPECT_EQ(SubjectsIn(SomeNames(), Item{0xF6})[0].birth_date, "");
}

}  // namespace
}  // namespace sceau::seal::hc1
