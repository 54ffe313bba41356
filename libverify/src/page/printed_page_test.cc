// SPDX-License-Identifier: Apache-2.0
#include "page/printed_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

#include "page/page_testing.h"

namespace sceau::page {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> LinesOn(const Page& page) {
  std::vector<std::string> lines;
  const PrintedPage printed(page);
  for (const PrintedLine& line : printed.lines()) {
    std::string text;
    for (const PrintedWord& word : line) text += (text.empty() ? "" : " ") + word.text;
    lines.push_back(text);
  }
  return lines;
}

// Its values: "LEFEVRE", or "DURAND/KARIM" of two words.
std::vector<std::string> ValuesOn(const std::vector<PrintedPlace>& places) {
  std::vector<std::string> values;
  for (const PrintedPlace& place : places) {
    std::string value;
    for (const Letters& word : place.value) value += (value.empty() ? "" : "/") + word;
    values.push_back(value);
  }
  return values;
}

std::vector<std::string> PlacesOn(const std::string& text) {
  return ValuesOn(PrintedPage(PageOf(text)).places());
}

std::string Repeated(int times, const std::string& text) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

Word WordAt(const std::string& text, double left, double top, double width, double height) {
  return {text, {left, top}, {left + width, top + height}, Sight::kShown};
}

TEST(PrintedPageTest, WordsOfOneHeightAreALineFromTheLeft) {
  Page page;
  page.words = {WordAt("droite", 300, 104, 50, 16), WordAt("gauche", 10, 100, 50, 16),
                WordAt("dessous", 10, 117, 50, 16), WordAt("dessus", 10, 60, 50, 16)};
  EXPECT_THAT(LinesOn(page), ElementsAre("dessus", "gauche droite", "dessous"));
}

TEST(PrintedPageTest, WordsWithoutASightOrAPlaceOrThatRunUpThePageAreInNoLine) {
  Page page;
  page.words = {WordAt("debout", 10, 100, 16, 60),
                WordAt("à", 200, 100, 16, 40),
                WordAt("couché", 300, 112, 60, 16),
                WordAt("nulle-part", std::numeric_limits<double>::quiet_NaN(), 100, 60, 16),
                WordAt("loin", 10, 100, std::numeric_limits<double>::infinity(), 16),
                WordAt("caché", 400, 112, 60, 16)};
  page.words.back().sight = Sight::kHidden;
  EXPECT_THAT(LinesOn(page), ElementsAre("à couché"));
}

TEST(PrintedPageTest, AWordMayStandHalfItsHeightOffTheLine) {
  Page page;
  page.words = {WordAt("un", 10, 100, 50, 16), WordAt("deux", 100, 108, 50, 16)};
  EXPECT_THAT(LinesOn(page), ElementsAre("un deux"));
  page.words.back() = WordAt("deux", 100, 108.5, 50, 16);
  EXPECT_THAT(LinesOn(page), ElementsAre("un", "deux"));
}

TEST(PrintedPageTest, WordsThatBeginAtOnePlaceKeepTheirOrder) {
  Page page;
  page.words = {WordAt("premier", 10, 100, 50, 16), WordAt("second", 10, 100, 50, 16)};
  EXPECT_THAT(LinesOn(page), ElementsAre("premier second"));
}

TEST(PrintedPageTest, OnlyALongWordThatIsHigherThanWideRunsUpThePage) {
  struct Case {
    const char* text;
    double width;
    double height;
    bool is_in_a_line;
  };
  const Case cases[] = {
      {"Bas", 16, 60, true},
      {"Haut", 16, 60, false},
      {"Haut", 16, 16.5, false},
      {"Haut", 16, 16, true},
  };
  for (const Case& c : cases) {
    Page page;
    page.words = {WordAt(c.text, 10, 100, c.width, c.height)};
    EXPECT_EQ(LinesOn(page).size(), c.is_in_a_line ? 1U : 0U) << c.text << " " << c.height;
  }
}

TEST(PrintedPageTest, AWordIsInALineIfEachSideOfItHasAPlace) {
  constexpr double kNowhere = std::numeric_limits<double>::infinity();
  Page page;
  page.words = {{"a", {kNowhere, 100}, {60, 116}, Sight::kShown},
                {"b", {10, kNowhere}, {60, 116}, Sight::kShown},
                {"c", {10, 100}, {kNowhere, 116}, Sight::kShown},
                {"d", {10, 100}, {60, kNowhere}, Sight::kShown},
                {"e", {10, 100}, {60, 116}, Sight::kShown}};
  EXPECT_THAT(LinesOn(page), ElementsAre("e"));
}

TEST(PrintedPageTest, ColonsAloneMakeNoLine) {
  EXPECT_THAT(LinesOn(PageOf("Nom\n: ::\nLEFÈVRE")), ElementsAre("Nom", "LEFÈVRE"));
}

TEST(PrintedPageTest, AWordIsDividedAtItsColons) {
  const PrintedPage page(PageOf("Nom:LEFÈVRE Prénom : Zoé ::"));
  const PrintedLine& line = page.lines().front();
  ASSERT_EQ(line.size(), 4U);
  EXPECT_EQ(line[0].letters, "NOM");
  EXPECT_FALSE(line[0].after_colon);
  EXPECT_EQ(line[1].letters, "LEFEVRE");
  EXPECT_TRUE(line[1].after_colon);
  EXPECT_FALSE(line[2].after_colon);
  EXPECT_TRUE(line[3].after_colon);
  EXPECT_EQ(page.letters(), "NOMLEFEVREPRENOMZOE");
}

TEST(PrintedPageTest, AValueEndsAtALabelAHeadingOrAColumn) {
  EXPECT_THAT(PlacesOn("Nom de naissance : LEFÈVRE Prénoms : Zoé Anne née le 12/05/1984"),
              ElementsAre("LEFEVRE", "ZOE/ANNE", "12051984"));
  EXPECT_THAT(PlacesOn("Nom : LEFÈVRE Adresse : Lyon"), ElementsAre("LEFEVRE"));
  EXPECT_THAT(PlacesOn("Nom : LEFÈVRE | Lyon"), ElementsAre("LEFEVRE"));
  EXPECT_THAT(PlacesOn("Nom : Mme LEFÈVRE"), ElementsAre("LEFEVRE"));
  EXPECT_THAT(PlacesOn("Nom : - LEFÈVRE"), ElementsAre("LEFEVRE"));
  EXPECT_THAT(PlacesOn("Nom : AA BB CC DD EE FF GG HH II JJ"),
              ElementsAre("AA/BB/CC/DD/EE/FF/GG/HH/II"));
  std::string apart = "Nom :";
  std::string letters;
  for (int i = 0; i < 50; ++i) {
    apart += " A";
    letters += i < 49 ? (letters.empty() ? "A" : "/A") : "";
  }
  EXPECT_THAT(PlacesOn(apart), ElementsAre(letters)) << "forty letters apart, and nine words more";
}

TEST(PrintedPageTest, AWordNearTheValueMayBeReadWithIt) {
  const auto behind = [](const std::string& line) {
    return PrintedPage(PageOf(line)).places().front().behind;
  };
  EXPECT_EQ(behind("Nom : LEFÈVRE _ DURAND"), "DURAND");
  EXPECT_EQ(behind("Nom : LEFÈVRE | DURAND"), "");
  EXPECT_EQ(behind("Nom : LEFÈVRE _ Adresse"), "");
  EXPECT_EQ(behind("Nom : LEFÈVRE"), "");
}

TEST(PrintedPageTest, AValueGoesOnOverAGapOfTwiceItsHeight) {
  struct Case {
    double left;
    const char* value;
    const char* behind;
  };
  const Case cases[] = {
      {120, "LEFEVRE/DURAND", ""},
      {121, "LEFEVRE", "DURAND"},
      {140, "LEFEVRE", "DURAND"},
      {141, "LEFEVRE", ""},
  };
  for (const Case& c : cases) {
    Page page;
    page.words = {WordAt("Nom", 0, 100, 30, 10), WordAt("LEFÈVRE", 40, 100, 60, 10),
                  WordAt("DURAND", c.left, 100, 60, 10)};
    const PrintedPage printed(page);
    EXPECT_THAT(ValuesOn(printed.places()), ElementsAre(c.value)) << c.left;
    EXPECT_EQ(printed.places().front().behind, c.behind) << c.left;
  }
}

TEST(PrintedPageTest, ALabelStandsMoreThanAGapBehindOtherWords) {
  Page page;
  page.words = {WordAt("Titulaire", 0, 100, 100, 10), WordAt("nom", 108, 100, 30, 10),
                WordAt("LEFÈVRE", 142, 100, 60, 10)};
  EXPECT_THAT(ValuesOn(PrintedPage(page).places()), IsEmpty());
  page.words[1] = WordAt("nom", 109, 100, 30, 10);
  EXPECT_THAT(ValuesOn(PrintedPage(page).places()), ElementsAre("LEFEVRE"));
}

TEST(PrintedPageTest, ALabelStandsApartOrBehindAnotherOne) {
  EXPECT_THAT(PlacesOn("Comparez le nom de naissance LEFÈVRE"), IsEmpty());
  EXPECT_THAT(PlacesOn("Titulaire | nom LEFÈVRE"), ElementsAre("LEFEVRE"));
  EXPECT_THAT(PlacesOn("DUPONT né le 12/05/1984"), ElementsAre("12051984"));
  EXPECT_THAT(PlacesOn("votre date de naissance"), IsEmpty());
  EXPECT_THAT(PlacesOn("Numéro de sécurité sociale inconnu"), IsEmpty());
}

TEST(PrintedPageTest, AFormHasItsValuesUnderItsLabels) {
  struct Case {
    const char* text;
    std::vector<std::string> values;
  };
  const Case cases[] = {
      {"Nom de naissance\nLEFÈVRE", {"LEFEVRE"}},
      {"Nom de naissance :\nLEFÈVRE\nPrénoms :\nZoé Anne", {"LEFEVRE", "ZOE/ANNE"}},
      {"Nom |3 Prénoms\nLEFÈVRE |3 Zoé Anne", {"LEFEVRE", "ZOE/ANNE"}},
      {"Né(e) le\n12/05/1984", {"12051984"}},
      {"Nom\nLEFÈVRE |3 Lyon", {"LEFEVRE"}},
      // What stands beside a label is the holder's, whatever stands under others.
      {"Nom LEFÈVRE\nNom\nDURAND", {"LEFEVRE"}},
      {"Nom LEFÈVRE\nPrénoms\nZoé", {"LEFEVRE", "ZOE"}},
      // Not a value: another column, another label, what is too far below, a row of a table.
      {"Nom\n|1 LEFÈVRE", {}},
      {"Nom\nAA LEFÈVRE\n", {"AA/LEFEVRE"}},
      {"|1 Nom\nMadame LEFÈVRE", {}},
      {"Nom\nPrénoms\nZoé", {"ZOE"}},
      {"Nom\nAdresse\nLyon", {}},
      {"Nom\n\nLEFÈVRE", {}},
      {"Nom |3 Prénoms\nMOREAU |3 Léo\nMOREAU |3 Mia", {}},
      {"Nom |3 Prénoms\nLEFÈVRE |3 Zoé\nAdresse |3 Lyon", {"LEFEVRE", "ZOE"}},
      {"Né(e) le\nLyon", {}},
      {"Votre nom de naissance\nLEFÈVRE", {}},
      {"Nom et\nLEFÈVRE", {}},
      {"Nom", {}},
  };
  for (const Case& c : cases) EXPECT_EQ(PlacesOn(c.text), c.values) << c.text;
}

TEST(PrintedPageTest, AValueUnderALabelBeginsAboutWhereItDoes) {
  struct Case {
    double left;
    double top;
    bool is_value;
  };
  for (const Case& c : {Case{100, 125, true}, Case{106, 125, true}, Case{94, 125, true},
                        Case{107, 115, false}, Case{93, 115, false}, Case{100, 126, false}}) {
    Page page;
    page.words = {WordAt("Nom", 100, 100, 30, 10), WordAt("LEFÈVRE", c.left, c.top, 60, 10)};
    EXPECT_EQ(PrintedPage(page).places().size(), c.is_value ? 1U : 0U) << c.left << " " << c.top;
  }
}

TEST(PrintedPageTest, AValueUnderALabelIsShownWhereBothAreAndMayBeAnothers) {
  EXPECT_TRUE(PrintedPage(PageOf("Nom\nLEFÈVRE")).places().front().shown);
  EXPECT_FALSE(PrintedPage(PageOf("~Nom\nLEFÈVRE")).places().front().shown);
  EXPECT_FALSE(PrintedPage(PageOf("Nom\n~LEFÈVRE")).places().front().shown);
  EXPECT_FALSE(PrintedPage(PageOf("Nom\nLEFÈVRE")).places().front().of_another);
  EXPECT_TRUE(PrintedPage(PageOf("Médecin traitant\nNom\nLEFÈVRE")).places().front().of_another);
  EXPECT_TRUE(PrintedPage(PageOf("Nom\nDr LEFÈVRE")).places().front().of_another);
}

TEST(PrintedPageTest, DetailsStandApartFromPeople) {
  const PrintedPage page(
      PageOf("Rang de naissance : 1\nQualité : Assuré\nOrganisme : 01 751\nNIR : 2 84\nNom : X"));
  EXPECT_THAT(ValuesOn(page.details()), ElementsAre("1", "ASSURE", "01/751"));
  EXPECT_THAT(ValuesOn(page.places()), ElementsAre("2/84", "X"));
}

TEST(PrintedPageTest, ADateARankAndANumberHaveADigit) {
  for (const char* line : {"Né(e) le : inconnu", "NIR : inconnu", "Rang de naissance : inconnu",
                           "Organisme : inconnu"}) {
    const PrintedPage page(PageOf(line));
    EXPECT_THAT(page.places(), IsEmpty()) << line;
    EXPECT_THAT(page.details(), IsEmpty()) << line;
  }
  for (const char* rank : {"0", "9", "A1"}) {
    const PrintedPage page(PageOf(std::string("Rang de naissance : ") + rank));
    EXPECT_THAT(ValuesOn(page.details()), ElementsAre(rank));
  }
  EXPECT_THAT(PlacesOn("Né(e) le 12 mai 1984"), ElementsAre("12/MAI/1984"));
}

TEST(PrintedPageTest, APlaceIsOfSomebodyElseByATitleOrARole) {
  const auto of_another = [](const std::string& text) {
    return PrintedPage(PageOf(text)).places().front().of_another;
  };
  EXPECT_TRUE(of_another("Nom : Dr AUBERT"));
  EXPECT_TRUE(of_another("Médecin traitant\nNom : AUBERT"));
  EXPECT_FALSE(of_another("Nom : AUBERT"));
}

TEST(PrintedPageTest, APlaceIsShownWhereItsLabelAndItsValueAre) {
  const auto shown = [](const std::string& line) {
    return PrintedPage(PageOf(line)).places().front().shown;
  };
  EXPECT_TRUE(shown("Nom : LEFÈVRE"));
  EXPECT_FALSE(shown("~Nom : LEFÈVRE"));
  EXPECT_FALSE(shown("Nom : ~LEFÈVRE"));
  EXPECT_FALSE(shown("Nom ~de naissance : LEFÈVRE"));
  EXPECT_TRUE(PrintedPage(PageOf("un deux")).all_shown());
  EXPECT_FALSE(PrintedPage(PageOf("un ~deux")).all_shown());
}

TEST(PrintedPageTest, PeriodsStandBetweenDuAndAuOrOnTheLineOfARight) {
  struct Case {
    const char* line;
    std::vector<std::string> days;  // of each period; "-" where it is open
    bool of_right;
  };
  const Case cases[] = {
      {"du 01/01/2026 au 31/12/2026", {"20260101", "20261231"}, false},
      {"du 01/01/2026", {"20260101", "-"}, false},
      {"du 01/01/2026 et 31/12/2026", {"20260101", "-"}, false},
      {"du 01/01/2026 au 31/01/2026 du 01/03/2026 au 31/03/2026",
       {"20260101", "20260131", "20260301", "20260331"},
       false},
      {"le 01/01/2026", {}, false},
      {"01/01/2026 au 31/12/2026", {}, false},
      {"Base | 01/01/2026 | 31/12/2026", {"20260101", "20261231"}, true},
      {"Base depuis le 01/01/2026", {"20260101", "-"}, true},
      {"C2S du 01/01/2026 au 31/12/2026", {"20260101", "20261231"}, true},
  };
  for (const Case& c : cases) {
    std::vector<std::string> days;
    const PrintedPage page(PageOf(c.line));
    for (const PrintedPeriod& period : page.periods()) {
      days.push_back(period.from.day);
      days.push_back(period.until ? period.until->day : "-");
      EXPECT_EQ(period.of_right, c.of_right) << c.line;
      EXPECT_EQ(period.line, 0U);
    }
    EXPECT_EQ(days, c.days) << c.line;
  }
}

TEST(PrintedPageTest, ADateGoesOnInANumberThatMayBeAPartOfOne) {
  const auto goes_on = [](const std::string& line) {
    return PrintedPage(PageOf(line)).dates().front().goes_on;
  };
  for (const char* line : {"31/12/2026 7", "31/12/2026 12", "31/12/2026 2027", "31/12/2026 09"})
    EXPECT_TRUE(goes_on(line)) << line;
  for (const char* line : {"31/12/2026", "31/12/2026 100 %", "31/12/2026 01/01/2027",
                           "31/12/2026 a", "31/12/2026 1A", "31/12/2026 12345"})
    EXPECT_FALSE(goes_on(line)) << line;
  EXPECT_FALSE(PrintedPage(PageOf("12 mai ~1984")).dates().front().shown);
  EXPECT_TRUE(PrintedPage(PageOf("12 mai 1984")).dates().front().shown);
}

TEST(PrintedPageTest, WhatIsPrintedIsFoundAsAWordOrRunTogether) {
  const PrintedPage page(PageOf("Caisse d’essai ~Zoé\nLEFE\nVRE le 12/05/1984 1984 0613 13071984"));
  EXPECT_TRUE(page.Shows("CAISSE"));
  EXPECT_FALSE(page.Shows("ZOE"));
  EXPECT_TRUE(page.MayShow("ZOE"));
  EXPECT_FALSE(page.MayShow("ZO"));
  EXPECT_TRUE(page.MayPrint("ZOE"));
  EXPECT_FALSE(page.MayPrint("AIS")) << "three letters stand in some word or other";
  EXPECT_TRUE(page.MayPrint("AISSE"));
  EXPECT_TRUE(page.MayPrint("LEFEVRE"));
  EXPECT_TRUE(page.ShowsDay("19840512"));
  EXPECT_FALSE(page.ShowsDay("19840513"));
  for (const char* day : {"19840512", "19840613", "19840713"})
    EXPECT_TRUE(page.MayPrintDay(day)) << day;
  EXPECT_FALSE(page.MayPrintDay("19840814"));
  EXPECT_FALSE(PrintedPage(PageOf("~12/05/1984")).ShowsDay("19840512"));
}

TEST(PrintedPageTest, EachDateOfAPageIsFound) {
  const PrintedPage page(PageOf("12 mai 1984\n13 juin 1990 et 1975"));
  for (const char* day : {"19840512", "19900613"}) {
    EXPECT_TRUE(page.ShowsDay(day)) << day;
    EXPECT_TRUE(page.MayPrintDay(day)) << day;
  }
  EXPECT_FALSE(page.ShowsDay("19840613"));
  EXPECT_FALSE(page.MayPrintDay("19840613"));
  EXPECT_TRUE(page.MayPrintDay("1975")) << "what is not a whole day is looked for as it is";
  EXPECT_FALSE(page.MayPrintDay("1976"));
  EXPECT_FALSE(page.MayPrintDay(""));
  EXPECT_FALSE(PrintedPage(PageOf("sans date")).MayPrintDay("19840512"));
}

TEST(PrintedPageTest, ARunIsWholeWordsOfOneLineAndTheShownOneFirst) {
  const PrintedPage page(PageOf("~Caisse d’essai\nla Caisse d’essai de Lyon\nCaisse d’essai"));
  const auto run = page.Find("CAISSEDESSAI");
  ASSERT_TRUE(run);
  EXPECT_EQ(run->text, "Caisse d’essai");
  EXPECT_TRUE(run->shown);
  EXPECT_EQ(run->box.top_left.y, page.lines()[1][1].middle - page.lines()[1][1].height / 2);
  for (const char* letters : {"", "CAISS", "AISSE", "CAISSED", "LYONCAISSE"})
    EXPECT_FALSE(page.Find(letters)) << letters;
  const PrintedPage unsure(PageOf("~Caisse d’essai"));
  ASSERT_TRUE(unsure.Find("CAISSEDESSAI"));
  EXPECT_FALSE(unsure.Find("CAISSEDESSAI")->shown);
}

TEST(PrintedPageTest, OfRunsThatMayNotBeSeenTheFirstIsFound) {
  const PrintedPage page(PageOf("~Caisse d’essai\nla Caisse ~d’essai"));
  ASSERT_TRUE(page.Find("CAISSEDESSAI"));
  EXPECT_EQ(page.Find("CAISSEDESSAI")->box.top_left.y, BoxOf(page.lines()[0]).top_left.y);
}

TEST(PrintedPageTest, ARunHasNoMarksBeforeItOrBehindIt) {
  const auto run = PrintedPage(PageOf("~- Caisse d’essai ~- Lyon")).Find("CAISSEDESSAI");
  ASSERT_TRUE(run);
  EXPECT_EQ(run->text, "Caisse d’essai");
  EXPECT_TRUE(run->shown);
}

TEST(PrintedPageTest, OfMoreThanAnyPaperPrintsNothingIsKnown) {
  EXPECT_TRUE(PrintedPage(PageOf(std::string(200, 'A'))).is_whole());
  EXPECT_FALSE(PrintedPage(PageOf(std::string(201, 'A'))).is_whole());
  const PrintedPage page(PageOf("Nom : LEFÈVRE\n" + std::string(201, 'A')));
  EXPECT_FALSE(page.is_whole());
  EXPECT_THAT(page.lines(), IsEmpty()) << "one word of several is too long";
}

// Of places, periods and letters, the last line may have as many more as it will.
TEST(PrintedPageTest, APageIsReadUpToItsLimits) {
  const auto is_whole = [](const std::string& text) {
    return PrintedPage(PageOf(text)).is_whole();
  };
  for (const char* line : {"Nom : X\n", "Qualité : X\n", "du 01/01/2026\n"}) {
    EXPECT_TRUE(is_whole(Repeated(201, line))) << line;
    EXPECT_FALSE(is_whole(Repeated(202, line))) << line;
  }
  EXPECT_FALSE(is_whole(Repeated(101, "Nom : X\nQualité : X\n"))) << "places of both sorts";
  const std::string words = Repeated(50, Repeated(1000, "A ") + "\n");
  EXPECT_TRUE(is_whole(words));
  EXPECT_FALSE(is_whole(words + "A"));
  const std::string letters = Repeated(20, Repeated(100, std::string(200, 'A') + " ") + "\n");
  EXPECT_TRUE(is_whole(letters + "A"));
  EXPECT_FALSE(is_whole(letters + "A\nA"));
}

TEST(PrintedPageTest, BehindALimitNothingIsRead) {
  EXPECT_EQ(PrintedPage(PageOf(Repeated(250, "Nom : X\n"))).places().size(), 201U);
}

TEST(PrintedPageTest, ABoxStandsAroundItsWords) {
  const PrintedPage page(PageOf("un deux"));
  const PrintedLine& line = page.lines().front();
  const Box box = BoxOf(line);
  EXPECT_EQ(box.top_left.x, line[0].left);
  EXPECT_EQ(box.bottom_right.x, line[1].right);
  EXPECT_EQ(box.bottom_right.y - box.top_left.y, line[0].height);
  EXPECT_EQ(BoxOf({}).bottom_right.x, 0);
}

TEST(LettersOfTest, NamesAreFoldedWithoutWhatStandsBetween) {
  EXPECT_EQ(LettersOf("Né(e)"), "NEE");
  EXPECT_EQ(LettersOf("N°"), "N");
  EXPECT_EQ(LettersOf("« d’usage »"), "DUSAGE");
  EXPECT_EQ(LettersOf("Anne-Marie 2"), "ANNEMARIE2");
  EXPECT_EQ(LettersOf("أحمد"), "أحمد");
  EXPECT_EQ(LettersOf("\xFF"), "\xFF");
}

}  // namespace
}  // namespace sceau::page
