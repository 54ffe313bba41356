// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/letters.h"

#include <gtest/gtest.h>

namespace sceau::gui {
namespace {

TEST(LettersTest, DifferencesAreFoundLetterByLetter) {
  struct Case {
    const char* asked;
    const char* sealed;
    std::vector<LetterRun> runs;
  };
  const std::vector<Case> cases = {
      {"", "", {}},
      {"DURAND", "DURAND", {{LetterKind::kSame, "DURAND"}}},
      {"LEFEVRE",
       "LEFÈVRE",
       {{LetterKind::kSame, "LEF"}, {LetterKind::kAlike, "È"}, {LetterKind::kSame, "VRE"}}},
      {"DURANT",
       "DURAND",
       {{LetterKind::kSame, "DURAN"}, {LetterKind::kExtra, "T"}, {LetterKind::kMissing, "D"}}},
      {"DURND",
       "DURAND",
       {{LetterKind::kSame, "DUR"}, {LetterKind::kMissing, "A"}, {LetterKind::kSame, "ND"}}},
      {"DURRAND",
       "DURAND",
       {{LetterKind::kSame, "DUR"}, {LetterKind::kExtra, "R"}, {LetterKind::kSame, "AND"}}},
      {"jean pierre", "JEAN-PIERRE", {{LetterKind::kAlike, "JEAN-PIERRE"}}},
      {" A  B ", "A B", {{LetterKind::kSame, "A B"}}},
      {"X", "", {{LetterKind::kExtra, "X"}}},
      {"", "X", {{LetterKind::kMissing, "X"}}},
  };
  for (const Case& c : cases) {
    const auto runs = compareLetters(QString::fromUtf8(c.asked), QString::fromUtf8(c.sealed));
    EXPECT_TRUE(runs == c.runs) << c.asked << " / " << c.sealed;
  }
}

TEST(LettersTest, TheNearestWayOfWritingIsChosen) {
  Holder holder;
  holder.birth_name = "LEFÈVRE";
  holder.name_in_use = "MARTIN";
  holder.given_names = "Zoé Anne";
  struct Case {
    const char* asked;
    const char* nearest;
  };
  for (const Case& c :
       {Case{"LEFEVRE ZOE ANNE", "LEFÈVRE Zoé Anne"}, Case{"zoe lefevre", "Zoé LEFÈVRE"},
        Case{"MARTIN Zoé", "MARTIN Zoé"}, Case{"Zoé Anne MARTIN", "Zoé Anne MARTIN"},
        Case{"LEFEVRE", "LEFÈVRE"}, Case{"MARTAN", "MARTIN"}})
    EXPECT_EQ(nearestName(QString::fromUtf8(c.asked), holder), QString::fromUtf8(c.nearest))
        << c.asked;
}

TEST(LettersTest, ALongQuestionIsCut) {
  const QString novel(100'000, QLatin1Char('x'));
  EXPECT_LE(compareLetters(novel, novel).front().text.size(), 256);
}

}  // namespace
}  // namespace sceau::gui
