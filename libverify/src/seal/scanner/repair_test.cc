// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/status.h"
#include "base/text.h"
#include "sceau/scanner.h"
#include "seal/scanner/keyboards_testing.h"
#include "seal/scanner/seals_testing.h"
#include "seal/scanner/wedge_testing.h"

namespace sceau::seal {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

RepairedScan RepairText(std::string_view typed) { return RepairScannerText(typed, Limits{}); }

std::vector<Reason> ReasonsOf(const std::vector<Finding>& findings) {
  std::vector<Reason> reasons;
  for (const Finding& finding : findings) reasons.push_back(finding.reason);
  return reasons;
}

// The reading that is `meant`; an empty one with a failure when there is none.
ScannerReading ReadingOf(std::string_view typed, std::string_view meant) {
  const RepairedScan scan = RepairText(typed);
  EXPECT_FALSE(scan.closest) << typed;
  const auto reading = std::ranges::find(scan.readings, meant, &ScannerReading::text);
  EXPECT_NE(reading, scan.readings.end()) << typed;
  return reading != scan.readings.end() ? *reading : ScannerReading{};
}

void ExpectRepair(const std::string& typed, const std::string& meant,
                  const std::vector<Reason>& faults) {
  EXPECT_EQ(ReasonsOf(ReadingOf(typed, meant).faults), faults) << typed;
}

std::string WithSeparators(std::string text, std::string_view gs, std::string_view rs,
                           std::string_view us) {
  std::string out;
  for (const char c : text) {
    if (c == '\x1D') {
      out += gs;
    } else if (c == '\x1E') {
      out += rs;
    } else if (c == '\x1F') {
      out += us;
    } else {
      out += c;
    }
  }
  return out;
}

std::vector<Reason> FaultsOf(const wedge::Setup& setup) {
  std::vector<Reason> reasons;
  if (setup.scanner != setup.computer) {
    reasons.push_back(setup.scanner == wedge::Layout::kUs ? Reason::kScannerSetToUs
                                                          : Reason::kScannerSetToFrench);
  }
  if (setup.caps != wedge::Caps::kOff) reasons.push_back(Reason::kScannerCapsLock);
  return reasons;
}

TEST(ScannerRepairTest, WhatNobodySpoiltIsItsOwnReading) {
  for (const std::string& text :
       {Ad1Text(), Ad1Text() + "\r\n", Hc1Text(), TwoDDocText(), TwoDDocText() + "\n",
        TwoDDocOfFixedLength(), TwoDDocSigned("10A|B<\x1D", 96), TwoDDocSigned("10<GS>\x1D"),
        TwoDDocSigned("10A\x1D", 63),
        TwoDDocText() + "\x1D"
                        "10ANNEX"}) {
    ExpectRepair(text, text, {});
    EXPECT_EQ(RepairText(text).readings.front().text, text) << "before any other";
  }
}

TEST(ScannerRepairTest, EveryKeyboardFaultOfBothFormats) {
  for (const wedge::Setup& setup : wedge::kSetups) {
    for (const std::string& meant : {Ad1Text(), TwoDDocText(), TwoDDocOfFixedLength(), Hc1Text()}) {
      const auto typed = wedge::Type(meant, setup);
      if (!typed) continue;  // an apostrophe on a key that the layout lacks would show here
      SCOPED_TRACE(setup.name);
      ExpectRepair(*typed, meant, FaultsOf(setup));
    }
  }
}

TEST(ScannerRepairTest, KeyboardFaultsWithEveryThingElse) {
  for (const wedge::Setup& setup : wedge::kSetups) {
    SCOPED_TRACE(setup.name);
    const auto typed = [&](const std::string& text) { return *wedge::Type(text, setup); };
    std::vector<Reason> faults = FaultsOf(setup);
    faults.push_back(Reason::kScannerFrame);
    ExpectRepair("\x02" + typed(Ad1Text()) + "\x03\r\n", Ad1Text(), faults);
    ExpectRepair("\t" + typed(TwoDDocText()) + "\t", TwoDDocText(), faults);
    faults.back() = Reason::kScannerRepeated;
    ExpectRepair(typed(Ad1Text()) + "\n" + typed(Ad1Text()) + "\n", Ad1Text(), faults);
    ExpectRepair(typed(TwoDDocText()) + typed(TwoDDocText()), TwoDDocText(), faults);
  }
}

TEST(ScannerRepairTest, AimIdentifiersAreTypedByTheSameKeys) {
  const wedge::Setup& us_to_fr = wedge::kSetups[0];
  ExpectRepair(*wedge::Type("]Q1" + Ad1Text(), us_to_fr), Ad1Text(),
               {Reason::kScannerSetToUs, Reason::kScannerFrame});
  ExpectRepair(*wedge::Type("]d2" + TwoDDocText(), us_to_fr), TwoDDocText(),
               {Reason::kScannerSetToUs, Reason::kScannerFrame});
}

TEST(ScannerRepairTest, WhatStandsAround) {
  for (const std::string& meant : {Ad1Text(), TwoDDocText()}) {
    for (const std::string& typed :
         {"]Q1" + meant, "]d1" + meant + "\r", " " + meant, "\n" + meant, meant + "\t\r\n",
          meant + " ", meant + "#", meant + "<CR>", "scan=" + meant + ";end",
          std::string(16, '*') + meant, "\xEF\xBB\xBF" + meant,
          "2026-11-20 10:22:31," + meant + "\r\n", std::string(3000, '*') + meant,
          "DC04 de Mme AD1 : " + meant, meant + std::string(64, '#'),
          meant + ",2026-11-20 10:22:31", meant + " 20261120", meant + "000"}) {
      ExpectRepair(typed, meant, {Reason::kScannerFrame});
    }
    EXPECT_THAT(RepairText(meant + std::string(65, '#')).readings, IsEmpty());
  }
}

TEST(ScannerRepairTest, ASeparatorBeginsNoSuffix) {
  const std::string old =
      "DC03FR99000126452646"
      "0101"
      "10A\x1D\x1F" +
      codec::EncodeBase32(NoSignature()) +
      "\x1D"
      "10M/X\x1D";
  EXPECT_THAT(RepairText(old).readings, IsEmpty());
}

TEST(ScannerRepairTest, SentAgain) {
  for (const std::string& meant : {Ad1Text(), TwoDDocText()}) {
    for (const std::string& typed : {meant + meant, meant + "\r\n" + meant + "\r\n",
                                     meant + "\t" + meant, meant + meant + meant}) {
      ExpectRepair(typed, meant, {Reason::kScannerRepeated});
    }
    ExpectRepair("]Q1" + meant + "\r]Q1" + meant + "\r", meant,
                 {Reason::kScannerFrame, Reason::kScannerRepeated});
  }
}

TEST(ScannerRepairTest, CodesOneAfterAnotherAreCutApart) {
  const auto split = [](const std::string& typed) { return SplitScans(typed, Limits{}); };
  const std::string other = TwoDDocSigned(
      "10MME/FICTION/EVE\x1D"
      "26FR");
  EXPECT_THAT(split(TwoDDocText() + "\n" + other), ElementsAre(TwoDDocText() + "\n", other));
  EXPECT_THAT(split("]d2" + Ad1Text() + TwoDDocText() + "\t" + other + "\r\n"),
              ElementsAre("]d2" + Ad1Text(), TwoDDocText() + "\t", other + "\r\n"));
  EXPECT_THAT(split(Ad1Text()), ElementsAre(Ad1Text()));
  EXPECT_THAT(split("bonjour"), IsEmpty());
  for (const wedge::Setup& setup : wedge::kSetups) {
    const std::string first = *wedge::Type(TwoDDocText(), setup);
    const std::string second = *wedge::Type(Ad1Text(), setup);
    EXPECT_THAT(split(first + "\n" + second), ElementsAre(first + "\n", second)) << setup.name;
  }
}

TEST(ScannerRepairTest, MoreCodesThanAPersonScansAreNotCutApart) {
  Limits limits;
  limits.scanner_codes = 2;
  const std::string two = TwoDDocText() + TwoDDocText();
  EXPECT_EQ(SplitScans(two, limits).size(), 2U);
  EXPECT_EQ(SplitScans(two + TwoDDocText(), limits).size(), 1U);
}

std::string Wrapped(const std::string& text, std::size_t width, const std::string& end) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); at += width) {
    if (at > 0) out += end;
    out += text.substr(at, width);
  }
  return out;
}

TEST(ScannerRepairTest, LineBreaksThatWereAdded) {
  for (const std::size_t width : {60U, 76U}) {
    for (const std::string end : {"\n", "\r\n", "\r"})
      ExpectRepair(Wrapped(Ad1Text(), width, end), Ad1Text(), {Reason::kScannerLineBreaks});
  }
  std::string signature_cut = TwoDDocText();
  signature_cut.insert(signature_cut.size() - 40, "\r\n");
  ExpectRepair(signature_cut, TwoDDocText(), {Reason::kScannerLineBreaks});
}

TEST(ScannerRepairTest, ALineBreakInsteadOfASpace) {
  std::string text = Ad1Text();
  const std::size_t space = text.find(' ', 20);
  ASSERT_NE(space, text.npos);
  text[space] = '\n';
  ExpectRepair(text, Ad1Text(), {Reason::kScannerLineBreaks});
}

TEST(ScannerRepairTest, ALineBreakInAValueIsAmbiguous) {
  std::string text = TwoDDocText();
  text.insert(text.find("/ZOE"), "\n");
  std::string spaced = TwoDDocText();
  spaced.insert(spaced.find("/ZOE"), " ");
  ExpectRepair(text, TwoDDocText(), {Reason::kScannerLineBreaks});
  ExpectRepair(text, spaced, {Reason::kScannerLineBreaks});
}

TEST(ScannerRepairTest, CapsLockOrLayoutIsAmbiguousWhereNoKeyTells) {
  // Under "caps lock" and under "US scanner on French Windows with caps lock", A and Q change
  // places and nothing else here: whatever was meant, both are whole.
  std::string meant =
      "DC04FR99000126452646"
      "0101FR"
      "26FR\x1F" +
      std::string(102, 'Q') + "A";
  const auto typed = wedge::Type(meant, wedge::kSetups[2]);
  ASSERT_TRUE(typed);
  EXPECT_GE(RepairText(*typed).readings.size(), 2U);
}

TEST(ScannerRepairTest, SeparatorsSpelledOut) {
  const std::string_view rows[][3] = {{"^]", "^^", "^_"},
                                      {"Ctrl+]", "Ctrl+^", "Ctrl+_"},
                                      {"<GS>", "<RS>", "<US>"},
                                      {"{GS}", "{RS}", "{US}"},
                                      {"[GS]", "[RS]", "[US]"},
                                      {"<0x1D>", "<0x1E>", "<0x1F>"},
                                      {"\\x1D", "\\x1E", "\\x1F"},
                                      {"\\u001d", "\\u001e", "\\u001f"},
                                      {"%1D", "%1E", "%1F"},
                                      {"=1D", "=1E", "=1F"},
                                      {"&#29;", "&#30;", "&#31;"},
                                      {"&#x1D;", "&#x1E;", "&#x1F;"},
                                      {"<gs>", "<rs>", "<us>"},
                                      {"\u241D", "\u241E", "\u241F"},
                                      {"\u2194", "\u25B2", "\u25BC"}};
  const std::string meant = TwoDDocText();
  for (const auto& [gs, rs, us] : rows) {
    ExpectRepair(WithSeparators(meant, gs, rs, us), meant, {Reason::kScannerSeparatorsSpelled});
    EXPECT_EQ(ReadingOf(WithSeparators(meant, gs, rs, us), meant).doubt,
              Reason::kSealSeparatorsLost);
    // US arrives as it is, or is dropped.
    ExpectRepair(WithSeparators(meant, gs, rs, "\x1F"), meant, {Reason::kScannerSeparatorsSpelled});
    ExpectRepair(WithSeparators(meant, gs, rs, ""), meant, {Reason::kScannerSeparatorsSpelled});
  }
}

TEST(ScannerRepairTest, ABarForEverySeparator) {
  const std::string meant = TwoDDocSigned(
      "10MME/FICTION/ZOE\x1D"
      "26FR",
      96);
  ExpectRepair(WithSeparators(meant, "|", "|", "|"), meant, {Reason::kScannerSeparatorsSpelled});
  // For GS alone a bar is an ordinary character.
  EXPECT_THAT(RepairText(WithSeparators(meant, "|", "|", "")).readings, IsEmpty());
}

TEST(ScannerRepairTest, SpelledOutThroughTheWrongKeyboard) {
  for (const std::size_t setup : {0U, 5U}) {
    const auto typed =
        wedge::Type(WithSeparators(TwoDDocText(), "<GS>", "<RS>", "<US>"), wedge::kSetups[setup]);
    ASSERT_TRUE(typed);
    std::vector<Reason> faults = FaultsOf(wedge::kSetups[setup]);
    faults.push_back(Reason::kScannerSeparatorsSpelled);
    ExpectRepair(*typed, TwoDDocText(), faults);
  }
}

TEST(ScannerRepairTest, DroppedSeparatorsComeBackWhereOnlyOneTextHasNone) {
  ExpectRepair(WithSeparators(TwoDDocOfFixedLength(), "", "", ""), TwoDDocOfFixedLength(),
               {Reason::kScannerSeparatorsRestored});
  ExpectRepair(WithSeparators(TwoDDocText(), "\x1D", "\x1E", ""), TwoDDocText(),
               {Reason::kScannerSeparatorsRestored});
  EXPECT_EQ(ReadingOf(WithSeparators(TwoDDocText(), "\x1D", "\x1E", ""), TwoDDocText()).doubt,
            Reason::kSealSeparatorsLost);
}

TEST(ScannerRepairTest, DroppedSeparatorsBetweenValuesAreLost) {
  const std::string lost = WithSeparators(TwoDDocText(), "", "", "");
  EXPECT_THAT(RepairText(lost).readings, IsEmpty());
  EXPECT_FALSE(RepairText(lost).closest);  // nothing else is wrong with it
  for (const wedge::Setup& setup : wedge::kSetups) {
    const auto typed = wedge::Type(lost, setup);
    if (!typed) continue;
    SCOPED_TRACE(setup.name);
    const RepairedScan scan = RepairText(*typed);
    EXPECT_THAT(scan.readings, IsEmpty());
    ASSERT_TRUE(scan.closest);
    EXPECT_EQ(scan.closest->text, lost);
    EXPECT_EQ(ReasonsOf(scan.closest->faults), FaultsOf(setup));
  }
}

TEST(ScannerRepairTest, EverySignatureThatDoesNotHoldIsDoubted) {
  const auto doubt = [](const std::string& typed, const std::string& meant) {
    return ReadingOf(typed, meant).doubt;
  };
  const wedge::Setup& us_to_fr = wedge::kSetups[0];
  for (const std::string& meant : {Ad1Text(), TwoDDocText(), TwoDDocOfFixedLength()}) {
    EXPECT_EQ(doubt(meant, meant), Reason::kScannerTextUnproven);
    EXPECT_EQ(doubt("]d1" + meant + meant, meant), Reason::kScannerTextUnproven);
    EXPECT_EQ(doubt(*wedge::Type(meant, us_to_fr), meant), Reason::kScannerRepairUnproven);
  }
  const std::string lost = WithSeparators(TwoDDocText(), "", "", "\x1F");
  EXPECT_EQ(doubt(lost, lost), Reason::kSealSeparatorsLost);
  EXPECT_EQ(doubt(TwoDDocText() + "A", TwoDDocText() + "A"), Reason::kSealTrailingBytes);
}

TEST(ScannerRepairTest, EncodingsAreReadings) {
  const std::string utf8 = TwoDDocSigned("10MME/L\u00C9FICTIF\x1D");
  const std::string latin1 = TwoDDocSigned(
      "10MME/L\xC9"
      "FICTIF\x1D");
  const std::string cp850 = TwoDDocSigned(
      "10MME/L\x90"
      "FICTIF\x1D");
  for (const std::string& typed : {utf8, latin1, cp850}) {
    EXPECT_EQ(RepairText(typed).readings.front().text, typed);
    for (const std::string& meant : {utf8, latin1, cp850}) {
      if (meant != typed) ExpectRepair(typed, meant, {Reason::kScannerTextEncoding});
    }
  }
  ExpectRepair(TwoDDocSigned("10MME/L\u00C3\u0089FICTIF\x1D"), utf8,
               {Reason::kScannerTextEncoding});
}

TEST(ScannerRepairTest, TypographyIsUndone) {
  std::string pasted = TwoDDocText();
  pasted.replace(pasted.find('\''), 1, "\u2019");
  pasted.replace(pasted.find(' '), 1, "\u00A0");
  pasted.insert(40, "\u200B");
  ExpectRepair(pasted, TwoDDocText(), {Reason::kScannerTypography});
  std::string words = Ad1Text();
  words.replace(3, 1, "\u00A0:");
  ExpectRepair(words, Ad1Text(), {Reason::kScannerTypography});
}

TEST(ScannerRepairTest, SmallLettersWereCapitals) {
  for (const std::string& meant : {Ad1Text(), TwoDDocText()}) {
    ExpectRepair(Lower(meant), meant, {Reason::kScannerCapsLock});
    ExpectRepair(meant.substr(0, 40) + Lower(meant.substr(40)), meant, {Reason::kScannerCapsLock});
  }
}

// Where a keyboard spoilt more than can be undone, it is to blame and not the code.
TEST(ScannerRepairTest, AKeyboardIsToBlame) {
  std::string lost = *wedge::TypeOn(Ad1Text(), wedge::kKeyboards[0], wedge::kKeyboards[4]);
  lost.erase(50, 1);
  std::string unknown = Ad1Text();
  unknown.replace(3, 1, "\u0131");
  for (const std::string& typed : {lost, unknown}) {
    const RepairedScan scan = RepairText(typed);
    EXPECT_THAT(scan.readings, IsEmpty());
    ASSERT_TRUE(scan.closest) << typed;
    EXPECT_EQ(scan.closest->text, typed);
    EXPECT_EQ(scan.closest->format, "ad1");
    EXPECT_EQ(ReasonsOf(scan.closest->faults), std::vector{Reason::kScannerSetKeyboard});
  }
  EXPECT_FALSE(RepairText("AD1\u0131").closest);
  EXPECT_FALSE(RepairText("AD1, " + std::string(200, 'a')).closest);
}

TEST(ScannerRepairTest, WhatIsNotASealHasNoReading) {
  for (const std::string& text :
       {std::string(), std::string("AD1"), std::string("bonjour"),
        std::string("https://example.fr"), std::string("IS01 DUPONT"), std::string("\xFF\xFE"),
        std::string("\0\0", 2), std::string(8192, 'a'), std::string("HC1:6BF")}) {
    EXPECT_THAT(RepairText(text).readings, IsEmpty()) << text;
    EXPECT_FALSE(RepairText(text).closest) << text;
  }
}

TEST(ScannerRepairTest, TheLengthIsBounded) {
  Limits limits;
  const std::string typed = "\t" + Ad1Text();
  limits.payload_bytes = typed.size();
  EXPECT_FALSE(RepairScannerText(typed, limits).readings.empty());
  limits.payload_bytes = typed.size() - 1;
  EXPECT_THAT(RepairScannerText(typed, limits).readings, IsEmpty());
}

TEST(ScannerRepairTest, TheNumberOfTextsIsBounded) {
  const std::string typed = *wedge::Type(TwoDDocText(), wedge::kSetups[0]);
  EXPECT_GT(RepairText(typed).readings.size(), 2U);
  Limits limits;
  limits.scanner_readings = 2;
  EXPECT_EQ(RepairScannerText(typed, limits).readings.size(), 2U);
  limits.scanner_bytes = 1;
  EXPECT_THAT(RepairScannerText(typed, limits).readings, IsEmpty());
}

TEST(ScannerRepairTest, MuchHostileTextIsDoneSoon) {
  const std::string starts = "DC04DC04DC04DC04FR99";
  std::string hostile;
  while (hostile.size() + starts.size() < Limits{}.payload_bytes) hostile += starts + "<GS>^]#|\n";
  hostile.resize(Limits{}.payload_bytes);
  EXPECT_THAT(RepairText(hostile).readings, IsEmpty());
}

}  // namespace
}  // namespace sceau::seal
