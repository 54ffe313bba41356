// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/scanner_keys.h"

#include <gtest/gtest.h>

namespace sceau::gui {
namespace {

using Held = ScannerKeys::Held;
using Time = ScannerKeys::Time;

// Types each letter `gap` after the one before; returns the time of the last.
Time type(ScannerKeys& keys, const QString& text, Time start, Time gap) {
  Time now = start;
  for (const QChar letter : text) {
    EXPECT_EQ(keys.press(letter, now), Held::kKept) << "at " << now.count();
    now += gap;
  }
  return now - gap;
}

TEST(ScannerKeysTest, ABurstIsAScan) {
  ScannerKeys keys;
  const Time last = type(keys, QStringLiteral("AD1:ABCDEF\r"), Time(1000), Time(5));
  EXPECT_EQ(keys.settle(last + Time(1)), Held::kKept) << "it may go on";
  EXPECT_EQ(keys.settle(last + ScannerKeys::kGap), Held::kScanned);
  EXPECT_EQ(keys.takeScan(), QStringLiteral("AD1:ABCDEF\r"));
  EXPECT_FALSE(keys.isHolding());
  EXPECT_EQ(keys.settle(last + Time(500)), Held::kKept) << "nothing is left";
}

TEST(ScannerKeysTest, FingersAreLetThrough) {
  ScannerKeys keys;
  EXPECT_EQ(keys.press(QStringLiteral("a"), Time(0)), Held::kKept);
  EXPECT_EQ(keys.settle(ScannerKeys::kGap), Held::kReleased);
  EXPECT_EQ(keys.press(QStringLiteral("b"), Time(100)), Held::kKept);
  EXPECT_EQ(keys.press(QStringLiteral("c"), Time(200)), Held::kReleased) << "b was alone";
  EXPECT_EQ(keys.press(QStringLiteral("d"), Time(220)), Held::kKept) << "two rolled letters";
  EXPECT_EQ(keys.settle(Time(300)), Held::kReleased);
}

TEST(ScannerKeysTest, TwoScansAreTwo) {
  ScannerKeys keys;
  const Time last = type(keys, QStringLiteral("FIRST-SCAN\r"), Time(0), Time(2));
  EXPECT_EQ(keys.press(QStringLiteral("S"), last + Time(100)), Held::kScanned);
  EXPECT_EQ(keys.takeScan(), QStringLiteral("FIRST-SCAN\r"));
  const Time end = type(keys, QStringLiteral("ECOND-SCAN\r"), last + Time(102), Time(2));
  EXPECT_EQ(keys.settle(end + Time(100)), Held::kScanned);
  EXPECT_EQ(keys.takeScan(), QStringLiteral("SECOND-SCAN\r"));
}

TEST(ScannerKeysTest, AFloodIsCutIntoScans) {
  ScannerKeys keys;
  int scans = 0;
  for (qsizetype i = 0; i <= ScannerKeys::kLongestScan; ++i) {
    if (keys.press(QStringLiteral("x"), Time(i)) == Held::kScanned) ++scans;
  }
  EXPECT_EQ(scans, 1);
  EXPECT_EQ(keys.takeScan().size(), ScannerKeys::kLongestScan);
}

}  // namespace
}  // namespace sceau::gui
