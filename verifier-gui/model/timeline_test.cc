// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/timeline.h"

#include <gtest/gtest.h>

#include "wording/report_testing.h"

namespace sceau::gui {
namespace {

using wording::Day;
using wording::TestAttestation;

TEST(TimelineTest, BarsCoverTheDayOrNot) {
  Attestation attestation = TestAttestation();
  attestation.valid_from = Day(2026, 11, 1);
  attestation.valid_until = Day(2027, 4, 30);
  attestation.rights = {{RightKind::kBase, Day(2025, 1, 1), std::nullopt},
                        {RightKind::kMaternity, Day(2026, 11, 10), Day(2026, 11, 20)}};
  struct Case {
    Date day;
    bool document;
    bool base;
    bool maternity;
  };
  for (const Case& c :
       {Case{Day(2026, 10, 31), false, true, false}, Case{Day(2026, 11, 1), true, true, false},
        Case{Day(2026, 11, 10), true, true, true}, Case{Day(2026, 11, 20), true, true, true},
        Case{Day(2026, 11, 21), true, true, false}, Case{Day(2027, 4, 30), true, true, false},
        Case{Day(2027, 5, 1), false, true, false}}) {
    const Timeline timeline = timelineOf(attestation, c.day, Language::kFrench);
    ASSERT_EQ(timeline.bars.size(), 3U);
    EXPECT_EQ(timeline.bars[0].coversDay, c.document);
    EXPECT_EQ(timeline.bars[1].coversDay, c.base);
    EXPECT_EQ(timeline.bars[2].coversDay, c.maternity);
    EXPECT_TRUE(timeline.bars[1].startsBefore);
    EXPECT_TRUE(timeline.bars[1].endsAfter);
    EXPECT_FALSE(timeline.bars[2].endsAfter);
    for (const TimelineBar& bar : timeline.bars) {
      EXPECT_GE(bar.from, 0);
      EXPECT_LE(bar.from, bar.to);
      EXPECT_LE(bar.to, 1);
      const bool drawnOver = bar.from <= timeline.day && timeline.day < bar.to;
      EXPECT_EQ(drawnOver, bar.coversDay) << bar.period.toStdString();
    }
  }
}

TEST(TimelineTest, IsSaidInWords) {
  const Timeline timeline = timelineOf(TestAttestation(), Day(2026, 11, 23), Language::kFrench);
  EXPECT_EQ(timeline.dayText, QStringLiteral("23/11/2026"));
  EXPECT_TRUE(timeline.spoken.contains(QStringLiteral("du 01/11/2026 au 30/04/2027")));
  EXPECT_TRUE(timeline.spoken.contains(QStringLiteral("depuis le 01/01/2026")));
}

}  // namespace
}  // namespace sceau::gui
