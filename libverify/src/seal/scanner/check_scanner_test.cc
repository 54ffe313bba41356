// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sceau/scanner.h"
#include "seal/scanner/wedge_testing.h"

namespace sceau::seal {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string TestText() { return std::string(ScannerTestText()); }

ScannerCheck CheckText(std::string_view typed) { return CheckScanner(typed, Limits{}); }

std::vector<Reason> FaultsIn(const std::string& typed) {
  const ScannerCheck check = CheckText(typed);
  EXPECT_TRUE(check.recognised) << typed;
  std::vector<Reason> reasons;
  for (const Finding& finding : check.faults) reasons.push_back(finding.reason);
  return reasons;
}

std::string Replaced(char what, std::string_view with) {
  std::string text = TestText();
  return text.replace(text.find(what), 1, with);
}

TEST(CheckScannerTest, AScannerInOrder) {
  for (const std::string end : {"", "\r", "\r\n"})
    EXPECT_THAT(FaultsIn(TestText() + end), IsEmpty());
}

TEST(CheckScannerTest, EveryKeyboardFault) {
  for (const wedge::Setup& setup : wedge::kSetups) {
    SCOPED_TRACE(setup.name);
    std::vector<Reason> expected;
    if (setup.scanner != setup.computer) {
      expected.push_back(setup.scanner == wedge::Layout::kUs ? Reason::kScannerSetToUs
                                                             : Reason::kScannerSetToFrench);
    }
    if (setup.caps != wedge::Caps::kOff) expected.push_back(Reason::kScannerCapsLock);
    const auto typed = wedge::Type(TestText(), setup);
    ASSERT_TRUE(typed);
    EXPECT_EQ(FaultsIn(*typed), expected);
    expected.push_back(Reason::kScannerFrame);
    EXPECT_EQ(FaultsIn("\t" + *typed), expected);
  }
}

TEST(CheckScannerTest, SeparatorsAreLookedAtOneByOne) {
  const std::pair<char, std::string> rows[] = {{'\x1D', "gs"}, {'\x1E', "rs"}, {'\x1F', "us"}};
  for (const auto& [separator, name] : rows) {
    const ScannerCheck dropped = CheckText(Replaced(separator, ""));
    EXPECT_TRUE(dropped.recognised);
    EXPECT_THAT(dropped.faults, ElementsAre(Finding{Reason::kSealSeparatorsLost, name}));
    for (const std::string_view spelled : {"^]", "<GS>", "|", "\u241D", " ", "\\u001d"}) {
      const ScannerCheck check = CheckText(Replaced(separator, spelled));
      EXPECT_THAT(check.faults, ElementsAre(Finding{Reason::kScannerSeparatorsSpelled, name}));
    }
  }
}

TEST(CheckScannerTest, AroundAndAgain) {
  EXPECT_THAT(FaultsIn("]d2" + TestText()), ElementsAre(Reason::kScannerFrame));
  EXPECT_THAT(FaultsIn(TestText() + "\t"), ElementsAre(Reason::kScannerFrame));
  EXPECT_THAT(FaultsIn(TestText() + "\r\n" + TestText() + "\r\n"),
              ElementsAre(Reason::kScannerRepeated));
}

TEST(CheckScannerTest, WhatIsNotTheTestCode) {
  const std::string text = TestText();
  for (const std::string& typed :
       {std::string(), std::string("AD1:123"), text.substr(1), text.substr(0, text.size() - 1),
        std::string(17, 'x') + text, text + std::string(17, 'x'), std::string("\xFF") + "x",
        std::string(9000, 'S')}) {
    const ScannerCheck check = CheckText(typed);
    EXPECT_FALSE(check.recognised) << typed;
    EXPECT_THAT(check.faults, ElementsAre(Finding{Reason::kScannerUnknownLayout, ""})) << typed;
  }
}

}  // namespace
}  // namespace sceau::seal
