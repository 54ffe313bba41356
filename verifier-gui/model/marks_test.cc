// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/marks.h"

#include <gtest/gtest.h>

#include <set>

#include "wording/report_testing.h"

namespace sceau::gui {
namespace {

TEST(MarksTest, ACheckThatDidNotRunIsOneCalmWord) {
  for (const CheckMark& check : marksOf({}, Language::kFrench)) {
    EXPECT_EQ(check.mark, Mark::kNone);
    EXPECT_FALSE(check.word.contains(QLatin1Char(' '))) << check.word.toStdString();
  }
}

TEST(MarksTest, EachAxisHasItsMark) {
  const SealReport good = wording::TestSeal();
  struct Case {
    const char* what;
    void (*change)(Axes&);
    std::size_t axis;
    Mark mark;
  };
  const Case cases[] = {
      {"genuine", [](Axes&) {}, 0, Mark::kGood},
      {"altered", [](Axes& a) { a.seal = SealAxis::kAltered; }, 0, Mark::kBad},
      {"not allowed", [](Axes& a) { a.seal = SealAxis::kIssuerNotAllowed; }, 0, Mark::kBad},
      {"unknown", [](Axes& a) { a.seal = SealAxis::kIssuerUnknown; }, 0, Mark::kLook},
      {"test", [](Axes& a) { a.seal = SealAxis::kTestIssuer; }, 0, Mark::kLook},
      {"not offered", [](Axes&) {}, 1, Mark::kNone},
      {"current", [](Axes& a) { a.status = StatusAxis::kCurrent; }, 1, Mark::kGood},
      {"withdrawn", [](Axes& a) { a.status = StatusAxis::kRevoked; }, 1, Mark::kBad},
      {"suspended", [](Axes& a) { a.status = StatusAxis::kSuspended; }, 1, Mark::kBad},
      {"never issued", [](Axes& a) { a.status = StatusAxis::kNeverIssued; }, 1, Mark::kBad},
      {"unknown status", [](Axes& a) { a.status = StatusAxis::kUnknown; }, 1, Mark::kLook},
      {"open", [](Axes&) {}, 2, Mark::kGood},
      {"closed", [](Axes& a) { a.rights = RightsAxis::kClosed; }, 2, Mark::kBad},
      {"expired", [](Axes& a) { a.rights = RightsAxis::kExpired; }, 2, Mark::kBad},
      {"no rights", [](Axes& a) { a.rights = RightsAxis::kNotApplicable; }, 2, Mark::kNone},
      {"not asked", [](Axes&) {}, 3, Mark::kLook},
      {"nobody to ask of", [](Axes& a) { a.seal = SealAxis::kAltered; }, 3, Mark::kNone},
      {"close", [](Axes& a) { a.holder = HolderAxis::kClose; }, 3, Mark::kLook},
      {"another", [](Axes& a) { a.holder = HolderAxis::kDiffers; }, 3, Mark::kBad},
      {"agrees", [](Axes&) {}, 4, Mark::kGood},
      {"differs", [](Axes& a) { a.document = DocumentAxis::kDiffers; }, 4, Mark::kBad},
      {"to compare", [](Axes& a) { a.document = DocumentAxis::kNotCompared; }, 4, Mark::kLook},
      {"undated", [](Axes&) {}, 5, Mark::kNone},
      {"fresh", [](Axes& a) { a.freshness = FreshnessAxis::kFresh; }, 5, Mark::kGood},
      {"stale", [](Axes& a) { a.freshness = FreshnessAxis::kStale; }, 5, Mark::kLook},
  };
  for (const Case& c : cases) {
    SealReport seal = good;
    c.change(seal.axes);
    const auto marks = marksOf(seal, Language::kFrench);
    ASSERT_EQ(marks.size(), 6U);
    EXPECT_EQ(marks[c.axis].mark, c.mark) << c.what;
  }
}

TEST(MarksTest, NoTwoMarksHaveOneSign) {
  std::set<QString> signs;
  for (const Mark mark : {Mark::kNone, Mark::kGood, Mark::kLook, Mark::kBad})
    signs.insert(signOf(mark));
  EXPECT_EQ(signs.size(), 4U);
}

}  // namespace
}  // namespace sceau::gui
