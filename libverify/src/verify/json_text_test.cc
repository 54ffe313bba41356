// SPDX-License-Identifier: Apache-2.0
#include "verify/json_text.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "sceau/verify.h"

namespace sceau::verify {
namespace {

TEST(JsonTextTest, InvisibleCharactersAreEscapedAndReadBack) {
  const std::string name = "a\x1B\xC2\x9B\xE2\x80\xAE\xF3\xA0\x80\x81é";
  Json json;
  json["name"] = name;
  const std::string line = ToLine(json);
  EXPECT_EQ(line, R"({"name":"a\u001b\u009b\u202e\udb40\udc01é"})");
  EXPECT_EQ(Json::parse(line)["name"], name);
}

TEST(JsonTextTest, BytesThatAreNotUtf8CannotComeOut) {
  for (int byte = 0; byte < 256; ++byte) {
    Json json;
    json["v"] = std::string(1, static_cast<char>(byte));
    const std::string line = ToLine(json);
    ASSERT_TRUE(IsUtf8(line));
    EXPECT_FALSE(line.empty());
    const auto decoded = DecodeUtf8(line);
    for (char32_t c : *decoded) EXPECT_FALSE(IsUnsafeInText(c)) << byte;
    EXPECT_TRUE(Json::accept(line));
  }
}

TEST(ReportJsonTest, AnEmptyReportSaysUndetermined) {
  Report report;
  report.file = "a\nb.pdf";
  report.date_of_care = *ParseIsoDate("2026-11-23");
  report.policy = "counter";
  report.reasons = {{Reason::kDocumentNoCode, ""}};
  const Json json = Json::parse(ReportToJson(report, Language::kEnglish, NirDisplay::kMasked));
  EXPECT_EQ(json["schema_version"], 1);
  EXPECT_EQ(json["verdict"], "undetermined");
  EXPECT_EQ(json["file"], "a\nb.pdf");
  EXPECT_EQ(json["date_of_care"], "2026-11-23");
  EXPECT_EQ(json["reasons"][0]["code"], "document.no-code");
  EXPECT_TRUE(json["seals"].empty());
  EXPECT_TRUE(json["others"].empty());
}

// A program that gave the name must find it again; a terminal must not obey it.
TEST(ReportJsonTest, FilesAreNamedAsTheyWereGiven) {
  for (const std::string name :
       {"Attestation de Zo\xC3\xAB.pdf", "a\x1B[2J\u202Eb.pdf", "\\u{000A} \"quoted\".pdf"}) {
    Report report;
    report.file = name;
    report.request_id = name;
    const std::string line = ReportToJson(report, Language::kEnglish, NirDisplay::kMasked);
    const Json json = Json::parse(line);
    EXPECT_EQ(json["file"], name);
    EXPECT_EQ(json["request_id"], name);
    const auto decoded = DecodeUtf8(line);
    for (char32_t c : *decoded) EXPECT_FALSE(IsUnsafeInText(c)) << line;
  }
  Report report;
  report.file = "a\xFF.pdf";
  EXPECT_EQ(Json::parse(ReportToJson(report, Language::kEnglish, NirDisplay::kMasked))["file"],
            "a\\x{FF}.pdf");
}

TEST(ReportJsonTest, A2dDocHasItsHeaderAndRawFields) {
  Report report;
  SealReport seal;
  seal.format = "2d-doc";
  seal.signature = Signature::kVerified;
  seal.axes.seal = SealAxis::kGenuine;
  seal.corners = {{{1.04, 2}, {3, 4}, {5, 6}, {7, 8}}};
  seal.issuer = IssuerIdentity{"FR00/0001", "CERTIFICAT DE TEST"};
  seal.claims.emplace();
  seal.claims->header = {{"ca_id", "FR00"}, {"country", std::nullopt}};
  ClaimField& field = seal.claims->fields.emplace_back();
  field.id = "10";
  field.value = "M/X ";
  field.truncated = true;
  ClaimField& annex = seal.claims->unsigned_annex.emplace_back();
  annex.id = "01";
  annex.value = "Y";
  report.seals.push_back(seal);
  const Json json =
      Json::parse(ReportToJson(report, Language::kFrench, NirDisplay::kMasked))["seals"][0];
  EXPECT_EQ(json["signature"], "verified");
  EXPECT_EQ(json["axes"]["seal"], "genuine");
  EXPECT_EQ(json["axes"]["rights"], "not-run");
  EXPECT_EQ(json["corners"][0][0], 1.0);
  EXPECT_EQ(json["claims"]["ca_id"], "FR00");
  EXPECT_TRUE(json["claims"]["country"].is_null());
  EXPECT_EQ(json["claims"]["fields"]["10"], "M/X ");
  EXPECT_EQ(json["claims"]["labels"]["10"]["truncated"], true);
  EXPECT_EQ(json["unsigned_annex"]["01"], "Y");
}

TEST(ReportJsonTest, EveryAxisNameIsWritten) {
  EXPECT_EQ(Name(SealAxis::kIssuerNotAllowed), "issuer-not-allowed");
  EXPECT_EQ(Name(StatusAxis::kNotOffered), "not-offered");
  EXPECT_EQ(Name(StatusAxis::kNeverIssued), "never-issued");
  EXPECT_EQ(Name(RightsAxis::kNotYet), "not-yet");
  EXPECT_EQ(Name(HolderAxis::kNotAsked), "not-asked");
  EXPECT_EQ(Name(DocumentAxis::kNotCompared), "not-compared");
  EXPECT_EQ(Name(FreshnessAxis::kClockSuspect), "clock-suspect");
  EXPECT_EQ(Name(Verdict::kInvalid), "invalid");
  EXPECT_EQ(Name(Signature::kMismatch), "mismatch");
}

}  // namespace
}  // namespace sceau::verify
