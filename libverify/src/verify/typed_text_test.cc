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

  // What a picture of a code with these bytes says.
  Report SeeAll(const std::string& seen) {
    isolation::ReadOutcome outcome;
    Page& page = outcome.content.pages.emplace_back();
    page.symbols.push_back({Symbology::kDataMatrix, ToBytes(AsBytes(seen)), {}});
    return VerifyRead(outcome, "-", context_);
  }
  SealReport See(const std::string& seen) {
    Report report = SeeAll(seen);
    EXPECT_EQ(report.seals.size(), 1U) << seen;
    return report.seals.empty() ? SealReport{} : std::move(report.seals.front());
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

TEST_F(TypedTextTest, NothingTypedIsForgedNorGenuineByItself) {
  std::string forged = issuer_.Seal(SomeAttestation());
  const std::size_t at = forged.size() - 30;
  forged[at] = forged[at] == '1' ? '2' : '1';
  std::vector<std::string> typed = {forged, "]Q1" + forged + "\r\n", forged + forged};
  for (const seal::wedge::Setup& setup : seal::wedge::kSetups)
    typed.push_back(*seal::wedge::Type(forged, setup));
  for (const std::string& text : typed) {
    const SealReport report = Judge(text);
    EXPECT_EQ(report.verdict, Verdict::kUndetermined) << text;
    EXPECT_EQ(report.axes.seal, SealAxis::kMalformed) << text;
    EXPECT_EQ(report.signature, Signature::kNotChecked) << text;
    EXPECT_FALSE(report.claims) << text;
    EXPECT_THAT(Reasons(report), testing::Contains(testing::AnyOf(Reason::kScannerTextUnproven,
                                                                  Reason::kScannerRepairUnproven,
                                                                  Reason::kScannerAmbiguous)));
  }
}

TEST_F(TypedTextTest, WhatWasSeenIsForged) {
  std::string forged = issuer_.Seal(SomeAttestation());
  const std::size_t at = forged.size() - 30;
  forged[at] = forged[at] == '1' ? '2' : '1';
  std::string paper = Paper("10MME/FICTION/ZO\xC9\x1D");
  paper[30] = 'X';
  for (const std::string& seen : {forged, paper}) {
    const SealReport report = See(seen);
    EXPECT_EQ(report.verdict, Verdict::kInvalid);
    EXPECT_EQ(report.axes.seal, SealAxis::kAltered);
    EXPECT_THAT(Reasons(report), ElementsAre(Reason::kSealSignatureMismatch));
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
      {forged, Reason::kScannerTextUnproven},
      {"]d2" + forged + "\t", Reason::kScannerTextUnproven},
      {forged + "A", Reason::kSealTrailingBytes},
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

TEST_F(TypedTextTest, WhatStandsAroundAGenuineSealIsSaid) {
  const std::string paper = Paper("10MME/FICTION/ZOE\x1D");
  for (const std::string& typed : {paper + "A", "2026-11-20;" + paper + " x"}) {
    const SealReport report = Judge(typed);
    EXPECT_EQ(report.axes.seal, SealAxis::kGenuine) << typed;
    EXPECT_EQ(Reasons(report).back(), Reason::kScannerFrame) << typed;
  }
}

TEST_F(TypedTextTest, AScanSentAgainIsOne) {
  const std::string paper = Paper(
      "10MME/FICTION/ZOE\x1D"
      "2499999");
  EXPECT_EQ(Judge(paper).axes.seal, SealAxis::kGenuine);
  const SealReport twice = Judge(paper + "\r\n" + paper + "\r\n");
  EXPECT_EQ(twice.axes.seal, SealAxis::kGenuine);
  EXPECT_EQ(Reasons(twice).back(), Reason::kScannerRepeated);
}

TEST_F(TypedTextTest, OfSeveralReadingsTheSignatureChooses) {
  // With the line break taken away the signature holds; with a space it does not.
  std::string broken = Paper(
      "10MME/FICTION/ZOE\x1D"
      "2499999");
  broken.insert(broken.find("/ZOE"), "\n");
  const SealReport report = Judge(broken);
  EXPECT_EQ(report.axes.seal, SealAxis::kGenuine);
  EXPECT_THAT(Reasons(report), Contains(Reason::kScannerLineBreaks));
  // Where it holds for none, none is chosen.
  broken[30] = 'X';
  const SealReport bent = Judge(broken);
  EXPECT_EQ(bent.verdict, Verdict::kUndetermined);
  EXPECT_EQ(bent.signature, Signature::kNotChecked);
  EXPECT_FALSE(bent.claims);
  EXPECT_THAT(Reasons(bent), ElementsAre(Reason::kScannerAmbiguous));
}

TEST_F(TypedTextTest, AnUnknownIssuerStaysUnknownHoweverItIsTyped) {
  const TestIssuer stranger(crypto::Algorithm::kEs256, "Stranger");
  const std::string text = stranger.Seal(SomeAttestation());
  for (const std::string& typed : {text, *seal::wedge::Type(text, seal::wedge::kSetups[0])}) {
    const SealReport report = Judge(typed);
    EXPECT_EQ(report.axes.seal, SealAxis::kIssuerUnknown);
    EXPECT_EQ(report.reasons.front().reason, Reason::kSealIssuerUnknown);
  }
}

TEST_F(TypedTextTest, TheEncodingThatWasSignedIsFound) {
  const std::string_view utf8 =
      "10MME/L\u00C9"
      "FICTIF/ZO\u00C9\x1D";
  const std::string_view latin1 =
      "10MME/L\xC9"
      "FICTIF/ZO\xC9\x1D";
  const std::string_view cp850 =
      "10MME/L\x90"
      "FICTIF/ZO\x90\x1D";
  const std::string_view twice =
      "10MME/L\u00C3\u0089"
      "FICTIF/ZO\u00C3\u0089\x1D";
  for (const std::string_view meant : {utf8, latin1}) {
    const std::string paper = Paper(std::string(meant));
    for (const std::string_view came : {utf8, latin1, cp850, twice}) {
      if (came == meant) continue;
      std::string text = paper;
      text.replace(text.find(meant), meant.size(), came);
      for (const SealReport& report : {Judge(text), See(text)}) {
        EXPECT_EQ(report.axes.seal, SealAxis::kGenuine) << text;
        EXPECT_THAT(Reasons(report), Contains(Reason::kScannerTextEncoding)) << text;
        ASSERT_TRUE(report.claims);
      }
    }
  }
}

TEST_F(TypedTextTest, TwoCodesAreBothJudged) {
  const std::string first = Paper("10MME/FICTION/ZOE\x1D");
  const std::string second = Paper("10MME/FICTION/EVE\x1D");
  std::string forged = second;
  forged[30] = 'X';
  const auto axes = [&](const std::string& typed) {
    std::vector<SealAxis> found;
    for (const SealReport& seal : VerifyDocument(AsBytes(typed), "-", context_).seals) {
      found.push_back(seal.axes.seal);
      EXPECT_EQ(Reasons(seal).back(), Reason::kScannerSeveralCodes);
    }
    return found;
  };
  const SealAxis genuine = SealAxis::kGenuine;
  const SealAxis malformed = SealAxis::kMalformed;
  EXPECT_THAT(axes(first + "\r\n" + second + "\r\n"), ElementsAre(genuine, genuine));
  EXPECT_THAT(axes(first + second + first), ElementsAre(genuine, genuine));
  EXPECT_THAT(axes(first + "\n" + forged), ElementsAre(genuine, malformed));
  EXPECT_THAT(axes(forged + "\n" + first), ElementsAre(malformed, genuine));
  EXPECT_THAT(axes(first.substr(0, 60) + first), ElementsAre(malformed, genuine));
  EXPECT_THAT(axes(issuer_.Seal(SomeAttestation()) + "\n" + first), ElementsAre(genuine, genuine));
}

TEST_F(TypedTextTest, AKeyboardIsSaidToBeWrong) {
  std::string typed = issuer_.Seal(SomeAttestation());
  typed.replace(3, 1, "\u0131");
  const SealReport report = Judge(typed);
  EXPECT_EQ(report.format, "ad1");
  EXPECT_EQ(report.verdict, Verdict::kUndetermined);
  EXPECT_EQ(report.axes.seal, SealAxis::kMalformed);
  EXPECT_THAT(Reasons(report), ElementsAre(Reason::kScannerSetKeyboard));
}

TEST_F(TypedTextTest, WhatWasSeenIsNotRepaired) {
  const std::string text = issuer_.Seal(SomeAttestation());
  const Report report = SeeAll("]Q1" + text);
  EXPECT_TRUE(report.seals.empty());
  EXPECT_EQ(report.others.size(), 1U);
}

}  // namespace
}  // namespace sceau::verify
