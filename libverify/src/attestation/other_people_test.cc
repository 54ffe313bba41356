// SPDX-License-Identifier: Apache-2.0
#include "attestation/other_people.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "attestation/subject_testing.h"

namespace sceau::attestation {
namespace {

// People who do not exist.
Subject Registered(std::string birth_name, std::string given, std::string birth_date = "19840512") {
  return {.birth_name = std::move(birth_name),
          .given_names = std::move(given),
          .birth_date = std::move(birth_date),
          .is_name_complete = true};
}

Subject Cut(Subject subject) {
  subject.is_name_complete = false;
  return subject;
}

Claims Naming(std::vector<Subject> subjects) {
  Claims claims;
  claims.subjects = std::move(subjects);
  return claims;
}

struct PeopleRow {
  std::string_view what;
  std::vector<Subject> one;
  std::vector<Subject> other;
  bool others;
};

const Subject kRegisteredZoe = Registered("LEFÈVRE", "Zoé Anne-Marie");

TEST(OtherPeopleTest, OnlyWhoeverCannotBeTheSamePersonIsAnother) {
  const PeopleRow rows[] = {
      {"another name", {kRegisteredZoe}, {Invoiced("MARTIN", "KARIM")}, true},
      {"a relative", {kRegisteredZoe}, {Invoiced("LEFEVRE", "KARIM")}, true},
      {"another name in one line", {kRegisteredZoe}, {InOneLine("MARTIN KARIM")}, true},
      {"without accents", {kRegisteredZoe}, {Invoiced("LEFEVRE", "ZOE")}, false},
      {"in one line", {kRegisteredZoe}, {InOneLine("LEFEVRE ZOE")}, false},
      {"a married name", {kRegisteredZoe}, {Invoiced("MOREAU", "ZOE")}, false},
      {"a married name in one line", {kRegisteredZoe}, {InOneLine("ZOE MOREAU")}, false},
      {"another given name of hers", {kRegisteredZoe}, {Invoiced("LEFEVRE", "ANNE")}, false},
      {"an initial", {kRegisteredZoe}, {Invoiced("LEFEVRE", "Z")}, false},
      {"another initial", {kRegisteredZoe}, {Invoiced("LEFEVRE", "K")}, true},
      {"a short form", {Registered("LEFÈVRE", "Alexandre")}, {InOneLine("ALEX LEFEVRE")}, false},
      {"a slip", {Registered("LEFÈVRE", "Alexandre")}, {Invoiced("LEFEVRE", "ALEXANDER")}, false},
      {"a compound name in one word",
       {Registered("LEFÈVRE", "Jean-Paul")},
       {Invoiced("LEFEVRE", "JEANPAUL")},
       false},
      {"the names in each other's places", {kRegisteredZoe}, {Invoiced("ZOE", "LEFEVRE")}, false},
      {"a name that is cut", {kRegisteredZoe}, {Cut(Invoiced("MARTIN", "KARIM"))}, false},
      {"a family name alone", {kRegisteredZoe}, {Cut(Invoiced("MARTIN", ""))}, false},
      {"a couple that names her",
       {kRegisteredZoe},
       {Invoiced("MARTIN", "KARIM"), InOneLine("LEFEVRE ZOE")},
       false},
      {"a couple of others",
       {kRegisteredZoe},
       {Invoiced("MARTIN", "KARIM"), InOneLine("DURAND LUC")},
       true},
      {"a dependant of hers",
       {kRegisteredZoe, Registered("MOREAU", "Léo", "20150230")},
       {Invoiced("MOREAU", "LEO")},
       false},
      {"another birth date", {kRegisteredZoe}, {Registered("LEFEVRE", "ZOE", "19900101")}, true},
      {"another birth date beside a name that is cut",
       {kRegisteredZoe},
       {Cut(Registered("LEFEVRE", "ZO", "19900101"))},
       true},
      {"a birth date that may be typed month first",
       {kRegisteredZoe},
       {Registered("LEFEVRE", "ZOE", "19841205")},
       false},
      {"a birth date that is not one",
       {kRegisteredZoe},
       {Registered("LEFEVRE", "ZOE", "00000000")},
       false},
      {"nobody", {kRegisteredZoe}, {}, false},
      {"a name without letters", {kRegisteredZoe}, {Invoiced("-", "-")}, false},
  };
  for (const PeopleRow& row : rows) {
    EXPECT_EQ(AreOtherPeople(Naming(row.one), Naming(row.other)), row.others) << row.what;
    EXPECT_EQ(AreOtherPeople(Naming(row.other), Naming(row.one)), row.others) << row.what;
  }
}

TEST(OtherPeopleTest, WhoIsNotNamedMayBeAnybody) {
  const Claims zoe = Naming({kRegisteredZoe});
  Claims couple = Naming({Invoiced("MARTIN", "KARIM")});
  EXPECT_TRUE(AreOtherPeople(zoe, couple));
  couple.names_not_all = true;
  EXPECT_FALSE(AreOtherPeople(zoe, couple));
  EXPECT_FALSE(AreOtherPeople(couple, zoe));
}

}  // namespace
}  // namespace sceau::attestation
