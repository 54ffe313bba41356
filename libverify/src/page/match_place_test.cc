// SPDX-License-Identifier: Apache-2.0
#include "page/match_place.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "attestation/claims_of.h"
#include "page/page_testing.h"

namespace sceau::page {
namespace {

using enum Match;

std::vector<PrintedFact> FactsOfHolder() { return attestation::ClaimsOf(SealedFamily()).printed; }

// Of the first place of the page.
Match MatchOn(const std::string& text, const std::vector<PrintedFact>& facts) {
  const PrintedPage printed(PageOf(text));
  const auto& places = printed.places().empty() ? printed.details() : printed.places();
  EXPECT_FALSE(places.empty()) << text;
  return places.empty() ? kUnclear : PlaceMatcher(facts, printed).Of(places.front());
}

struct PlaceCase {
  const char* line;
  Match match;
  const char* elsewhere = "";  // what else the page prints
};

constexpr PlaceCase kNames[] = {
    {"Nom de naissance | LEFÈVRE", kSame},
    {"Nom de naissance | Lefevre", kSame},
    {"Nom de naissance | Mme LEFÈVRE", kSame},
    {"Nom de naissance | MOREAU", kSame},
    {"Nom de naissance | MOREAU née LEFÈVRE", kSame},
    {"Nom de naissance | LEFÈVRE épouse DURAND", kUnclear},
    {"Nom de naissance | LEFÈVRE DURAND", kUnclear},
    {"Nom de naissance | LEFÈVRE _ DURAND", kUnclear},
    {"Nom de naissance | LEFÈVRE _ D4RAND", kSame},
    {"Nom de naissance | LEFÈVRE _ Zoé", kSame},
    {"Nom de naissance | LEFÈVRE | DURAND", kSame},
    {"Nom d’usage | MOREAU _ DURAND", kUnclear},
    {"Nom de naissance | DURAND", kOther},
    {"Nom de naissance | ZANZIBAR", kOther},
    {"Nom de naissance | Zoé", kUnclear},  // a given name in the wrong place
    {"Nom de naissance | Mme", kUnclear},
    {"Nom de naissance | voir le code", kUnclear},
    {"Nom de naissance | non communiqué", kUnclear},
    {"Nom de naissance | idem", kUnclear},
    {"Nom de naissance | XXXXX", kUnclear},
    {"Nom et prénoms | XXXX XXXX", kUnclear},
    {"Prénoms | néant", kUnclear},
    {"Prénoms | voir verso", kUnclear},
    {"Nom de naissance | AB CD EF GH IJ KL", kOther},
    {"Nom de naissance | AB CD EF GH IJ KL MN", kUnclear},  // so many are not a name
    {"Nom de naissance | LEFÈBRE", kUnclear},
    {"Nom de naissance | LEF", kUnclear},
    {"Nom de naissance | D4RAND", kUnclear},
    {"Nom de naissance | D", kUnclear},
    {"Nom de naissance | DURAND", kUnclear, "LEFÈVRE"},
    {"Nom de naissance | DURAND", kUnclear, "LEFE VRE"},
    {"Nom de naissance | DURAND", kOther, "MOREAU"},
    {"Nom d’usage | DURAND", kOther, "LEFÈVRE"},
    {"Nom d’usage | DURAND", kUnclear, "MOREAU"},
    {"Nom de naissance | DURAND", kUnclear, "Mme LEFÈV- Zoé"},
    {"Nom de naissance | DURAND", kUnclear, "Mme LEF. Zoé"},
    {"Nom de naissance | DURAND", kUnclear, "LEFÈV"},
    {"Nom de naissance | DURAND", kOther, "LEF EVR"},
    {"Nom | DURAND", kUnclear, "MOREAU"},
    {"Nom | DURAND", kUnclear, "LEFÈVRE"},
    {"Nom | DURAND", kOther},
    {"Prénoms | Zoé Anne-Marie", kSame},
    {"Prénoms | Zoé", kSame},
    {"Prénoms | ZOE ANNE MARIE", kSame},
    {"Prénoms | Marie", kUnclear},
    {"Prénoms | Karim", kOther},
    {"Prénoms | Karim", kUnclear, "Zoé"},
    {"Prénoms | Karim", kOther, "Zoélie"},  // a short name is a word of its own
    {"Prénoms | Zo", kUnclear},
    {"Prénoms | K4rim", kUnclear},
    {"Prénoms | Zoé _ Karim", kUnclear},
    {"Prénoms | Z.-A.", kUnclear},
    {"Prénoms | Z.A.M.", kUnclear},
    {"Prénoms | A-M", kUnclear},
    {"Prénoms | K.-J.", kOther},
    {"Nom et prénoms | LEFÈVRE Zoé Anne-Marie", kSame},
    {"Nom et prénoms | Zoé Anne-Marie MOREAU", kSame},
    {"Nom et prénoms | Zoé Anne-Marie MOREAU _ DURAND", kUnclear},
    {"Nom et prénoms | DURAND Karim", kOther},
    {"Nom et prénoms | DURAND", kUnclear},
    {"Nom et prénoms | DURAND Zoé", kUnclear},
    {"Nom et prénoms | LEFÈBRE Karim", kUnclear},
    {"Nom et prénoms | DURAND K4rim", kUnclear},
    {"Nom et prénoms | DURAND Karim", kUnclear, "MOREAU"},
};

constexpr PlaceCase kBirth[] = {
    {"Né(e) le | 12/05/1984", kSame},
    {"Né(e) le | 12 mai 1984", kSame},
    {"Né(e) le | 12/05/84", kSame},
    {"Né(e) le | 12051984", kSame},
    {"Né(e) le | 19840512", kSame},
    {"Né(e) le | 12051985", kUnclear},
    {"Né(e) le | 12/05/1985", kOther},
    {"Né(e) le | 12/05/85", kUnclear},
    {"Né(e) le | 05/12/1984", kUnclear},
    {"Né(e) le | 00/05/1985", kUnclear},
    {"Né(e) le | 12/00/1985", kUnclear},
    {"Né(e) le | 12/05/1984 7", kUnclear},
    {"Né(e) le | 12/05/1984 _ 7", kUnclear},
    {"Né(e) le | 12/05/1984 _ 03/05/1981", kUnclear},
    {"Né(e) le | 12/05/1984 _ Lyon", kSame},
    {"Né(e) le | 12/05/1984 12/05/1985", kUnclear},
    {"Né(e) le | 12/05/1985", kUnclear, "le 12 mai 1984"},
    {"Né(e) le | 12/05/1985", kUnclear, "1205 1984"},
    {"Né(e) le | 12/05/1985", kUnclear, "1984 0512"},
    {"Né(e) le | 03/06/1958", kUnclear, "née en mai 1984"},
    {"Né(e) le | 03/06/1958", kUnclear, "mil neuf cent quatre-vingt-quatre"},
    {"Né(e) le | 13 mai 1984", kOther},  // its own month and year prove nothing
    {"Né(e) le | 03/06/1958", kOther, "13/05/1984"},
    {"Rang de naissance | 1", kSame},
    {"Rang de naissance | 01", kSame},
    {"Rang de naissance | 1 _ DURAND", kSame},
    {"Rang de naissance | 2", kOther},
    {"Rang de naissance | 9", kOther},
    {"Rang de naissance | 10", kOther},
    {"Rang de naissance | 11", kOther},
    {"Rang de naissance | 001", kUnclear},
    {"Rang de naissance | 1A", kUnclear},
    {"Rang de naissance | 1 2", kUnclear},
    {"Rang de naissance | 1/2", kUnclear},
};

constexpr PlaceCase kNumbers[] = {
    {"NIR | 2 84 05 88 321 025 32", kSame},
    {"NIR | 284058832102532", kSame},
    {"NIR | 2 84 05 88 321 025", kSame},
    {"NIR | 2 84 05", kUnclear},
    {"NIR | 2 84 05 •• ••• ••• ••", kUnclear},
    {"NIR | 2 55 08 14 168 025 38", kOther},
    {"NIR | 2 55 08 14 168 025", kUnclear},     // nothing proves that it is one
    {"NIR | 2 55 08 14 168 025 39", kUnclear},  // its key is not
    {"NIR | 2 55 08 14 168 025 38", kUnclear, "2840588321025"},
    {"NIR | 2 84 05 88 321 025 32 _ 0", kUnclear},
    {"NIR | 2 84 05 88 321 025 32 2 55 08 14 168 025 38", kUnclear},
    {"NIR | 2 84 05 88 321 025 322", kUnclear},
    {"NIR | 2 84 05 88 321 025 clé 32", kSame},
    {"NIR | 2 55 08 14 168 025 38 2 84", kUnclear},
    {"NIR | 2 84 05 88 321 025 32 _ 9", kUnclear},
    {"NIR | 2 84 05 88 321 025 32 _ vu", kSame},
    {"Qualité | Assuré(e)", kSame},
    {"Qualité | ASSURE", kSame},
    {"Qualité | ASSURE _ DURAND", kSame},
    {"Qualité | Ayant droit", kOther},
    {"Qualité | Retraité", kUnclear},
    {"Qualité | Ayant droit", kUnclear, "Assuré"},
    {"Organisme de rattachement | 01 751 0000", kSame},
    {"Organisme de rattachement | 01 752 0000", kOther},
    {"Organisme de rattachement | 01 751", kUnclear},
    {"Organisme de rattachement | CPAM 75012", kUnclear},  // nine characters, and not a code
};

void ExpectMatches(std::span<const PlaceCase> cases) {
  for (const PlaceCase& c : cases) {
    EXPECT_EQ(MatchOn(std::string(c.line) + "\n" + c.elsewhere, FactsOfHolder()), c.match)
        << c.line << " / " << c.elsewhere;
  }
}

TEST(PlaceMatcherTest, Names) { ExpectMatches(kNames); }
TEST(PlaceMatcherTest, BirthDates) { ExpectMatches(kBirth); }
TEST(PlaceMatcherTest, NumbersAndDetails) { ExpectMatches(kNumbers); }

TEST(PlaceMatcherTest, WhatASealDoesNotSayRefutesNothing) {
  for (const auto& cases : {std::span<const PlaceCase>(kNames), std::span<const PlaceCase>(kBirth),
                            std::span<const PlaceCase>(kNumbers)}) {
    for (const PlaceCase& c : cases) EXPECT_EQ(MatchOn(c.line, {}), kUnclear) << c.line;
  }
}

TEST(PlaceMatcherTest, APartOfADoubleNameRefutesNothing) {
  std::vector<PrintedFact> facts = FactsOfHolder();
  std::ranges::find(facts, FactKey{PrintedKind::kBirthName}, &PrintedFact::key)->value =
      "LEFÈVRE DUPONT";
  EXPECT_EQ(MatchOn("Nom de naissance | LEFÈVRE DUPONT", facts), kSame);
  EXPECT_EQ(MatchOn("Nom de naissance | DUPONT", facts), kUnclear);
  EXPECT_EQ(MatchOn("Nom de naissance | DURAND\nMme DUPONT", facts), kUnclear);
  EXPECT_EQ(MatchOn("Nom de naissance | DURAND", facts), kOther);
}

TEST(PlaceMatcherTest, ASaintIsWrittenShortOrLong) {
  std::vector<PrintedFact> facts = FactsOfHolder();
  std::ranges::find(facts, FactKey{PrintedKind::kBirthName}, &PrintedFact::key)->value =
      "SAINT-OUEN";
  EXPECT_EQ(MatchOn("Nom de naissance | ST-OUEN", facts), kUnclear);
  EXPECT_EQ(MatchOn("Nom de naissance | ST-OUAN", facts), kUnclear) << "a slip in the short form";
  EXPECT_EQ(MatchOn("Nom de naissance | DURAND\nMme ST-OUEN", facts), kUnclear);
  EXPECT_EQ(MatchOn("Nom de naissance | DURAND", facts), kOther);
}

TEST(PlaceMatcherTest, OnlyTheFirstOfSeveralHoldersIsMeant) {
  std::vector<PrintedFact> facts = FactsOfHolder();
  facts.push_back({.key = {PrintedKind::kBirthName, 1}, .value = "DURAND"});
  EXPECT_EQ(MatchOn("Nom de naissance | DURAND", facts), kOther);
}

TEST(PlaceMatcherTest, ANameWithoutLettersProvesAndRefutesNothing) {
  std::vector<PrintedFact> facts = FactsOfHolder();
  std::ranges::find(facts, FactKey{PrintedKind::kBirthName}, &PrintedFact::key)->value = "-";
  std::erase_if(facts, [](const PrintedFact& f) { return f.key.kind == PrintedKind::kNameInUse; });
  for (const char* line :
       {"Nom de naissance | Mme", "Nom de naissance | DURAND", "Nom et prénoms | Zoé Anne-Marie"})
    EXPECT_EQ(MatchOn(line, facts), kUnclear) << line;
}

TEST(PlaceMatcherTest, ARoleWithoutAWordProvesAndRefutesNothing) {
  const std::vector<PrintedFact> facts = {{.key = {PrintedKind::kRole}, .value = "0"}};
  EXPECT_EQ(MatchOn("Qualité | Assuré(e)", facts), kUnclear);
  EXPECT_EQ(MatchOn("Qualité | Ayant droit", facts), kUnclear);
}

TEST(PlaceMatcherTest, ANumberThatMayBeAnotherPersonsIsNeverRefuted) {
  std::vector<PrintedFact> facts = FactsOfHolder();
  std::ranges::find(facts, FactKey{PrintedKind::kNir}, &PrintedFact::key)->may_be_anothers = true;
  EXPECT_EQ(MatchOn("NIR | 2 84 05 88 321 025 32", facts), kSame);
  EXPECT_EQ(MatchOn("NIR | 2 55 08 14 168 025 38", facts), kUnclear);
}

TEST(PlaceMatcherTest, AWholeNumberHasThirteenDigits) {
  const auto whole = [](const std::string& line) {
    return PlaceMatcher::HasWholeNumber(PrintedPage(PageOf(line)).places().front());
  };
  EXPECT_TRUE(whole("NIR | 2 84 05 88 321 025 32"));
  for (const char* line :
       {"NIR | 2 84 05 2A 321 025", "NIR | 2 84 05 2B 321 025", "NIR | 1 99 09 99 999 999"})
    EXPECT_TRUE(whole(line)) << line;
  EXPECT_FALSE(whole("NIR | 2 84 05 88 321 02"));
  EXPECT_FALSE(whole("NIR | 2 84 05 88 321 02X"));
  EXPECT_FALSE(whole("NIR | 2 84 05 ••••• 025 32"));
}

TEST(WholeDayTest, EachPartIsKnown) {
  EXPECT_TRUE(IsWholeDay("19840512"));
  for (const char* day : {"??840512", "19840012", "19840500", "1984051", "198405123", ""})
    EXPECT_FALSE(IsWholeDay(day)) << day;
  EXPECT_EQ(WithDayAndMonthSwapped("19840512"), "19841205");
  EXPECT_EQ(WithDayAndMonthSwapped("1984"), "");
}

}  // namespace
}  // namespace sceau::page
