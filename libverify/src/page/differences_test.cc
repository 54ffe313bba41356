// SPDX-License-Identifier: Apache-2.0
#include "page/differences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "page/page_testing.h"

namespace sceau::page {
namespace {

using enum PrintedKind;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string kPaper =
    "Attestation de droits à l’assurance maladie\n"
    "Cette attestation est valable du 23/11/2026 au 22/05/2027 inclus.\n"
    "Nom de naissance | LEFÈVRE\n"
    "Prénoms | Zoé Anne-Marie\n"
    "Né(e) le | 12/05/1984\n"
    "Rang de naissance | 1\n"
    "Organisme de rattachement | 01 751 0000\n"
    "Assurance maladie (base) | 01/01/2026 | 31/12/2026\n"
    "C2S avec participation | 01/03/2026 | 28/02/2027\n";

std::string EditedPaper(const std::string& from, const std::string& to) {
  return Replaced(kPaper, from, to);
}

// The facts that differ; nothing for what the seal does not say.
using Differing = std::vector<std::optional<FactKey>>;

Differing DifferingOn(const Page& page, const Attestation& sealed = SealedFamily()) {
  const Claims claims = attestation::ClaimsOf(sealed);
  const SealedFacts facts(claims);
  const PrintedPage printed(page);
  Differing differing;
  for (const Difference& found :
       FindDifferences(facts, printed, PlaceMatcher(claims.printed, printed)))
    differing.push_back(found.fact);
  return differing;
}

Differing DifferingWhere(const std::string& from, const std::string& to) {
  return DifferingOn(PageOf(EditedPaper(from, to)));
}

TEST(DifferencesTest, NoneOnTheSealsOwnPaper) {
  EXPECT_THAT(DifferingOn(PageOf(kPaper)), IsEmpty());
}

TEST(DifferencesTest, ANumberedOrDatedAttestationIsStillThisOne) {
  std::vector<std::string> subjects = {
      "Cette attestation n. 7 est valable",
      "Cette attestation - n° 7 - est valable",
      "La présente attestation, établie le 1er décembre 2026, est valable",
  };
  for (char digit = '0'; digit <= '9'; ++digit)
    subjects.push_back(std::string("Cette attestation n° ") + digit + " est valable");
  for (const std::string& subject : subjects) {
    EXPECT_THAT(DifferingWhere("Cette attestation est valable du 23/11/2026 au 22/05/2027",
                               subject + " du 23/11/2026 au 22/05/2028"),
                ElementsAre(FactKey{kValidUntil}))
        << subject;
  }
}

TEST(DifferencesTest, ASentenceBeginsInItsOwnColumn) {
  const auto differing = [](double gap) {
    Page page = PageOf(EditedPaper("Cette attestation est valable du 23/11/2026 au 22/05/2027",
                                   "Mutuelle | Cette attestation est valable du 23/11/2026 au "
                                   "22/05/2028"));
    const auto first = std::ranges::find(page.words, "Mutuelle", &Word::text);
    const double moved = first->bottom_right.x + gap - std::next(first)->top_left.x;
    for (auto word = std::next(first); word->top_left.y == first->top_left.y; ++word) {
      word->top_left.x += moved;
      word->bottom_right.x += moved;
    }
    return DifferingOn(page);
  };
  EXPECT_THAT(differing(32), IsEmpty()) << "at twice the height, it is the insurer's paper";
  EXPECT_THAT(differing(33), ElementsAre(FactKey{kValidUntil}));
}

TEST(DifferencesTest, DetailsOfTheHolder) {
  EXPECT_THAT(DifferingWhere("naissance | 1", "naissance | 2"), ElementsAre(FactKey{kBirthRank}));
  EXPECT_THAT(DifferingWhere("naissance | 1", "naissance | ~2"), IsEmpty()) << "it may not be seen";
  EXPECT_THAT(DifferingWhere("01 751 0000", "01 752 0000"), ElementsAre(FactKey{kFundCode}));
  EXPECT_THAT(DifferingWhere("01 751 0000", "01 752 0000\nCaisse 01 751 0000"), IsEmpty())
      << "it stands elsewhere";
}

TEST(DifferencesTest, TheEndOfARight) {
  EXPECT_THAT(DifferingWhere("31/12/2026", "31/12/2027"), ElementsAre(FactKey{kRightUntil, 0}));
  EXPECT_THAT(DifferingWhere("31/12/2026", "28/02/2027"), IsEmpty()) << "that of another right";
  EXPECT_THAT(DifferingWhere("31/12/2026", "22/05/2027"), IsEmpty()) << "that of the paper";
  EXPECT_THAT(DifferingWhere("31/12/2026", "\nALD | 05/02/2024 | 05/02/2025"), IsEmpty())
      << "the right that the paper adds is not this one";
}

TEST(DifferencesTest, APeriodIsOfOneRightAlone) {
  Attestation sealed = SealedFamily();
  sealed.rights[1].from = sealed.rights[0].from;
  const std::string text = EditedPaper("C2S avec participation | 01/03/2026 | 28/02/2027\n", "");
  EXPECT_THAT(DifferingOn(PageOf(text), sealed), IsEmpty());
  std::string longer = text;
  longer.replace(longer.find("31/12/2026"), 10, "31/12/2029");
  EXPECT_THAT(DifferingOn(PageOf(longer), sealed), ElementsAre(FactKey{kRightUntil, 0}));
}

TEST(DifferencesTest, AShareOfTheCostOnTheDaysOfItsRight) {
  const std::string own = "C2S avec participation | 01/03/2026 | 28/02/2027";
  EXPECT_THAT(DifferingWhere(own, "C2S sans participation | 01/03/2026 | 28/02/2027"),
              ElementsAre(FactKey{kRight, 1}));
  const char* const others[] = {
      "C2S participation | 01/03/2026 | 28/02/2027",       // with or without, nobody says
      "C2S sans participation | 01/03/2026 | 31/12/2026",  // the days of two rights
      "C2S sans participation | 01/01/2026 | 28/02/2027",
      "Contrat solidaire sans participation du 01/03/2026 au 28/02/2027",  // no right of the fund
  };
  for (const char* other : others) EXPECT_THAT(DifferingWhere(own, other), IsEmpty()) << other;
}

TEST(IsAttestationTest, ByWhatIsFilledInForCertain) {
  const auto is = [](const std::string& text) { return IsAttestation(PrintedPage(PageOf(text))); };
  const std::string title = "Attestation de droits\n";
  EXPECT_TRUE(is(title + "Nom : DURAND\nPrénoms : Karim\n"));
  EXPECT_TRUE(is(title + "Nom et prénoms : DURAND Karim\nNIR : 2 84 05\n"));
  EXPECT_FALSE(is(title + "Nom : DURAND\n"));
  EXPECT_FALSE(is(title + "Nom : DURAND\nPrénoms : ~Karim\n"));
  EXPECT_FALSE(is(title + "Nom : Mme\nPrénoms : Karim\n"));
  EXPECT_FALSE(is("~Attestation de droits\nNom : DURAND\nPrénoms : Karim\n"));
}

}  // namespace
}  // namespace sceau::page
