// SPDX-License-Identifier: Apache-2.0
#include "attestation/nir.h"

#include <gtest/gtest.h>

#include "base/status.h"

namespace sceau::attestation {
namespace {

TEST(NirTest, TheKeyIsThatOfThePublishedVectors) {
  struct Row {
    std::string_view number;
    int key;
  };
  for (const Row& row :
       {Row{"2840588321025", 32}, Row{"284052A321025", 52}, Row{"284052B321025", 79},
        Row{"284202B321025", 28}, Row{"284992B321025", 31}, Row{"2550814168025", 38},
        Row{"2940375120005", 91}, Row{"1531245007231", 60}}) {
    EXPECT_EQ(NirKey(row.number), row.key) << row.number;
    std::string whole = std::string(row.number) + std::to_string(row.key);
    const auto nir = Nir::Parse(whole);
    ASSERT_TRUE(nir.ok()) << row.number;
    EXPECT_EQ(nir->text(), whole);
    EXPECT_EQ(nir->kind(), NirKind::kNir);
    whole.back() = whole.back() == '9' ? '0' : static_cast<char>(whole.back() + 1);
    EXPECT_EQ(ReasonOf(Nir::Parse(whole).status()), Reason::kClaimsNirKey) << row.number;
  }
}

TEST(NirTest, SpacesAndLowerCaseAreAccepted) {
  EXPECT_EQ(Nir::Parse("2 84 05 88 321 025 32")->text(), "284058832102532");
  EXPECT_EQ(Nir::Parse("2.84.05.2a.321.025-52")->text(), "284052A32102552");
  EXPECT_EQ(Nir::Parse("284052b32102579")->text(), "284052B32102579");
}

TEST(NirTest, OnlyAMonthThatIsOneIsAMonth) {
  EXPECT_EQ(Nir::Parse("284058832102532")->birth_month(), 5);
  EXPECT_EQ(Nir::Parse("284202B32102528")->birth_month(), std::nullopt);
  EXPECT_EQ(Nir::Parse("284992B32102531")->birth_month(), std::nullopt);
}

std::string WithKey(std::string number) {
  const int key = *NirKey(number);
  return number + (key < 10 ? "0" : "") + std::to_string(key);
}

TEST(NirTest, NumbersThatStandInANirsPlaceHaveTheirKind) {
  struct Row {
    std::string number;
    NirKind kind;
  };
  for (const Row& row :
       {Row{"5100000000001", NirKind::kTemporary}, Row{"6200000000001", NirKind::kTemporary},
        Row{"7100000000001", NirKind::kProvisional}, Row{"8200000000001", NirKind::kProvisional},
        Row{"5555550000001", NirKind::kMsaProvisional}}) {
    const auto nir = Nir::Parse(WithKey(row.number));
    ASSERT_TRUE(nir.ok()) << row.number;
    EXPECT_EQ(nir->kind(), row.kind) << row.number;
    EXPECT_EQ(nir->birth_month(), std::nullopt);
  }
}

TEST(NirTest, OtherShapesAreRefused) {
  for (const std::string& text :
       {std::string(), std::string("284058832102"), std::string("2840588321025320"),
        std::string("28405883210253X"), std::string("2840588321A2532"),
        std::string("284053A32102552"), std::string("A84058832102532"), WithKey("8840588321025"),
        WithKey("3840588321025"), WithKey("2841588321025"), WithKey("2840088321025"),
        std::string("284058832102532\0", 16)}) {
    EXPECT_EQ(ReasonOf(Nir::Parse(text).status()), Reason::kClaimsBadNir) << text;
  }
  EXPECT_EQ(NirKey("28405883210"), std::nullopt);
}

}  // namespace
}  // namespace sceau::attestation
