// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "attestation/claims_of.h"
#include "sceau/verify.h"
#include "verify/testing/test_issuer.h"

namespace sceau {
namespace {

TEST(ReportCsvTest, ACellIsQuotedAndNeverAFormula) {
  struct Case {
    const char* text;
    const char* cell;
  };
  const Case cases[] = {
      {"", "\"\""},
      {"DURAND; Zoé", "\"DURAND; Zoé\""},
      {"a \"b\"", "\"a \"\"b\"\"\""},
      {"=1+1", "\"'=1+1\""},
      {"+33", "\"'+33\""},
      {"-1", "\"'-1\""},
      {"@SUM(A1)", "\"'@SUM(A1)\""},
      {"  =1", "\"'  =1\""},
      {"＝1", "\"'＝1\""},
      {"a=1", "\"a=1\""},
      {"   ", "\"   \""},
      {"\t=1", "\"\\u{0009}=1\""},
      {"\r\n=1", "\"\\u{000D}\\u{000A}=1\""},
      {"\xFF", "\"\\x{FF}\""},
      {"\u202E=1", "\"\\u{202E}=1\""},
  };
  for (const Case& c : cases) EXPECT_EQ(CsvCell(c.text), c.cell) << c.text;
}

TEST(ReportCsvTest, TheHeadingNamesAsManyCellsAsARowHas) {
  const auto cells = [](const std::string& row) { return std::count(row.begin(), row.end(), ';'); };
  const std::string heading = CsvHeading();
  EXPECT_TRUE(heading.starts_with("\xEF\xBB\xBF\"file\";\"verdict\";")) << heading;
  EXPECT_TRUE(heading.ends_with(
      "\"outcome\";\"request_id\";\"authority\";\"replayed\";\"seal_outcome\";\"printed_agrees\";"
      "\"printed_differs\";\"printed_not_compared\";\"compare_by_eye\"\r\n"));
  EXPECT_EQ(cells(FailureToCsv({"a", ""}, Reason::kDocumentMissing)), cells(heading));
  EXPECT_EQ(cells(ReportToCsv({}, NirDisplay::kMasked)), cells(heading));
}

TEST(ReportCsvTest, FactsOfThePageAreNamedByWhatBecameOfThem) {
  Report report;
  SealReport& seal = report.seals.emplace_back();
  seal.compare_by_eye = true;
  seal.printed = {{.fact = {PrintedKind::kBirthName}, .result = FactResult::kAgrees},
                  {.fact = {PrintedKind::kRightUntil, 1}, .result = FactResult::kDiffers},
                  {.fact = {PrintedKind::kDependantName, 0}},
                  {.fact = {PrintedKind::kNir}}};
  const std::string row = ReportToCsv(report, NirDisplay::kMasked);
  EXPECT_TRUE(
      row.ends_with("\"birth-name\";\"right-until/2\";\"dependant-name/1 nir\";\"true\"\r\n"))
      << row;
}

TEST(ReportCsvTest, ARowASealAndTheDocumentsVerdictOnEach) {
  Report report;
  report.file = "a.pdf";
  report.verdict = Verdict::kInvalid;
  report.outcome = Outcome::kRightsNotOpen;
  report.request_id = "=r1";
  SealReport seal;
  seal.format = "ad1";
  seal.page = 2;
  seal.verdict = Verdict::kValid;
  seal.axes.seal = SealAxis::kGenuine;
  seal.axes.rights = RightsAxis::kClosed;
  seal.axes.holder = HolderAxis::kMatches;
  seal.axes.freshness = FreshnessAxis::kStale;
  seal.reasons = {{Reason::kRightsClosed, "not told"}, {Reason::kFreshnessStale, ""}};
  seal.issuer = IssuerIdentity{"0123", "CPAM", "AC"};
  seal.claims = attestation::ClaimsOf(testing_support::SomeAttestation());
  report.seals = {seal, SealReport{}};
  report.reasons = {{Reason::kDocumentAssembled, ""}};
  EXPECT_EQ(ReportToCsv(report, NirDisplay::kMasked),
            "\"a.pdf\";\"invalid\";\"2\";\"ad1\";\"CPAM\";\"LEFÈVRE Zoé Anne\";\"19840512\";"
            "\"2 84 05 •• ••• ••• ••\";\"CPAM de Test\";\"genuine\";\"not-run\";\"closed\";"
            "\"matches\";\"not-run\";\"stale\";"
            "\"document.assembled rights.closed freshness.stale\";\"rights-not-open\";\"'=r1\";"
            "\"AC\";\"\";\"not-confirmed\";\"\";\"\";\"\";\"\"\r\n"
            "\"a.pdf\";\"invalid\";\"1\";\"\";\"\";\"\";\"\";\"\";\"\";\"not-run\";\"not-run\";"
            "\"not-run\";\"not-run\";\"not-run\";\"not-run\";\"document.assembled\";"
            "\"rights-not-open\";\"'=r1\";\"\";\"\";\"not-confirmed\";\"\";\"\";\"\";\"\"\r\n");
  EXPECT_NE(ReportToCsv(report, NirDisplay::kShown).find("\"284058832102532\""), std::string::npos);
}

TEST(ReportCsvTest, ADocumentWithoutASealIsARowToo) {
  Report report;
  report.file = "=a";
  report.reasons = {{Reason::kDocumentNoCode, ""}};
  report.outcome = Outcome::kNoSeal;
  EXPECT_EQ(
      ReportToCsv(report, NirDisplay::kMasked),
      "\"'=a\";\"undetermined\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";"
      "\"document.no-code\";\"no-seal\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"\"\r\n");
  const std::string failure = FailureToCsv({"b", "r"}, Reason::kDocumentMissing);
  EXPECT_TRUE(failure.starts_with("\"b\";\"\";\"")) << failure;
  EXPECT_TRUE(failure.ends_with(
      "\"document.missing\";\"not-confirmed\";\"r\";\"\";\"\";\"\";\"\";\"\";\"\";\"\"\r\n"))
      << failure;
}

TEST(ReportCsvTest, AReplayIsMarkedInEachRowAndInTheJson) {
  Report report;
  const auto json = [&] { return ReportToJson(report, Language::kEnglish, NirDisplay::kMasked); };
  EXPECT_EQ(json().find("replayed"), std::string::npos);
  report.replayed = true;
  EXPECT_NE(json().find("\"replayed\":true"), std::string::npos);
  EXPECT_TRUE(
      ReportToCsv(report, NirDisplay::kMasked).ends_with(";\"true\";\"\";\"\";\"\";\"\";\"\"\r\n"));
  report.seals.resize(2);
  const std::string rows = ReportToCsv(report, NirDisplay::kMasked);
  EXPECT_TRUE(rows.ends_with(";\"true\";\"not-confirmed\";\"\";\"\";\"\";\"\"\r\n"));
  EXPECT_NE(rows.find(";\"true\";\"not-confirmed\";\"\";\"\";\"\";\"\"\r\n\""), std::string::npos);
}

}  // namespace
}  // namespace sceau
