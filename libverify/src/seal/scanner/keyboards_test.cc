// SPDX-License-Identifier: Apache-2.0
#include "seal/scanner/keyboards.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "sceau/scanner.h"
#include "seal/scanner/keyboards_testing.h"
#include "seal/scanner/seals_testing.h"

namespace sceau::seal {
namespace {

using wedge::Caps;
using wedge::Keyboard;
using wedge::kKeyboards;

bool IsAmongReadings(const std::string& typed, const std::string& meant) {
  const RepairedScan scan = RepairScannerText(typed, Limits{});
  return std::ranges::find(scan.readings, meant, &ScannerReading::text) != scan.readings.end();
}

// Capitals of Windows are a second shift key nowhere but on these.
TEST(KeyboardsTest, EveryScannerAtEveryComputer) {
  int typed_texts = 0;
  std::vector<std::string> missed;
  for (const Keyboard& scanner : kKeyboards) {
    for (const Keyboard& computer : kKeyboards) {
      for (const Caps caps : {Caps::kOff, Caps::kLinux, Caps::kWindows}) {
        if (caps == Caps::kWindows && computer.name == "us") continue;
        for (const std::string& meant : {Ad1Text(), TwoDDocText(), Hc1Text()}) {
          const auto typed = wedge::TypeOn(meant, scanner, computer, caps);
          if (!typed || wedge::IsLost(meant, scanner, computer, caps)) continue;
          ++typed_texts;
          if (!IsAmongReadings(*typed, meant))
            missed.push_back(std::string(scanner.name) + " " + std::string(computer.name));
        }
      }
    }
  }
  EXPECT_GT(typed_texts, 800);
  // The letter à has a key on the Swiss keyboard and is made by a dead key as well, under a caps
  // lock that Swiss keyboards do not have.
  EXPECT_THAT(missed, testing::UnorderedElementsAre("be ch-de", "fr-mac ch-de"));
}

TEST(KeyboardsTest, BothTablesAreOfTheSameKeyboards) {
  ASSERT_EQ(Layouts().size(), std::size(kKeyboards));
  for (std::size_t i = 0; i < Layouts().size(); ++i)
    EXPECT_EQ(Layouts()[i].name, kKeyboards[i].name);
}

TEST(KeyboardsTest, TheFaultNamesBoth) {
  const auto typed = wedge::TypeOn("AD1:", kKeyboards[0], kKeyboards[3]);
  ASSERT_EQ(kKeyboards[3].name, "ch-de");
  const auto characters = DecodeUtf8(*typed);
  const auto meanings = UndoKeyboards(*characters, {U"AD1:"});
  ASSERT_FALSE(meanings.empty());
  EXPECT_EQ(meanings.front().text, "AD1:");
  EXPECT_EQ(
      meanings.front().faults,
      (std::vector<Finding>{{Reason::kScannerForeignKeyboard, "scanner us, computer ch-de"}}));
}

TEST(KeyboardsTest, OnlyWhatHoldsABeginningIsUndone) {
  EXPECT_TRUE(UndoKeyboards(U"BONJOUR", {U"AD1:"}).empty());
  EXPECT_FALSE(UndoKeyboards(U"xxAD1\u00D6yy", {U"AD1:"}).empty());
}

TEST(KeyboardsTest, BeginningsAreFoundThroughEachKeyboard) {
  const auto confirm = [](std::string_view meant) { return meant.starts_with("AD1:"); };
  EXPECT_THAT(FindBeginnings(U"..AD1:A\u00C9.AD1\u00D6B", {U"AD1:"}, confirm),
              testing::ElementsAre(2U, 9U));
  EXPECT_TRUE(FindBeginnings(U"AD1:", {U"AD1:"}, [](std::string_view) { return false; }).empty());
}

TEST(KeyboardsTest, HostileTextIsDoneSoon) {
  std::u32string text;
  while (text.size() < Limits{}.payload_bytes) text += U"AD1:";
  EXPECT_LT(UndoKeyboards(text, {U"AD1:", U"DC0"}).size(), 200U);
}

}  // namespace
}  // namespace sceau::seal
