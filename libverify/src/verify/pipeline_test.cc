// SPDX-License-Identifier: Apache-2.0
#include "verify/pipeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/status.h"
#include "codec/base32.h"
#include "trust/certified.h"
#include "trust/trust_testing.h"
#include "verify/testing/context_fixture.h"

namespace sceau::verify {
namespace {

using testing_support::SomeAttestation;
using testing_support::TestIssuer;

// Gives pages without reading anything.
class FakeReader : public isolation::Reader {
 public:
  absl::StatusOr<isolation::ReadOutcome> Read(ByteSpan, const Limits&) override { return outcome; }
  absl::StatusOr<isolation::ReadOutcome> outcome = isolation::ReadOutcome{};
};

class PipelineTest : public ContextFixture {
 protected:
  PipelineTest() : ContextFixture(&reader_) {}

  void AddPage(const std::vector<std::string>& payloads) {
    Page page;
    page.number = static_cast<int>(reader_.outcome->content.pages.size()) + 1;
    for (const std::string& payload : payloads)
      page.symbols.push_back({Symbology::kQrCode, ToBytes(AsBytes(payload)), {}});
    reader_.outcome->content.pages.push_back(page);
  }

  Report Run() { return VerifyDocument({}, "a.pdf", context_); }
  Report RunOn(const std::string& payload) {
    reader_.outcome = isolation::ReadOutcome{};
    AddPage({payload});
    return Run();
  }

  FakeReader reader_;
};

TEST_F(PipelineTest, AGenuineSealIsValidOnEveryAxis) {
  const Report report = RunOn(issuer_.Seal(SomeAttestation()));
  EXPECT_EQ(report.verdict, Verdict::kValid);
  EXPECT_EQ(report.policy, "counter");
  EXPECT_EQ(report.pages_read, 1);
  ASSERT_EQ(report.seals.size(), 1U);
  const SealReport& seal = report.seals[0];
  EXPECT_EQ(seal.format, "ad1");
  EXPECT_EQ(seal.signature, Signature::kVerified);
  EXPECT_EQ(seal.axes,
            (Axes{SealAxis::kGenuine, StatusAxis::kNotOffered, RightsAxis::kOpen,
                  HolderAxis::kNotAsked, DocumentAxis::kNotCompared, FreshnessAxis::kUndated}));
  EXPECT_EQ(seal.issuer->name, "CPAM de Test");
  EXPECT_EQ(*seal.claims->attestation, SomeAttestation());
}

TEST_F(PipelineTest, ABundleGrantsAndDatesWhatADirectoryCannot) {
  trust::BundleContent content{1,
                               StartOfParisDay(*ParseIsoDate("2026-11-20")),
                               StartOfParisDay(*ParseIsoDate("2026-12-20")),
                               {{.name = "Caisse de la liste",
                                 .certificates = {issuer_.certificate},
                                 .formats = {"ad1"},
                                 .funds = {SomeAttestation().fund.code.substr(0, 5)},
                                 .retired = std::nullopt,
                                 .compromised = std::nullopt}}};
  const std::string payload = issuer_.Seal(SomeAttestation());
  const auto run_at = [&](const char* today) {
    trust_ = trust::TrustStore::FromBundle(content, Bytes(32, 0xAB), content.issued, {});
    context_.now = StartOfParisDay(*ParseIsoDate(today));
    return RunOn(payload);
  };
  Report report = run_at("2026-11-23");
  EXPECT_EQ(report.verdict, Verdict::kValid);
  EXPECT_EQ(report.seals[0].axes.freshness, FreshnessAxis::kFresh);
  EXPECT_EQ(report.seals[0].issuer->name, "Caisse de la liste");
  EXPECT_EQ(report.verified_at, context_.now);
  ASSERT_TRUE(report.trust);
  EXPECT_EQ(report.trust->sequence, 1U);
  EXPECT_EQ(report.trust->issued, content.issued);
  EXPECT_EQ(report.trust->digest.substr(0, 4), "abab");

  report = run_at("2026-12-20");
  EXPECT_EQ(report.verdict, Verdict::kUndetermined);
  EXPECT_EQ(report.seals[0].axes.seal, SealAxis::kGenuine) << "a stale list verifies seals";
  EXPECT_THAT(Reasons(report.seals[0].reasons), testing::Contains(Reason::kFreshnessStale));

  report = run_at("2026-11-19");
  EXPECT_EQ(report.verdict, Verdict::kUndetermined);
  EXPECT_THAT(Reasons(report.seals[0].reasons), testing::Contains(Reason::kFreshnessClockSuspect));

  content.issuers[0].funds = {"99"};
  report = run_at("2026-11-23");
  EXPECT_EQ(report.verdict, Verdict::kInvalid);
  EXPECT_EQ(report.seals[0].signature, Signature::kVerified);
  EXPECT_EQ(report.seals[0].axes.seal, SealAxis::kIssuerNotAllowed);
  EXPECT_THAT(Reasons(report.seals[0].reasons), testing::Contains(Reason::kSealFundNotGranted));
}

TEST_F(PipelineTest, AReplayIsMarked) {
  EXPECT_FALSE(RunOn(issuer_.Seal(SomeAttestation())).replayed);
  context_.replay = true;
  EXPECT_TRUE(RunOn(issuer_.Seal(SomeAttestation())).replayed);
  reader_.outcome = Refuse(Reason::kDocumentDamaged);
  EXPECT_TRUE(Run().replayed);
}

TEST_F(PipelineTest, ADateOfCareToComeIsSaidAloud) {
  const auto reasons_on = [&](const char* day) {
    context_.date_of_care = *ParseIsoDate(day);
    return Reasons(RunOn(issuer_.Seal(SomeAttestation())).seals[0].reasons);
  };
  EXPECT_THAT(reasons_on("2026-11-24"), testing::Contains(Reason::kRightsFutureDate));
  EXPECT_THAT(reasons_on("2026-11-23"), testing::Not(testing::Contains(Reason::kRightsFutureDate)));
}

TEST_F(PipelineTest, ClaimsAreShownOnlyOnceTheSignatureHeld) {
  std::string text = issuer_.Seal(SomeAttestation());
  const TestIssuer stranger(crypto::Algorithm::kEs256, "Stranger");
  std::string flipped = text;
  // Near the end stands the signature: exchanging two different characters keeps it Base45.
  std::size_t at = flipped.size() - 30;
  while (flipped[at] == flipped[at + 3]) ++at;
  std::swap(flipped[at], flipped[at + 3]);
  for (const std::string& payload :
       {flipped, stranger.Seal(SomeAttestation()), text.substr(0, text.size() - 9)}) {
    const Report report = RunOn(payload);
    ASSERT_EQ(report.seals.size(), 1U);
    EXPECT_FALSE(report.seals[0].claims.has_value());
    EXPECT_NE(report.seals[0].signature, Signature::kVerified);
    EXPECT_NE(report.verdict, Verdict::kValid);
  }
}

TEST_F(PipelineTest, AnUnknownIssuerIsUndetermined) {
  const TestIssuer stranger(crypto::Algorithm::kEs256, "Stranger");
  const Report report = RunOn(stranger.Seal(SomeAttestation()));
  EXPECT_EQ(report.verdict, Verdict::kUndetermined);
  EXPECT_EQ(report.seals[0].axes.seal, SealAxis::kIssuerUnknown);
  EXPECT_EQ(report.seals[0].signature, Signature::kNotChecked);
  EXPECT_TRUE(report.seals[0].issuer->name.empty());
}

TEST_F(PipelineTest, TheAuthorityIsNamedBesideTheIssuerAndWhatIsUnusableInTheReport) {
  const trust::TestParty authority = trust::MakeParty(
      {.common_name = "Fonds", .organisation = "Autorité de Test", .authority = true});
  const trust::TestParty issuer = trust::MakeParty({.common_name = "CPAM"}, &authority);
  trust_ = *trust::TrustStore::Create(
      {{authority.certificate.ToDer(), "ac.pem"}, {issuer.certificate.ToDer(), "cpam.pem"}},
      {{Reason::kTrustJunk, "list.crl"}});
  const auto seal = seal::ad1::Encode(SomeAttestation(), seal::StatedAlgorithm::kEs256,
                                      trust::HashIdOf(issuer.certificate));
  const Report report = RunOn(seal::ad1::Assemble(seal, *issuer.key.Sign(seal.to_be_signed)));
  EXPECT_EQ(report.verdict, Verdict::kValid) << "what lies in the folder says nothing of the paper";
  EXPECT_EQ(report.seals[0].issuer->name, "Essai");
  EXPECT_EQ(report.seals[0].issuer->authority, "Autorité de Test");
  ASSERT_EQ(report.trust_remarks.size(), 1U);
  EXPECT_EQ(report.trust_remarks[0], (Finding{Reason::kTrustJunk, "list.crl"}));
}

TEST_F(PipelineTest, ALeafThatItsAuthorityDidNotSignIsUnknownAndSaidToBeSo) {
  const trust::TestParty authority = trust::MakeParty({.common_name = "Fonds", .authority = true});
  const trust::TestParty twin = trust::MakeParty({.common_name = "Fonds", .authority = true});
  const trust::TestParty liar = trust::MakeParty({.common_name = "CPAM"}, &twin);
  trust_ = *trust::TrustStore::Create(
      {{authority.certificate.ToDer(), "ac.pem"}, {liar.certificate.ToDer(), "cpam.pem"}}, {});
  const auto seal = seal::ad1::Encode(SomeAttestation(), seal::StatedAlgorithm::kEs256,
                                      trust::HashIdOf(liar.certificate));
  const Report report = RunOn(seal::ad1::Assemble(seal, *liar.key.Sign(seal.to_be_signed)));
  EXPECT_EQ(report.verdict, Verdict::kUndetermined);
  EXPECT_EQ(report.seals[0].axes.seal, SealAxis::kIssuerUnknown);
  EXPECT_FALSE(report.seals[0].claims);
  EXPECT_THAT(Reasons(report.seals[0].reasons),
              testing::ElementsAre(Reason::kSealIssuerUnknown, Reason::kTrustLeafNotCertified));
}

TEST_F(PipelineTest, AnExpiredAttestationIsNotCalledForged) {
  context_.date_of_care = *ParseIsoDate("2027-02-02");
  const Report report = RunOn(issuer_.Seal(SomeAttestation()));
  EXPECT_EQ(report.verdict, Verdict::kInvalid);
  EXPECT_EQ(report.seals[0].axes.seal, SealAxis::kGenuine);
  EXPECT_EQ(report.seals[0].axes.rights, RightsAxis::kExpired);
  EXPECT_THAT(Reasons(report.seals[0].reasons), testing::Contains(Reason::kRightsExpired));
}

TEST_F(PipelineTest, AKeyThatExpiredSinceIsNotAReasonToRefuse) {
  context_.now = issuer_.certificate.not_after() + std::chrono::hours{1};
  EXPECT_EQ(RunOn(issuer_.Seal(SomeAttestation())).verdict, Verdict::kValid);
}

TEST_F(PipelineTest, ASealSignedOutsideItsKeysValidityIsNotGenuine) {
  Attestation late = SomeAttestation();
  late.issued_at = issuer_.certificate.not_before() - std::chrono::seconds{1};
  const Report report = RunOn(issuer_.Seal(late));
  EXPECT_EQ(report.verdict, Verdict::kInvalid);
  EXPECT_EQ(report.seals[0].axes.seal, SealAxis::kIssuerNotAllowed);
  EXPECT_EQ(report.seals[0].signature, Signature::kVerified);
}

TEST_F(PipelineTest, AStatusThatCannotBeLookedUpIsUnknown) {
  Attestation withdrawn_maybe = SomeAttestation();
  withdrawn_maybe.status = StatusReference{1, 42};
  const Report report = RunOn(issuer_.Seal(withdrawn_maybe));
  EXPECT_EQ(report.verdict, Verdict::kUndetermined);
  EXPECT_EQ(report.seals[0].axes.status, StatusAxis::kUnknown);
}

TEST_F(PipelineTest, AnotherHolderIsInvalidAndTheRightOneValid) {
  holder_.name = "DURAND Luc";
  EXPECT_EQ(RunOn(issuer_.Seal(SomeAttestation())).verdict, Verdict::kInvalid);
  holder_.name = "Zoé LEFÈVRE";
  holder_.born = "12/05/1984";
  const Report report = RunOn(issuer_.Seal(SomeAttestation()));
  EXPECT_EQ(report.verdict, Verdict::kValid);
  EXPECT_EQ(report.seals[0].axes.holder, HolderAxis::kMatches);
}

TEST_F(PipelineTest, EachQuestionIsAskedByItself) {
  const std::string seal = issuer_.Seal(SomeAttestation());
  const auto axis = [&](const ExpectedHolder& holder) {
    holder_ = holder;
    return RunOn(seal).seals[0].axes.holder;
  };
  EXPECT_EQ(axis({"LEFÈVRE Zoé Anne", {}, {}}), HolderAxis::kMatches);
  EXPECT_EQ(axis({{}, "1984-05-12", {}}), HolderAxis::kMatches);
  EXPECT_EQ(axis({{}, "1984-05-13", {}}), HolderAxis::kDiffers);
  EXPECT_EQ(axis({{}, {}, "284058832102532"}), HolderAxis::kMatches);
  EXPECT_EQ(axis({{}, {}, "294037512000591"}), HolderAxis::kDiffers);
  EXPECT_EQ(axis({}), HolderAxis::kNotAsked);
}

TEST_F(PipelineTest, AQuestionAskedLaterIsJudgedAsOneAskedAtOnce) {
  Attestation without_nir = SomeAttestation();
  without_nir.holder.nir.reset();
  Attestation other_person = SomeAttestation();
  other_person.holder.given_names = "Léo";
  other_person.holder.nir.reset();
  AddPage({issuer_.Seal(SomeAttestation()), issuer_.Seal(without_nir), "AD1:?",
           issuer_.Seal(other_person)});
  reader_.outcome->content.pages[0].symbols[1].hidden = true;
  const Report unasked = Run();
  const ExpectedHolder questions[] = {{},
                                      {"LEFÈVRE Zoé Anne", {}, {}},
                                      {"lefevre zoe", "1984-05-12", {}},
                                      {"DURAND Luc", {}, {}},
                                      {{}, {}, "284058832102532"}};
  for (const ExpectedHolder& first : questions) {
    const Report asked = AskHolder(unasked, first, *policy_);
    for (const ExpectedHolder& question : questions) {
      holder_ = question;
      const Report at_once = Run();
      const Report later = AskHolder(asked, question, *policy_);
      EXPECT_EQ(later.verdict, at_once.verdict);
      EXPECT_EQ(Reasons(later.reasons), Reasons(at_once.reasons));
      for (std::size_t i = 0; i < at_once.seals.size(); ++i) {
        EXPECT_EQ(later.seals[i].verdict, at_once.seals[i].verdict);
        EXPECT_EQ(later.seals[i].axes, at_once.seals[i].axes);
        EXPECT_THAT(Reasons(later.seals[i].reasons),
                    testing::UnorderedElementsAreArray(Reasons(at_once.seals[i].reasons)));
      }
    }
  }
}

TEST_F(PipelineTest, AHolderQuestionThatCannotBeAnsweredIsUndetermined) {
  Attestation without_nir = SomeAttestation();
  without_nir.holder.nir.reset();
  holder_.nir = "284058832102532";
  const Report report = RunOn(issuer_.Seal(without_nir));
  EXPECT_EQ(report.verdict, Verdict::kUndetermined);
  EXPECT_EQ(report.seals[0].axes.holder, HolderAxis::kNotRun);
}

// A 2D-Doc of an authority of its own, beside the issuer of attestations.
class PaperTest : public PipelineTest {
 protected:
  PaperTest() { trust_ = testing_support::TrustIn({issuer_.certificate, leaf_.certificate}); }

  std::string PaperWith(const std::string& data) const {
    const std::string text = "DC04FR990001264526460101FR" + data;
    return text + "\x1F" + codec::EncodeBase32(*leaf_.key.Sign(AsBytes(text)));
  }

  const TestIssuer authority_{crypto::Algorithm::kEs256, "FR99"};
  const TestIssuer leaf_ = TestIssuer::Under(authority_, "0001");
};

TEST_F(PaperTest, APaperOfAnotherKindAnswersForWhomItNames) {
  const ExpectedHolder expected{.name = "LEFÈVRE Zoé Anne", .born = {}, .nir = {}};
  const struct {
    std::string data;
    HolderAxis axis;
    Reason reason;
  } rows[] = {
      {"26FR", HolderAxis::kNotRun, Reason::kHolderNotInSeal},
      {"10SARL LEFEVRE", HolderAxis::kNotRun, Reason::kHolderNotInSeal},
      {"10MME/LEFEVRE/ZOE ANNE", HolderAxis::kMatches, Reason::kHolderNameTransliterated},
      {"10MME/LEFEVRE/EVA LOU", HolderAxis::kDiffers, Reason::kHolderNameDiffers},
      {"10M/MARTIN/KARIM", HolderAxis::kDiffers, Reason::kHolderNameDiffers},
      {"10M ET MME/LEFEVRE/KARIM", HolderAxis::kClose, Reason::kHolderNotInSeal},
  };
  for (const auto& row : rows) {
    holder_ = expected;
    const Report at_once = RunOn(PaperWith(row.data));
    holder_ = {};
    const Report later = AskHolder(RunOn(PaperWith(row.data)), expected, *policy_);
    for (const Report* report : {&at_once, &later}) {
      ASSERT_EQ(report->seals.size(), 1U) << row.data;
      EXPECT_EQ(report->seals[0].axes.seal, SealAxis::kGenuine) << row.data;
      EXPECT_EQ(report->seals[0].axes.holder, row.axis) << row.data;
      EXPECT_THAT(Reasons(report->seals[0].reasons), testing::Contains(row.reason)) << row.data;
    }
  }
}

TEST_F(PaperTest, APaperBesideAnAttestationIsComparedWithIt) {
  const struct {
    std::string data;
    bool is_others;
  } rows[] = {{"10M/MARTIN/KARIM", true},
              {"10MME/LEFEVRE/ZOE", false},
              {"10MME/MOREAU/ZOE", false},
              {"10M ET MME/MARTIN/KARIM", false},
              {"10SARL MARTIN", false}};
  for (const auto& row : rows) {
    reader_.outcome = isolation::ReadOutcome{};
    AddPage({issuer_.Seal(SomeAttestation()), PaperWith(row.data)});
    const Report on_one_page = Run();
    reader_.outcome = isolation::ReadOutcome{};
    AddPage({issuer_.Seal(SomeAttestation())});
    AddPage({PaperWith(row.data)});
    const Report on_two = Run();
    using Found = std::vector<Reason>;
    EXPECT_EQ(Reasons(on_one_page.reasons),
              row.is_others ? Found{Reason::kDocumentAssembled} : Found())
        << row.data;
    EXPECT_EQ(Reasons(on_two.reasons),
              row.is_others ? Found{Reason::kDocumentSeveralPeople} : Found())
        << row.data;
  }
}

TEST_F(PipelineTest, TheOrderOfSymbolsDoesNotDecide) {
  const std::string good = issuer_.Seal(SomeAttestation());
  Attestation closed = SomeAttestation();
  closed.rights[0].until = *ParseIsoDate("2026-06-30");
  const std::string bad = issuer_.Seal(closed);
  for (const auto& payloads : {std::vector{good, bad}, std::vector{bad, good}}) {
    reader_.outcome = isolation::ReadOutcome{};
    AddPage(payloads);
    EXPECT_EQ(Run().verdict, Verdict::kInvalid);
  }
  reader_.outcome = isolation::ReadOutcome{};
  AddPage({good});
  AddPage({bad});
  const Report report = Run();
  EXPECT_EQ(report.verdict, Verdict::kInvalid);
  EXPECT_EQ(report.seals[1].page, 2);
}

TEST_F(PipelineTest, CodesWithoutASealAreNamed) {
  const Report report = RunOn("https://example.org/attestation");
  EXPECT_EQ(report.verdict, Verdict::kUndetermined);
  EXPECT_TRUE(report.seals.empty());
  ASSERT_EQ(report.others.size(), 1U);
  EXPECT_EQ(report.others[0].kind, "web-address");
  EXPECT_THAT(Reasons(report.reasons), testing::ElementsAre(Reason::kDocumentNoSeal));
}

TEST_F(PipelineTest, ACodeBesideASealChangesNothing) {
  AddPage({"https://example.org", issuer_.Seal(SomeAttestation())});
  EXPECT_EQ(Run().verdict, Verdict::kValid);
}

TEST_F(PipelineTest, ASealThatWeCannotVerifyIsUnsupported) {
  const Report report = RunOn("SHC:/5676290952");
  ASSERT_EQ(report.seals.size(), 1U);
  EXPECT_EQ(report.seals[0].format, "smart-health-card");
  EXPECT_EQ(report.seals[0].axes.seal, SealAxis::kUnsupported);
  EXPECT_EQ(report.verdict, Verdict::kUndetermined);
}

TEST_F(PipelineTest, WhatCannotBeReadIsUndeterminedWithItsReason) {
  reader_.outcome = Refuse(Reason::kDocumentEncrypted);
  const Report report = Run();
  EXPECT_EQ(report.verdict, Verdict::kUndetermined);
  EXPECT_THAT(Reasons(report.reasons), testing::ElementsAre(Reason::kDocumentEncrypted));

  reader_.outcome = isolation::ReadOutcome{};
  EXPECT_THAT(Reasons(Run().reasons), testing::ElementsAre(Reason::kDocumentNoCode));
}

TEST_F(PipelineTest, NoCodeIsSaidOnlyOfPagesThatWereRead) {
  reader_.outcome->problems = {{Reason::kDocumentDeadline, "page 2"}};
  EXPECT_THAT(Reasons(Run().reasons), testing::ElementsAre(Reason::kDocumentDeadline));
}

TEST_F(PipelineTest, NoCodeIsSaidOfThePagesOfAFileThatHoldsOthers) {
  reader_.outcome->problems = {{Reason::kDocumentAttachments, ""}};
  EXPECT_THAT(Reasons(Run().reasons),
              testing::ElementsAre(Reason::kDocumentAttachments, Reason::kDocumentNoCode));
  reader_.outcome->problems = {{Reason::kDocumentXfaForm, ""}};
  EXPECT_THAT(Reasons(Run().reasons), testing::ElementsAre(Reason::kDocumentXfaForm));
}

TEST_F(PipelineTest, ACodeWithoutASealIsSaidOfTheRest) {
  AddPage({"https://example.org"});
  reader_.outcome->problems = {{Reason::kDocumentDamaged, "page 2"}};
  EXPECT_THAT(Reasons(Run().reasons),
              testing::ElementsAre(Reason::kDocumentDamaged, Reason::kDocumentNoSeal));
}

TEST_F(PipelineTest, ATimeoutIsNeverValid) {
  AddPage({issuer_.Seal(SomeAttestation())});
  reader_.outcome->problems = {{Reason::kDocumentDeadline, "page 2"}};
  const Report report = Run();
  EXPECT_EQ(report.verdict, Verdict::kUndetermined);
  EXPECT_EQ(report.seals[0].verdict, Verdict::kValid);
}

// A genuine seal under a picture, or off the page, says nothing of what the page shows.
TEST_F(PipelineTest, ASealThatThePageDoesNotShowIsNeverValid) {
  AddPage({issuer_.Seal(SomeAttestation())});
  reader_.outcome->content.pages[0].symbols[0].hidden = true;
  const Report report = Run();
  ASSERT_EQ(report.seals.size(), 1U);
  EXPECT_EQ(report.seals[0].axes.seal, SealAxis::kGenuine);
  EXPECT_EQ(report.seals[0].verdict, Verdict::kUndetermined);
  EXPECT_THAT(Reasons(report.seals[0].reasons), testing::Contains(Reason::kDocumentHiddenCode));
  EXPECT_EQ(report.verdict, Verdict::kUndetermined);
}

TEST_F(PipelineTest, APreviewTellsThePixelsOfItsPage) {
  AddPage({});
  reader_.outcome->content.pages[0].width = 1654;
  reader_.outcome->content.pages[0].height = 2339;
  reader_.outcome->previews = {{1, PageImage{2, 1, {7, 9}}}, {3, PageImage{1, 1, {0}}}};
  const Report report = Run();
  ASSERT_EQ(report.previews.size(), 1U) << "a preview of a page that was not read";
  const PagePreview& preview = report.previews[0];
  EXPECT_EQ(preview.page, 1);
  EXPECT_EQ(preview.page_width, 1654);
  EXPECT_EQ(preview.page_height, 2339);
  EXPECT_EQ(preview.width, 2);
  EXPECT_EQ(preview.height, 1);
  EXPECT_EQ(preview.luminance, (Bytes{7, 9}));
}

}  // namespace
}  // namespace sceau::verify
