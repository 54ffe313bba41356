// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <array>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "nlohmann/json.hpp"
#include "sceau/sceau.h"
#include "sceau/version.h"
#include "verify/testing/test_issuer.h"

extern "C" const char* sceau_plain_c_failure(const char* trust_path, const char* seal,
                                             const char* options);

namespace sceau {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

struct Free {
  void operator()(sceau_trust* trust) const { sceau_trust_free(trust); }
  void operator()(sceau_verifier* verifier) const { sceau_verifier_free(verifier); }
  void operator()(sceau_report* report) const { sceau_report_free(report); }
  void operator()(sceau_error* error) const { sceau_error_free(error); }
  void operator()(char* text) const { sceau_string_free(text); }
};
template <typename Handle>
using Owned = std::unique_ptr<Handle, Free>;

// What a call put into its last argument.
class Error {
 public:
  Error() = default;
  ~Error() { sceau_error_free(raw_); }
  Error(const Error&) = delete;
  Error& operator=(const Error&) = delete;
  sceau_error** out() {
    sceau_error_free(raw_);
    raw_ = nullptr;
    return &raw_;
  }
  std::string code() const { return sceau_error_code(raw_); }
  std::string detail() const { return sceau_error_detail(raw_); }
  const sceau_error* get() const { return raw_; }

 private:
  sceau_error* raw_ = nullptr;
};

constexpr const char* kOptions =
    R"({"date_of_care":"2026-11-23","replay_at":"2026-11-23T10:00:00Z"})";

class CApiTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = testing::TempDir() + "/sceau_c_api_XXXXXX";
    ASSERT_NE(::mkdtemp(folder_.data()), nullptr);
    std::ofstream(folder_ + "/fund.pem") << issuer_.certificate.ToPem();
    trust_.reset(sceau_trust_open(folder_.c_str(), nullptr, error_.out()));
    ASSERT_NE(trust_, nullptr) << error_.code();
    verifier_ = Open(kOptions);
    ASSERT_NE(verifier_, nullptr) << error_.code() << error_.detail();
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  Owned<sceau_verifier> Open(const char* options) {
    return Owned<sceau_verifier>(sceau_verifier_open(trust_.get(), options, error_.out()));
  }
  Owned<sceau_report> Verify(const char* question = nullptr) {
    return Owned<sceau_report>(sceau_verify_bytes(verifier_.get(), seal_.data(), seal_.size(),
                                                  "seal.txt", question, error_.out()));
  }
  static json Json(const sceau_report* report, int nir = SCEAU_NIR_MASKED) {
    const Owned<char> text(sceau_report_json(report, SCEAU_ENGLISH, nir, nullptr));
    return text == nullptr ? json() : json::parse(text.get());
  }

  const testing_support::TestIssuer issuer_{crypto::Algorithm::kEs256, "CPAM de Test"};
  const std::string seal_ = issuer_.Seal(testing_support::SomeAttestation());
  std::string folder_;
  Error error_;
  Owned<sceau_trust> trust_;
  Owned<sceau_verifier> verifier_;
};

TEST_F(CApiTest, AGenuineSealIsValid) {
  const auto report = Verify(R"({"request_id":"7"})");
  ASSERT_NE(report, nullptr) << error_.code() << error_.detail();
  EXPECT_EQ(error_.get(), nullptr);
  EXPECT_STREQ(sceau_report_verdict(report.get()), "valid");
  EXPECT_STREQ(sceau_report_outcome(report.get()), "in-order");
  const json found = Json(report.get());
  EXPECT_EQ(found["verdict"], "valid");
  EXPECT_EQ(found["file"], "seal.txt");
  EXPECT_EQ(found["request_id"], "7");
  EXPECT_EQ(found["verified_at"], "2026-11-23T10:00:00Z");
  EXPECT_EQ(found["replayed"], true);
  EXPECT_EQ(found["seals"][0]["issuer"]["name"], "CPAM de Test");
}

TEST_F(CApiTest, AForgedSealIsAReportAndNoError) {
  const testing_support::TestIssuer stranger{crypto::Algorithm::kEs256, "CPAM de Test"};
  const std::string forged = stranger.Seal(testing_support::SomeAttestation());
  const Owned<sceau_report> report(sceau_verify_bytes(verifier_.get(), forged.data(), forged.size(),
                                                      nullptr, nullptr, error_.out()));
  ASSERT_NE(report, nullptr);
  EXPECT_STREQ(sceau_report_verdict(report.get()), "undetermined");
  EXPECT_EQ(Json(report.get())["seals"][0]["axes"]["seal"], "issuer-unknown");
}

TEST_F(CApiTest, AQuestionIsAboutItsDocumentAlone) {
  const auto later = Verify(R"({"date_of_care":"2027-06-01"})");
  EXPECT_STREQ(sceau_report_outcome(later.get()), "rights-not-open");
  const auto other = Verify(R"({"holder":{"name":"MARTIN Paul"}})");
  EXPECT_STREQ(sceau_report_verdict(other.get()), "invalid");
  EXPECT_STREQ(sceau_report_verdict(Verify().get()), "valid");
}

TEST_F(CApiTest, TheHolderIsAskedForAgainWithoutReading) {
  const auto report = Verify();
  const auto ask = [&](const char* holder) {
    return Owned<sceau_report>(
        sceau_report_ask_holder(verifier_.get(), report.get(), holder, error_.out()));
  };
  EXPECT_STREQ(sceau_report_verdict(ask(R"({"name":"LEFEVRE Zoé"})").get()), "valid");
  EXPECT_STREQ(sceau_report_verdict(ask(R"({"name":"MARTIN Paul"})").get()), "invalid");
  EXPECT_EQ(Json(ask(nullptr).get())["seals"][0]["axes"]["holder"], "not-asked");
  EXPECT_STREQ(sceau_report_verdict(report.get()), "valid") << "the first report has changed";
  EXPECT_EQ(ask(R"({"born":"yesterday"})"), nullptr);
  EXPECT_EQ(error_.code(), "options.unusable");
}

TEST_F(CApiTest, HandlesAreIndependentOfThoseThatMadeThem) {
  trust_.reset();
  auto report = Verify();
  verifier_.reset();
  EXPECT_STREQ(sceau_report_verdict(report.get()), "valid");
}

TEST_F(CApiTest, TheNumberOfAPersonIsShownOnlyWhenThatIsAskedFor) {
  const auto report = Verify();
  const std::string nir = "284058832102532";
  EXPECT_THAT(Json(report.get()).dump(), Not(HasSubstr(nir)));
  EXPECT_THAT(Json(report.get(), SCEAU_NIR_SHOWN).dump(), HasSubstr(nir));
}

TEST_F(CApiTest, AFileIsReadOrTheErrorSaysWhyNot) {
  std::ofstream(folder_ + "/seal.txt") << seal_;
  const Owned<sceau_report> report(
      sceau_verify_file(verifier_.get(), (folder_ + "/seal.txt").c_str(), nullptr, error_.out()));
  EXPECT_STREQ(sceau_report_verdict(report.get()), "valid");
  EXPECT_EQ(sceau_verify_file(verifier_.get(), "/nowhere", nullptr, error_.out()), nullptr);
  EXPECT_EQ(error_.code(), "document.missing");
  EXPECT_THAT(sceau_error_sentence(error_.get(), SCEAU_ENGLISH), HasSubstr("does not exist"));
  EXPECT_THAT(sceau_error_sentence(error_.get(), SCEAU_FRENCH), HasSubstr("n'existe pas"));
  EXPECT_THAT(sceau_error_sentence(error_.get(), 7), HasSubstr("n'existe pas"));
  EXPECT_EQ(sceau_verify_file(verifier_.get(), folder_.c_str(), nullptr, error_.out()), nullptr);
  EXPECT_EQ(error_.code(), "document.not-readable");
}

TEST_F(CApiTest, TrustThatCannotBeReadHasItsReason) {
  EXPECT_EQ(sceau_trust_open("/nowhere", nullptr, error_.out()), nullptr);
  EXPECT_EQ(error_.code(), "trust.missing");
  EXPECT_EQ(sceau_trust_open(nullptr, folder_.c_str(), error_.out()), nullptr);
  EXPECT_EQ(error_.code(), "trust.not-installed");
  EXPECT_EQ(sceau_trust_open(SCEAU_SOURCE_DIR "/test-vectors/trust/bundle/bundle.trust",
                             folder_.c_str(), error_.out()),
            nullptr);
  EXPECT_EQ(error_.code(), "trust.not-installed") << "a bundle counts by pinned roots";
  EXPECT_EQ(sceau_trust_open((folder_ + "/fund.pem").c_str(), folder_.c_str(), error_.out()),
            nullptr);
  EXPECT_EQ(error_.code(), "trust.file-malformed") << "a certificate counts in a directory alone";
  EXPECT_EQ(error_.detail(), "neither a directory of certificates nor a trust bundle");
}

TEST_F(CApiTest, OptionsThatCannotBeUsedAreRefusedByName) {
  EXPECT_EQ(Open(R"({"colour":"red"})"), nullptr);
  EXPECT_EQ(error_.code(), "options.unusable");
  EXPECT_EQ(error_.detail(), "/colour: is not a known member");
  EXPECT_EQ(Open(R"({"holder":{"nir":"seven"}})"), nullptr);
  EXPECT_EQ(error_.code(), "options.unusable");
  EXPECT_EQ(Open(R"({"policy":"pharmacist"})"), nullptr);
  EXPECT_EQ(error_.code(), "policy.unusable");
  EXPECT_EQ(Verify(R"({"policy":"counter"})"), nullptr);
  EXPECT_EQ(error_.code(), "options.unusable");
  const std::string endless(Limits{}.options_bytes + 1, ' ');
  EXPECT_EQ(Open(endless.c_str()), nullptr);
  EXPECT_EQ(error_.detail(), "/: too large");
}

TEST_F(CApiTest, ARequiredArgumentThatIsNullIsAnError) {
  const auto report = Verify();
  const std::array<std::pair<const char*, const void*>, 8> calls = {{
      {"trust: null", sceau_verifier_open(nullptr, nullptr, error_.out())},
      {"verifier: null", sceau_verify_bytes(nullptr, "", 0, nullptr, nullptr, nullptr)},
      {"document: null",
       sceau_verify_bytes(verifier_.get(), nullptr, 1, nullptr, nullptr, nullptr)},
      {"verifier: null", sceau_verify_file(nullptr, "/nowhere", nullptr, nullptr)},
      {"path: null", sceau_verify_file(verifier_.get(), nullptr, nullptr, nullptr)},
      {"verifier: null", sceau_report_ask_holder(nullptr, report.get(), nullptr, nullptr)},
      {"report: null", sceau_report_json(nullptr, SCEAU_FRENCH, SCEAU_NIR_MASKED, nullptr)},
      {"document: null", sceau_inspect_bytes(nullptr, 1, nullptr, SCEAU_FRENCH, nullptr)},
  }};
  for (const auto& [what, answer] : calls) EXPECT_EQ(answer, nullptr) << what;
  EXPECT_EQ(error_.code(), "options.unusable");
  EXPECT_EQ(error_.detail(), "trust: null");
  EXPECT_EQ(sceau_report_ask_holder(verifier_.get(), nullptr, nullptr, error_.out()), nullptr);
  EXPECT_EQ(error_.detail(), "report: null");
}

TEST_F(CApiTest, WhatOnlyLooksOrFreesTakesNull) {
  EXPECT_STREQ(sceau_report_verdict(nullptr), "undetermined");
  EXPECT_STREQ(sceau_report_outcome(nullptr), "not-confirmed");
  EXPECT_STREQ(sceau_error_code(nullptr), "");
  EXPECT_STREQ(sceau_error_sentence(nullptr, SCEAU_ENGLISH), "");
  EXPECT_STREQ(sceau_error_detail(nullptr), "");
  sceau_trust_free(nullptr);
  sceau_verifier_free(nullptr);
  sceau_report_free(nullptr);
  sceau_string_free(nullptr);
  sceau_error_free(nullptr);
}

TEST_F(CApiTest, NoBytesAreAnEmptyDocument) {
  const Owned<sceau_report> report(
      sceau_verify_bytes(verifier_.get(), nullptr, 0, nullptr, nullptr, error_.out()));
  EXPECT_EQ(Json(report.get())["reasons"][0]["code"], "document.empty");
}

TEST_F(CApiTest, OnlyLanguagesAndDisplaysThatExistAreTaken) {
  const auto report = Verify();
  for (const int other : {-1, 2}) {
    EXPECT_EQ(sceau_report_json(report.get(), other, SCEAU_NIR_MASKED, error_.out()), nullptr);
    EXPECT_EQ(error_.detail(), "language");
    EXPECT_EQ(sceau_report_json(report.get(), SCEAU_FRENCH, other, error_.out()), nullptr);
    EXPECT_EQ(error_.detail(), "nir");
    EXPECT_EQ(sceau_inspect_bytes("", 0, nullptr, other, error_.out()), nullptr);
    EXPECT_EQ(error_.detail(), "language");
  }
}

TEST_F(CApiTest, InspectingTrustsNobody) {
  const Owned<char> text(
      sceau_inspect_bytes(seal_.data(), seal_.size(), "seal.txt", SCEAU_ENGLISH, error_.out()));
  ASSERT_NE(text, nullptr) << error_.code();
  const json inspection = json::parse(text.get());
  EXPECT_EQ(inspection["file"], "seal.txt");
  EXPECT_EQ(inspection["symbols"][0]["kind"], "ad1");
}

TEST_F(CApiTest, OneVerifierServesManyThreads) {
  std::atomic<int> good = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i) {
      threads.emplace_back([&] {
        for (int round = 0; round < 20; ++round) {
          const Owned<sceau_report> report(sceau_verify_bytes(
              verifier_.get(), seal_.data(), seal_.size(), nullptr, nullptr, nullptr));
          if (Json(report.get())["verdict"] == "valid") ++good;
        }
      });
    }
  }
  EXPECT_EQ(good, 160);
}

TEST_F(CApiTest, AProgramInCVerifies) {
  EXPECT_STREQ(sceau_plain_c_failure(folder_.c_str(), seal_.c_str(), kOptions), nullptr);
}

TEST(CApiVersionTest, IsThatOfTheLibrary) { EXPECT_EQ(sceau_version(), Version()); }

}  // namespace
}  // namespace sceau
