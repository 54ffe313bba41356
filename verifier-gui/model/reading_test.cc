// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/reading.h"

#include <gtest/gtest.h>

namespace sceau::gui {
namespace {

Instant at(const char* text) { return *ParseIsoInstant(text); }

TEST(ReadingTest, PapersAreCountedThroughADay) {
  ReadingCounter counter;
  const Instant morning = at("2026-12-01T08:00:00Z");
  struct Case {
    const char* print;
    Instant at;
    int number;
    bool isAgain;
  };
  for (const Case& c :
       {Case{"a", morning, 1, false}, Case{"b", morning, 2, false}, Case{"b", morning, 2, true},
        Case{"a", morning, 3, false}, Case{"", morning, 4, false}, Case{"", morning, 5, false},
        Case{"a", morning, 6, false}, Case{"a", at("2026-12-01T22:59:59Z"), 6, true},
        Case{"a", at("2026-12-01T23:00:00Z"), 1, false}}) {
    const Reading reading = counter.count(c.print, Way::kFile, c.at);
    EXPECT_EQ(reading.number, c.number) << c.print;
    EXPECT_EQ(reading.isAgain, c.isAgain) << c.print;
  }
}

TEST(ReadingTest, TheStampSaysWhenAndHow) {
  EXPECT_EQ(timeOf(at("2026-12-01T13:32:05Z")), QStringLiteral("14:32:05"));
  EXPECT_EQ(timeOf(at("2026-07-01T22:00:07Z")), QStringLiteral("00:00:07"));
  Reading reading{17, at("2026-12-01T13:32:05Z"), Way::kScanner, false, {}};
  EXPECT_EQ(stampOf(reading, Language::kFrench),
            QStringLiteral("Lu à 14:32:05, douchette\nn° 17 de la journée")
                .replace(QStringLiteral("n° "), QStringLiteral("n°\u00A0")));
  reading.isAgain = true;
  EXPECT_TRUE(stampOf(reading, Language::kFrench).contains(QStringLiteral("même papier")));
  EXPECT_TRUE(stampOf({}, Language::kFrench).isEmpty());
}

}  // namespace
}  // namespace sceau::gui
