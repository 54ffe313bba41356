// SPDX-License-Identifier: Apache-2.0
#include "page/name_forms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "page/page_testing.h"

namespace sceau::page {
namespace {

using testing::ElementsAre;

TEST(NamePartsTest, SpacesHyphensAndApostrophesStandBetweenThem) {
  EXPECT_THAT(NameParts("Saint-Just d’Églantine"), ElementsAre("SAINT", "JUST", "D", "EGLANTINE"));
  EXPECT_EQ(Joined(NameParts("de La Tour")), "DELATOUR");
  EXPECT_TRUE(NameParts(" - ").empty());
  EXPECT_EQ(FirstGivenName("Anne-Sophie Marie"), "ANNESOPHIE");
  EXPECT_EQ(FirstGivenName("Zoé"), "ZOE");
}

TEST(AreNearTest, ASlipInFourLettersOrTheBeginning) {
  struct Case {
    std::string one;
    std::string other;
    bool near;
  };
  const Case cases[] = {
      {"DURAND", "DURAND", true},
      {"DURAND", "DURANT", true},
      {"DURAND", "DURADN", false},
      {"DURAND", "DUVANT", false},
      {"ABCDEFGH", "ABCDEFXY", true},
      {"ABCDEFGH", "ABCDEWXY", false},
      {"ABCDEFG", "ABCDEXY", false},
      {"MARTIN", "MARTINEZ", true},
      {"ARTIN", "MARTIN", true},
      {"LI", "LO", true},
      {"LI", "MO", false},
      {std::string(100, 'A'), std::string(100, 'B'), false},
      {std::string(101, 'A'), "B", true},  // too long to be told apart
  };
  for (const Case& c : cases) {
    EXPECT_EQ(AreNear(c.one, c.other), c.near) << c.one << " " << c.other;
    EXPECT_EQ(AreNear(c.other, c.one), c.near) << c.other << " " << c.one;
  }
}

TEST(InitialsTest, TwoAtLeastInTheOrderOfTheNames) {
  const std::vector<Letters> names = NameParts("Jean-Pierre Louis");
  for (const char* initials : {"JP", "JPL", "JL", "PL"})
    EXPECT_TRUE(AreInitialsOf(initials, names)) << initials;
  for (const char* other : {"", "J", "PJ", "JPLL", "JJ", "JX", "JEAN"})
    EXPECT_FALSE(AreInitialsOf(other, names)) << other;
  EXPECT_FALSE(AreInitialsOf("JP", {}));
}

TEST(SaintFormsTest, ShortAndLong) {
  EXPECT_THAT(SaintForms(NameParts("Saint-Ouen")), ElementsAre("SAINTOUEN", "STOUEN", "SAINTOUEN"));
  EXPECT_THAT(SaintForms(NameParts("STE FOY")), ElementsAre("STEFOY", "STEFOY", "SAINTEFOY"));
  EXPECT_THAT(SaintForms(NameParts("Stern")), ElementsAre("STERN", "STERN", "STERN"));
}

TEST(FormsOfNamesTest, WhatMayBeMeantForTheName) {
  struct Case {
    const char* name;
    const char* text;
    bool may;
  };
  const Case cases[] = {
      {"RAZAFINDRAKOTO", "Nom | RAZAFINDRAKOTO", true},
      {"RAZAFINDRAKOTO", "RAZAFINDRA-\nNom\nKOTO", true},
      {"RAZAFINDRAKOTO", "RAZAF", true},
      {"RAZAFINDRAKOTO", "RAZA", false},
      {"RAZAFINDRAKOTO", "RAZ.", true},
      {"RAZAFINDRAKOTO", "RAZ-", true},
      {"RAZAFINDRAKOTO", "RAZ\u2010", true},
      {"RAZAFINDRAKOTO", "RAZ…", true},
      {"RAZAFINDRAKOTO", "RA.", false},
      {"RAZAFINDRAKOTO", "INDRAKOTO", false},
      {"RAZAFINDRAKOTO", "RAZAFI DURAND", true},
      {"DUPONT", "DURAND", false},
      {"MARTIN DUPONT", "Mme DUPONT", true},
      {"MARTIN DUPONT", "Mme DUPON-\nNom\nT", true},
      {"DE LA TOUR", "Mme DE LA", false},  // so short a part stands in many names
      {"DE LA TOUR", "Mme DELATO", true},
      {"DE LA TOUR", "Mme TOUR.", false},  // nothing is cut off
      {"ROUX PETIT", "Mme PETIT", true},
      {"PETIT ROUX", "Mme ROUX", false},
      {"SAINT-OUEN", "Mme ST OUEN", true},
      {"ST OUEN", "Mme SAINT-OUEN", true},
      {"ST OUEN", "Mme OUEN", false},
  };
  for (const Case& c : cases)
    EXPECT_EQ(MayPrintFormOf(PrintedPage(PageOf(c.text)), NameParts(c.name)), c.may)
        << c.name << " / " << c.text;
}

}  // namespace
}  // namespace sceau::page
