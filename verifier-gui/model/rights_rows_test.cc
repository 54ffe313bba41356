// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/rights_rows.h"

#include <gtest/gtest.h>

#include "wording/report_testing.h"

namespace sceau::gui {
namespace {

using wording::Day;
using wording::TestAttestation;

TEST(RightsRowsTest, EachDayHasItsWords) {
  struct Case {
    Date day;
    const char* base;
    const char* cover;
    bool isOpen;
  };
  // In date from 1 November 2026 to 30 April 2027; the cover from 1 June 2026
  // to 31 May 2027.
  const Case cases[] = {
      {Day(2026, 11, 1), "ouverts, sans date de fin", "ouverts jusqu’au 31/05/2027", true},
      {Day(2027, 4, 30), "ouverts, sans date de fin", "ouverts jusqu’au 31/05/2027", true},
      {Day(2027, 5, 1), "attestés jusqu’au 30/04/2027", "attestés jusqu’au 30/04/2027", false},
      {Day(2027, 6, 1), "attestés jusqu’au 30/04/2027", "terminés le 31/05/2027", false},
      {Day(2026, 10, 31), "attestés à partir du 01/11/2026", "attestés à partir du 01/11/2026",
       false},
      {Day(2025, 12, 31), "ouverts à partir du 01/01/2026", "ouverts à partir du 01/06/2026",
       false},
  };
  for (const Case& c : cases) {
    const auto rows = rightsRowsOf(TestAttestation(), c.day, Language::kFrench);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].label, QStringLiteral("Assurance maladie (base)"));
    EXPECT_EQ(rows[0].words.toStdString(), c.base);
    EXPECT_EQ(rows[1].words.toStdString(), c.cover);
    EXPECT_EQ(rows[0].isOpen, c.isOpen) << c.base;
    EXPECT_EQ(rows[1].isOpen, c.isOpen) << c.cover;
  }
}

TEST(RightsRowsTest, OfSeveralPeriodsTheOneThatMattersSpeaks) {
  Attestation attestation = TestAttestation();
  attestation.rights = {{RightKind::kBase, Day(2026, 1, 1), Day(2026, 11, 10)},
                        {RightKind::kBase, Day(2026, 11, 20), Day(2026, 12, 31)},
                        {RightKind::kBase, Day(2027, 2, 1), std::nullopt}};
  struct Case {
    Date day;
    const char* words;
  };
  for (const Case& c : {Case{Day(2026, 11, 5), "ouverts jusqu’au 10/11/2026"},
                        Case{Day(2026, 11, 15), "ouverts à partir du 20/11/2026"},
                        Case{Day(2026, 12, 24), "ouverts jusqu’au 31/12/2026"},
                        Case{Day(2027, 1, 5), "ouverts à partir du 01/02/2027"},
                        Case{Day(2027, 3, 1), "ouverts, sans date de fin"}}) {
    const auto rows = rightsRowsOf(attestation, c.day, Language::kFrench);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].words.toStdString(), c.words);
  }
  attestation.rights.resize(2);
  EXPECT_EQ(rightsRowsOf(attestation, Day(2027, 1, 5), Language::kFrench)[0].words.toStdString(),
            "terminés le 31/12/2026");
}

TEST(RightsRowsTest, ALargeFamilyTakesThreeRows) {
  Attestation attestation = TestAttestation();
  for (const char* name : {"Ada", "Bo\u202E", "Cy", "Di"})
    attestation.dependants.push_back({"DURAND", name, "20190902", 1});
  auto rows = rightsRowsOf(attestation, Day(2026, 11, 23), Language::kFrench);
  ASSERT_EQ(rows.size(), 5U);
  EXPECT_TRUE(rows[2].label.contains(QStringLiteral("DURAND Ada")));
  EXPECT_FALSE(rows[3].label.contains(QChar(0x202E)));
  EXPECT_TRUE(rows[4].label.contains(QLatin1Char('2')));
  attestation.dependants.pop_back();
  rows = rightsRowsOf(attestation, Day(2026, 11, 23), Language::kFrench);
  ASSERT_EQ(rows.size(), 5U);
  EXPECT_TRUE(rows[4].label.contains(QStringLiteral("DURAND Cy")));
}

}  // namespace
}  // namespace sceau::gui
