// SPDX-License-Identifier: Apache-2.0
// The public Verifier with the real helper: questions about one document, and many threads at once.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "barcode/write/qr_code.h"
#include "base/status.h"
#include "fmt/format.h"
#include "sceau/verify.h"
#include "verify/testing/test_issuer.h"

namespace sceau {
namespace {

using testing_support::SomeAttestation;
using testing_support::TestIssuer;

// A grey map (PGM) with the payload as a QR code.
std::string PictureWith(const std::string& payload) {
  constexpr int kModule = 4;
  const auto modules = *barcode::WriteQrCode(AsBytes(payload));
  const int margin = barcode::QuietZone(Symbology::kQrCode);
  const int side = (modules.size + 2 * margin) * kModule;
  std::string picture = fmt::format("P5 {} {} 255\n", side, side);
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      const int column = x / kModule - margin;
      const int row = y / kModule - margin;
      const bool inside = column >= 0 && row >= 0 && column < modules.size && row < modules.size;
      picture += inside && modules.at(column, row) ? '\0' : '\xFF';
    }
  }
  return picture;
}

class VerifierTest : public testing::Test {
 protected:
  Verifier Make() const {
    VerifyOptions options;
    options.trust = std::make_shared<trust::TrustStore>(
        testing_support::TrustIn({issuer_.certificate, other_.certificate}));
    options.now = [] { return StartOfParisDay(*ParseIsoDate("2026-11-23")); };
    return *Verifier::Create(std::move(options));
  }

  const TestIssuer issuer_{crypto::Algorithm::kEs256, "CPAM de Test"};
  const TestIssuer other_{crypto::Algorithm::kEdDsa, "MSA de Test"};
  const std::string seal_ = issuer_.Seal(SomeAttestation());
};

TEST_F(VerifierTest, AQuestionStandsInForTheOptionsOnce) {
  const Verifier verifier = Make();
  const auto ask = [&](const Question& question) {
    return verifier.VerifyBytes(AsBytes(seal_), "seal.txt", question);
  };
  const Date later = *ParseIsoDate("2027-06-01");
  const auto expired = ask({.date_of_care = later});
  ASSERT_TRUE(expired.ok());
  EXPECT_EQ(expired->outcome, Outcome::kRightsNotOpen);
  EXPECT_EQ(expired->date_of_care, later);
  ExpectedHolder holder;
  holder.name = "MARTIN Paul";
  EXPECT_EQ(ask({.holder = holder})->verdict, Verdict::kInvalid);
  EXPECT_EQ(ask({})->verdict, Verdict::kValid);
  holder.born = "yesterday";
  EXPECT_EQ(ReasonOf(ask({.holder = holder}).status()), Reason::kUsage);
  EXPECT_EQ(ReasonOf(verifier.VerifyFile("/nowhere", Question{}).status()),
            Reason::kDocumentMissing);
}

TEST_F(VerifierTest, ThreadsThatShareOneGetTheAnswersOfOne) {
  const Verifier verifier = Make();
  const TestIssuer stranger{crypto::Algorithm::kEs256, "CPAM de Test"};
  const std::vector<std::string> documents = {PictureWith(seal_), seal_,
                                              PictureWith(other_.Seal(SomeAttestation())),
                                              stranger.Seal(SomeAttestation()), "%PDF-1.7 nothing"};
  const auto answer = [](const Verifier& by, const std::string& document) {
    return ReportToJson(by.VerifyBytes(AsBytes(document), "a"), Language::kEnglish,
                        NirDisplay::kMasked);
  };
  std::vector<std::string> expected;
  for (const std::string& document : documents) expected.push_back(answer(Make(), document));
  EXPECT_THAT(expected[0], testing::HasSubstr(R"("verdict":"valid")"));

  std::atomic<std::size_t> different = 0;
  {
    std::vector<std::jthread> threads;
    for (std::size_t first = 0; first < 6; ++first) {
      threads.emplace_back([&, first] {
        for (std::size_t i = first; i < first + 2 * documents.size(); ++i) {
          const std::size_t which = i % documents.size();
          if (answer(verifier, documents[which]) != expected[which]) ++different;
        }
      });
    }
  }
  EXPECT_EQ(different, 0U);
}

}  // namespace
}  // namespace sceau
