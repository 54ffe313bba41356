// SPDX-License-Identifier: Apache-2.0
#include "page/people_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "page/page_testing.h"

namespace sceau::page {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kHeads = "Nom |1 Prénoms |2 Né(e) le |3 Rang\n";

std::vector<PeopleTable> TablesOn(const std::string& text) {
  const PrintedPage page(PageOf(text));
  return FindPeopleTables(page.lines());
}

// "MOREAU/LEO/20150203/1" of each row of each table.
std::vector<std::string> PeopleOn(const std::string& text) {
  std::vector<std::string> people;
  for (const PeopleTable& table : TablesOn(text)) {
    for (const ListedPerson& row : table.rows) {
      people.push_back(row.name.letters + "/" + row.given_names.letters + "/" + row.born.day + "/" +
                       row.birth_rank.letters);
    }
  }
  return people;
}

TEST(PeopleTableTest, ColumnsMayStandInAnyOrder) {
  EXPECT_THAT(PeopleOn(kHeads + "MOREAU |1 Léo |2 03/02/2015 |3 1\nDURAND |1 Mia |2 04/07/2018"),
              ElementsAre("MOREAU/LEO/20150203/1", "DURAND/MIA/20180704/"));
  EXPECT_THAT(PeopleOn("Date de naissance |1 Prénom |2 Nom\n03/02/2015 |1 Léo |2 MOREAU\n"),
              ElementsAre("MOREAU/LEO/20150203/"));
  EXPECT_THAT(
      PeopleOn("Nom |1 Prénoms |2 Né(e) le |3 Rang de naissance\nA |1 B |2 03/02/2015 |3 2"),
      ElementsAre("A/B/20150203/2"));
}

TEST(PeopleTableTest, AHeadNeedsANameGivenNamesAndABirthDateAndNothingElse) {
  const std::string row = "MOREAU |1 Léo |2 03/02/2015\n";
  for (const char* heads :
       {"Nom |1 Prénoms\n", "Nom |2 Né(e) le\n", "Prénoms |2 Né(e) le\n", "Nom\n",
        "Nom |1 Prénoms |2 Né(e) le |3 Adresse\n", "Nom |1 Prénoms |2 Né(e) le |3 Nom\n",
        "Nom |1 Prénoms |2 Né(e) le |3 NIR\n"})
    EXPECT_THAT(TablesOn(heads + row), IsEmpty()) << heads;
  EXPECT_THAT(TablesOn(kHeads), IsEmpty()) << "nobody";
}

TEST(PeopleTableTest, AHeadingAboveSaysWhoseTableItIs) {
  const std::string table = kHeads + "MOREAU |1 Léo |2 03/02/2015 |3 1\n";
  const auto of_dependants = [&](const std::string& above) {
    return TablesOn(above + table).front().of_dependants;
  };
  EXPECT_TRUE(of_dependants("Ayants droit rattachés\n"));
  EXPECT_TRUE(of_dependants("Vos ayants droits\na\nb\n"));
  EXPECT_FALSE(of_dependants("Ayants droit rattachés\na\nb\nc\n"));
  EXPECT_TRUE(of_dependants("Assuré et ayants droit\n"));
  EXPECT_TRUE(of_dependants("Ayants droit\nLes personnes qui suivent sont couvertes avec vous.\n"));
  for (const char* another : {"Ayants droit\nAucun.\nMandataire\n", "Ayants droit\nConjoint\n",
                              "Anciens ayants droit\n", "Ayants droit du conjoint\n"})
    EXPECT_FALSE(of_dependants(another)) << another;
  EXPECT_FALSE(of_dependants("Les droits des ayants cause\n"));
  EXPECT_FALSE(of_dependants("Liste des ayants\n"));
  EXPECT_FALSE(of_dependants("Vos droits\n"));
  EXPECT_FALSE(of_dependants("Les ayants sur votre compte\n"));
  EXPECT_TRUE(of_dependants("Ayants droit -\n"));
  EXPECT_FALSE(of_dependants(""));
}

TEST(PeopleTableTest, AFewWordsSideBySideAreAHeadingOfOthers) {
  const auto of_dependants = [&](const std::string& between) {
    return TablesOn("Ayants droit\n" + between + "\n" + kHeads + "MOREAU |1 Léo |2 03/02/2015\n")
        .front()
        .of_dependants;
  };
  for (const char* heading : {"Conjoint", "Lui", "Il", "Un deux trois quatre cinq six"})
    EXPECT_EQ(of_dependants(heading), heading == std::string("Il")) << heading;
  for (const char* text : {"Un deux trois quatre cinq six sept", "Conjoint | Enfant", "Conjoint 0",
                           "Conjoint 9", "Conjoint 2e"})
    EXPECT_TRUE(of_dependants(text)) << text;
}

std::vector<PeopleTable> TablesBelow(std::vector<PrintedLine> below, PrintedLine between) {
  std::vector<PrintedLine> lines = {
      {PrintedWordAt(0, 30, 0, "Ayants"), PrintedWordAt(33, 60, 0, "droit")},
      {PrintedWordAt(0, 30, 40, "Nom"), PrintedWordAt(100, 140, 40, "Prénoms"),
       PrintedWordAt(200, 220, 40, "Né"), PrintedWordAt(222, 240, 40, "le")}};
  if (!between.empty()) lines.insert(lines.begin() + 1, std::move(between));
  lines.insert(lines.end(), below.begin(), below.end());
  return FindPeopleTables(lines);
}

TEST(PeopleTableTest, WordsBelongTogetherAcrossAGapOfSomeWidth) {
  const PrintedLine row = {PrintedWordAt(0, 40, 60, "MOREAU"), PrintedWordAt(100, 120, 60, "Léo"),
                           PrintedWordAt(200, 250, 60, "03/02/2015")};
  const auto is_heading = [&](double gap) {
    const PrintedLine between = {PrintedWordAt(0, 40, 20, "Second"),
                                 PrintedWordAt(40 + gap, 80 + gap, 20, "parent")};
    return !TablesBelow({row}, between).front().of_dependants;
  };
  EXPECT_TRUE(is_heading(8));
  EXPECT_FALSE(is_heading(8.5)) << "two columns";
  const auto name = [&](double left_of_second) {
    PrintedLine moved = row;
    moved[1].left = left_of_second;
    return TablesBelow({moved}, {}).front().rows[0].name.letters;
  };
  EXPECT_EQ(name(94), "MOREAU") << "a little left of its head";
  EXPECT_EQ(name(93.5), "MOREAULEO");
  const auto goes_on = [&](double distance) {
    const PrintedLine below = {PrintedWordAt(0, 40, 60 + distance, "PETIT")};
    return TablesBelow({row, below}, {}).front().rows[0].name.letters == "MOREAUPETIT";
  };
  EXPECT_TRUE(goes_on(17.5));
  EXPECT_FALSE(goes_on(18));
}

TEST(PeopleTableTest, ACellMayGoOnBelow) {
  EXPECT_THAT(PeopleOn(kHeads + "DE LA |1 Jean |2 03/02/2015 |3 1\nTOUR |1 Léo\nFin"),
              ElementsAre("DELATOURFIN/JEANLEO/20150203/1"));
  EXPECT_THAT(PeopleOn(kHeads + "MOREAU |1 Léo |2 03/02/2015 |3 1\n\nFin du tableau"),
              ElementsAre("MOREAU/LEO/20150203/1"))
      << "a line further below does not belong to it";
  const PeopleCell name = TablesOn(kHeads + "DE LA |1 B |2 03/02/2015\nTOUR").front().rows[0].name;
  EXPECT_EQ(name.text, "DE LA TOUR");
  EXPECT_TRUE(name.clean);
  EXPECT_GT(name.box.bottom_right.y - name.box.top_left.y, 24) << "two lines";
}

TEST(PeopleTableTest, TheBoxOfACellIsAroundItsOwnWords) {
  const ListedPerson row =
      TablesOn(kHeads + "DE LA |1 Léo |2 03/02/2015\nTOUR").front().rows.front();
  EXPECT_EQ(row.name.box, (Box{{80, 124}, {116, 164}}));
  EXPECT_EQ(row.given_names.box, (Box{{320, 124}, {352, 140}}));
  EXPECT_EQ(row.birth_rank.box, Box{}) << "nothing stands there";
}

TEST(PeopleTableTest, AHeadingBelowTheRowsEndsThePeopleOfTheHeadingAbove) {
  const std::string above = "Ayants droit\n" + kHeads + "MOREAU |1 Léo |2 03/02/2015 |3 1\n";
  const std::string row = "DURAND |1 Karim |2 01/02/1980 |3 1\n";
  const auto proves = [&](const std::string& below) {
    const std::vector<PeopleTable> tables = TablesOn(above + below);
    return tables.back().of_dependants && !tables.back().rows.back().below_heading;
  };
  EXPECT_TRUE(proves(row));
  EXPECT_TRUE(proves("|1 Anne\n" + row)) << "given names go on";
  EXPECT_TRUE(proves("TOUR |1 Anne\n" + row)) << "both go on";
  EXPECT_TRUE(proves(kHeads + row)) << "the heads of the columns again";
  EXPECT_FALSE(proves("Second parent\n" + row));
  EXPECT_FALSE(proves("Second parent\n" + kHeads + row));
  EXPECT_FALSE(proves("Second parent\n\n\n" + kHeads + row));
  const ListedPerson broken =
      TablesOn("Ayants droit\n" + kHeads + "MOR- |1 Léo |2 03/02/2015\nEAU\n" + row)
          .front()
          .rows[1];
  EXPECT_FALSE(broken.below_heading);
  const std::string others = kHeads + "MOREAU |1 Léo |2 03/02/2015 |3 1\n" + kHeads + row;
  EXPECT_FALSE(TablesOn("Conjoint\n" + others).back().of_dependants);
}

TEST(PeopleTableTest, ARowHasOneDate) {
  EXPECT_THAT(PeopleOn(kHeads + "A |1 B |2 03/02/2015 04/02/2015\n"), IsEmpty());
  EXPECT_THAT(PeopleOn(kHeads + "A |1 B |2 février\nC |1 D |2 03/02/2015\n"), IsEmpty());
}

TEST(PeopleTableTest, WhatMayNotBeSeenIsTold) {
  const auto row = [](const std::string& line) { return TablesOn(kHeads + line).front().rows[0]; };
  EXPECT_TRUE(row("MOREAU |1 Léo |2 03/02/2015 |3 1").shown());
  EXPECT_FALSE(row("~MOREAU |1 Léo |2 03/02/2015 |3 1").shown());
  EXPECT_FALSE(row("MOREAU |1 ~Léo |2 03/02/2015 |3 1").shown());
  EXPECT_FALSE(row("MOREAU |1 Léo |2 ~03/02/2015 |3 1").shown());
  EXPECT_FALSE(row("MOREAU |1 Léo |2 03/02/2015 |3 ~1").shown());
  EXPECT_FALSE(row("MOREAU |1 Léo |2 3 ~février 2015").shown());
  EXPECT_FALSE(row("MOREAU ~PETIT |1 Léo |2 03/02/2015").shown());
  EXPECT_TRUE(row("MOREAU |1 Léo |2 03/02/2015").name.clean);
  EXPECT_TRUE(row("ZA |1 Léo |2 03/02/2015").name.clean);
  EXPECT_FALSE(row("M |1 Léo |2 03/02/2015").name.clean);
  EXPECT_FALSE(row("M4REAU |1 Léo |2 03/02/2015").name.clean);
  EXPECT_FALSE(row("|1 Léo |2 03/02/2015").name.clean);
}

TEST(PeopleTableTest, OneTableHasSixtyPeopleAtMostAndAPageSeveralTables) {
  const std::string row = "MOREAU |1 Léo |2 03/02/2015 |3 1\n";
  std::string many = kHeads;
  for (int i = 0; i < 70; ++i) many += row;
  EXPECT_EQ(TablesOn(many).front().rows.size(), 60U);
  const std::vector<PeopleTable> two = TablesOn(kHeads + row + "\n\nFin\n" + kHeads + row + row);
  ASSERT_EQ(two.size(), 2U);
  EXPECT_EQ(two[0].rows.size(), 1U);
  EXPECT_EQ(two[1].rows.size(), 2U);
}

}  // namespace
}  // namespace sceau::page
