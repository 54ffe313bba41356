// SPDX-License-Identifier: Apache-2.0
#include "verify/typed_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "codec/base32.h"
#include "isolation/scanner_text.h"
#include "seal/scanner/wedge_testing.h"
#include "verify/testing/context_fixture.h"

namespace sceau::verify {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing_support::SomeAttestation;
using testing_support::TestIssuer;

class TextReader : public isolation::Reader {
 public:
  absl::StatusOr<isolation::ReadOutcome> Read(ByteSpan document, const Limits& limits) override {
    return **isolation::ReadScannerText(document, limits);
  }
};

class TypedTextTest : public ContextFixture {
 protected:
  TypedTextTest() : ContextFixture(&reader_) {
    trust_ = testing_support::TrustIn({issuer_.certificate, leaf_.certificate});
  }

  // The one seal of what was typed.
  SealReport Judge(const std::string& typed) {
    Report report = VerifyDocument(AsBytes(typed), "-", context_);
    EXPECT_EQ(report.seals.size(), 1U) << typed;
    if (report.seals.empty()) return {};
    EXPECT_EQ(report.verdict, report.seals.front().verdict);
    return std::move(report.seals.front());
  }

  std::string Paper(const std::string& fields) {
    const std::string content = "DC04FR990001264526460101FR" + fields;
    return content + "\x1F" + codec::EncodeBase32(*leaf_.key.Sign(AsBytes(content)));
  }

  static std::vector<Reason> Reasons(const SealReport& report) {
    return ContextFixture::Reasons(report.reasons);
  }

  TestIssuer authority_{crypto::Algorithm::kEs256, "FR99"};
  TestIssuer leaf_ = TestIssuer::Under(authority_, "0001");
  TextReader reader_;
};

TEST_F(TypedTextTest, ARepairedSealIsJudgedAndTheRepairSaid) {
  const std::string text = issuer_.Seal(SomeAttestation());
  for (const seal::wedge::Setup& setup : seal::wedge::kSetups) {
    const SealReport report = Judge(*seal::wedge::Type(text, setup) + "\r\n");
    EXPECT_EQ(report.verdict, Verdict::kValid) << setup.name;
    EXPECT_TRUE(report.claims) << setup.name;
    EXPECT_THAT(Reasons(report),
                Contains(testing::AnyOf(Reason::kScannerSetToUs, Reason::kScannerSetToFrench,
                                        Reason::kScannerCapsLock)));
  }
}

TEST_F(TypedTextTest, ForgedAd1IsForgedThroughAnyKeyboard) {
  std::string forged = issuer_.Seal(SomeAttestation());
  const std::size_t at = forged.size() - 30;
  forged[at] = forged[at] == '1' ? '2' : '1';
  for (const seal::wedge::Setup& setup : seal::wedge::kSetups) {
    const SealReport report = Judge(*seal::wedge::Type(forged, setup));
    EXPECT_EQ(report.verdict, Verdict::kInvalid) << setup.name;
    EXPECT_EQ(report.axes.seal, SealAxis::kAltered) << setup.name;
    EXPECT_FALSE(report.claims) << setup.name;
  }
}

TEST_F(TypedTextTest, APaperIsNotAccusedOfWhatAScannerMayHaveLost) {
  const std::string paper = Paper(
      "10MME/FICTION/ZOE\x1D"
      "2499999");
  const auto without = [&](const std::string& dropped) {
    std::string text = paper;
    std::erase_if(text, [&](char c) { return dropped.find(c) != dropped.npos; });
    return text;
  };
  std::string forged = paper;
  forged[30] = 'X';
  const std::pair<std::string, Reason> rows[] = {
      {without("\x1D"), Reason::kSealSeparatorsLost},
      {without("\x1D\x1F"), Reason::kSealSeparatorsLost},
      {*seal::wedge::Type(without("\x1D\x1F"), seal::wedge::kSetups[0]),
       Reason::kSealSeparatorsLost},
      {*seal::wedge::Type(forged, seal::wedge::kSetups[0]), Reason::kScannerRepairUnproven},
      {paper + "A", Reason::kSealTrailingBytes},
  };
  for (const auto& [typed, reason] : rows) {
    const SealReport report = Judge(typed);
    EXPECT_EQ(report.verdict, Verdict::kUndetermined) << typed;
    EXPECT_EQ(report.axes.seal, SealAxis::kMalformed) << typed;
    EXPECT_EQ(report.signature, Signature::kNotChecked) << typed;
    ASSERT_FALSE(report.reasons.empty()) << typed;
    EXPECT_EQ(report.reasons.front().reason, reason) << typed;
  }
}

TEST_F(TypedTextTest, APaperWithItsSeparatorsIsJudgedAsItIs) {
  const std::string paper = Paper(
      "10MME/FICTION/ZOE\x1D"
      "2499999");
  EXPECT_EQ(Judge(paper).axes.seal, SealAxis::kGenuine);
  std::string forged = paper;
  forged[30] = 'X';
  EXPECT_EQ(Judge(forged).axes.seal, SealAxis::kAltered);
  EXPECT_EQ(Judge("]d1" + forged + "\t").axes.seal, SealAxis::kAltered);
  const SealReport twice = Judge(paper + "\r\n" + paper + "\r\n");
  EXPECT_EQ(twice.axes.seal, SealAxis::kGenuine);
  EXPECT_EQ(Reasons(twice).back(), Reason::kScannerRepeated);
}

TEST_F(TypedTextTest, NothingIsChosenAmongReadings) {
  // With the line break taken away the signature holds; with a space it does not.
  std::string broken = Paper(
      "10MME/FICTION/ZOE\x1D"
      "2499999");
  broken.insert(broken.find("/ZOE"), "\n");
  const SealReport report = Judge(broken);
  EXPECT_EQ(report.verdict, Verdict::kUndetermined);
  EXPECT_EQ(report.signature, Signature::kNotChecked);
  EXPECT_FALSE(report.claims);
  EXPECT_THAT(Reasons(report), ElementsAre(Reason::kScannerAmbiguous));
}

TEST_F(TypedTextTest, WhatWasSeenIsNotRepaired) {
  const std::string text = issuer_.Seal(SomeAttestation());
  for (const Symbology seen : {Symbology::kQrCode, Symbology::kDataMatrix}) {
    const Symbol symbol{seen, ToBytes(AsBytes("]Q1" + text)), {}};
    const TypedText typed = RepairTyped(symbol, Limits{});
    EXPECT_EQ(typed.symbol.payload, symbol.payload);
    EXPECT_TRUE(typed.notes.empty());
  }
}

}  // namespace
}  // namespace sceau::verify
