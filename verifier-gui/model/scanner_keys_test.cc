// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/scanner_keys.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <vector>

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
  EXPECT_EQ(keys.settle(ScannerKeys::kSlowGap), Held::kReleased);
  EXPECT_EQ(keys.press(QStringLiteral("b"), Time(200)), Held::kKept);
  EXPECT_EQ(keys.press(QStringLiteral("c"), Time(320)), Held::kReleased) << "b was alone";
  EXPECT_EQ(keys.press(QStringLiteral("d"), Time(340)), Held::kKept) << "two rolled letters";
  EXPECT_EQ(keys.settle(Time(450)), Held::kReleased);
}

// The hundred and twenty words a minute of a record: a name that is typed so
// stays in its field.
TEST(ScannerKeysTest, FastFingersAreTyping) {
  for (const int gap : {60, 80, 95}) {
    ScannerKeys keys;
    Time now(1000);
    int released = 0;
    for (const QChar letter : QStringLiteral("LEFEVRE-NUNEZ Zoe Anais")) {
      const Held held = keys.press(letter, now);
      EXPECT_NE(held, Held::kScanned);
      if (held == Held::kReleased) ++released;
      now += Time(gap);
    }
    EXPECT_EQ(keys.settle(now + ScannerKeys::kSlowGap), Held::kReleased);
    EXPECT_GE(released, 3) << "letters do not wait for the end of a name";
  }
}

QString wholeSeal() {
  QFile file(QStringLiteral(SCEAU_SOURCE_DIR "/test-vectors/ad1/accept-one-person.json"));
  EXPECT_TRUE(file.open(QIODevice::ReadOnly));
  const QString seal =
      QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("payload")).toString();
  EXPECT_GT(seal.size(), 300);
  return seal;
}

struct Typed {
  QStringList scans;
  int released = 0;
};

// Types `text` with those gaps in turn; the program hears of all keys late and
// at once.
Typed typeWithGaps(ScannerKeys& keys, const QString& text, const std::vector<int>& gaps) {
  Typed typed;
  Time now(5000);
  const auto take = [&](Held held) {
    if (held == Held::kScanned) typed.scans.append(keys.takeScan());
    if (held == Held::kReleased) ++typed.released;
  };
  for (qsizetype i = 0; i < text.size(); ++i) {
    take(keys.press(text[i], now));
    now += Time(gaps[static_cast<std::size_t>(i) % gaps.size()]);
  }
  take(keys.settle(now + ScannerKeys::kQuiet));
  return typed;
}

TEST(ScannerKeysTest, ASealIsCollectedHoweverSlowly) {
  const QString seal = wholeSeal();
  const std::vector<std::vector<int>> speeds = {
      {4}, {12}, {20}, {40}, {4, 4, 4, 90}, {40, 60, 85, 1}, {8, 8, 8, 8, 8, 8, 480}};
  for (const auto& gaps : speeds) {
    for (const char* end : {"\r", "", "\n"}) {
      ScannerKeys keys;
      const QString text = seal + QLatin1String(end);
      const Typed typed = typeWithGaps(keys, text, gaps);
      EXPECT_EQ(typed.scans, QStringList(text)) << gaps.front() << "," << gaps.back();
      EXPECT_EQ(typed.released, 0);
    }
  }
}

TEST(ScannerKeysTest, AScanThatWasCutIsJoined) {
  const QString seal = wholeSeal();
  ScannerKeys keys;
  Time last = type(keys, seal.left(100), Time(1000), Time(12));
  EXPECT_EQ(keys.settle(last + ScannerKeys::kQuiet), Held::kScanned);
  EXPECT_EQ(keys.takeScan(), seal.left(100));
  last = type(keys, seal.mid(100, 3), last + Time(900), Time(40));
  EXPECT_EQ(keys.settle(last + ScannerKeys::kQuiet), Held::kScanned) << "however short";
  EXPECT_EQ(keys.takeScan(), seal.left(103));
  last = type(keys, seal.mid(103) + QLatin1Char('\r'), last + Time(1900), Time(12));
  EXPECT_EQ(keys.settle(last + ScannerKeys::kGap), Held::kScanned);
  EXPECT_EQ(keys.takeScan(), seal + QLatin1Char('\r'));
  last = type(keys, QStringLiteral("abc"), last + Time(300), Time(12));
  EXPECT_EQ(keys.settle(last + ScannerKeys::kSlowGap), Held::kReleased) << "it had its end";
}

TEST(ScannerKeysTest, AWholeSealWithoutReturnTakesNothingMore) {
  const QString seal = wholeSeal();
  ScannerKeys keys;
  Time last = type(keys, seal, Time(1000), Time(12));
  EXPECT_EQ(keys.settle(last + ScannerKeys::kQuiet), Held::kScanned);
  EXPECT_EQ(keys.takeScan(), seal);
  EXPECT_FALSE(keys.isAfterCutScan(last + Time(600)));
  last = type(keys, QStringLiteral("Zo"), last + Time(700), Time(80));
  EXPECT_EQ(keys.settle(last + ScannerKeys::kSlowGap), Held::kReleased);
}

TEST(ScannerKeysTest, TheReturnOfACutScanPressesNoButton) {
  ScannerKeys keys;
  const Time last = type(keys, wholeSeal().left(60), Time(1000), Time(12));
  EXPECT_EQ(keys.settle(last + ScannerKeys::kQuiet), Held::kScanned);
  ASSERT_TRUE(keys.isAfterCutScan(last + Time(800)));
  EXPECT_EQ(keys.press(QStringLiteral("\r"), last + Time(800)), Held::kKept);
  EXPECT_EQ(keys.settle(last + Time(800) + ScannerKeys::kGap), Held::kSwallowed);
  EXPECT_FALSE(keys.isAfterCutScan(last + Time(900)));
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
