// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <set>

#include "base/status.h"
#include "issue/ledger/ledger_testing.h"

namespace sceau::issue {
namespace {

class BatchTest : public LedgerFixture {
 protected:
  std::vector<IssueRequest> Requests(int count) const {
    std::vector<IssueRequest> requests;
    for (int i = 0; i < count; ++i)
      requests.push_back({ClaimsOf(fmt::format("NOM{}", 'A' + i)), fmt::format("r{}", i)});
    return requests;
  }
  // Seal texts, or the code of the reason.
  std::vector<std::string> Run(const std::vector<IssueRequest>& requests,
                               std::size_t stop_after = 1'000'000) const {
    std::vector<std::string> results;
    const absl::Status status = IssueBatch(
        requests, Options(Open()),
        [&](std::size_t index, const absl::StatusOr<IssuedAttestation>& issued) {
          EXPECT_EQ(index, results.size());
          results.push_back(issued.ok() ? issued->seal_text
                                        : std::string(ReasonCode(ReasonOf(issued.status()))));
          return results.size() < stop_after;
        });
    EXPECT_TRUE(status.ok()) << status;
    return results;
  }
};

TEST_F(BatchTest, EachRequestHasItsResultAndBadOnesDoNotStopTheOthers) {
  std::vector<IssueRequest> requests = Requests(70);  // more than one group
  requests[3].claims_json = "{";
  requests[66].claims_json = ClaimsOf("X", "284059999900181");
  requests[40].request_id = std::string(201, 'r');
  requests[20] = requests[10];                        // the same again
  requests[30].request_id = requests[11].request_id;  // other claims under the same name
  const std::vector<std::string> results = Run(requests);
  ASSERT_EQ(results.size(), 70U);
  EXPECT_EQ(results[3], "claims.not-json");
  EXPECT_EQ(results[66], "claims.nir-key");
  EXPECT_EQ(results[40], "claims.bad-text");
  EXPECT_EQ(results[20], results[10]);
  EXPECT_EQ(results[30], "ledger.request-differs");
  EXPECT_EQ(std::set<std::string>(results.begin(), results.end()).size(), 69U);
  EXPECT_EQ(SummarizeLedger(Open())->valid, 65U);
}

TEST_F(BatchTest, OneThatWasStoppedGoesOnWhereItWas) {
  const std::vector<IssueRequest> requests = Requests(12);
  const std::vector<std::string> part = Run(requests, 5);
  EXPECT_EQ(part.size(), 5U);
  const std::vector<std::string> all = Run(requests);
  ASSERT_EQ(all.size(), 12U);
  EXPECT_TRUE(std::equal(part.begin(), part.end(), all.begin()));
  EXPECT_EQ(Run(requests), all);
  EXPECT_EQ(SummarizeLedger(Open())->valid, 12U);
}

TEST_F(BatchTest, WhatWasDeliveredIsNotDrawnAgain) {
  const std::vector<IssueRequest> requests = Requests(2);
  const std::vector<std::string> first = Run(requests);
  IssueOptions options = Options(Open());
  options.drawing = Drawing::kCode;
  std::string asked;
  options.is_delivered = [&asked](const std::string& document_id) {
    const bool is_first = asked.empty();
    asked += document_id;
    return is_first;
  };
  std::vector<IssuedAttestation> again;
  ASSERT_TRUE(IssueBatch(requests, options, [&](auto, const auto& issued) {
                again.push_back(*issued);
                return true;
              }).ok());
  EXPECT_EQ(asked, again[0].document_id + again[1].document_id);
  EXPECT_EQ(again[0].seal_text, first[0]);
  EXPECT_EQ(again[0].png, "");
  EXPECT_NE(again[1].png, "");
}

TEST_F(BatchTest, LinesAreReadStrictly) {
  const auto request = ParseIssueRequest(R"({"request_id": "r", "claims": {"a": 1}})");
  ASSERT_TRUE(request.ok()) << request.status();
  EXPECT_EQ(request->request_id, "r");
  EXPECT_EQ(request->claims_json, R"({"a":1})");
  const std::pair<const char*, Reason> lines[] = {
      {"", Reason::kClaimsNotJson},
      {R"({"request_id": "r", "claims": {"a": 1, "a": 2}})", Reason::kClaimsNotJson},
      {"[]", Reason::kClaimsWrongType},
      {R"({"request_id": "r"})", Reason::kClaimsMissingField},
      {R"({"claims": {}})", Reason::kClaimsMissingField},
      {R"({"request_id": "r", "claims": {}, "x": 1})", Reason::kClaimsUnknownField},
      {R"({"request_id": 5, "claims": {}})", Reason::kClaimsWrongType},
      {R"({"request_id": "", "claims": {}})", Reason::kClaimsWrongType}};
  for (const auto& [line, reason] : lines)
    EXPECT_EQ(ReasonOf(ParseIssueRequest(line).status()), reason) << line;
  Limits small;
  small.claims_bytes = 10;
  EXPECT_EQ(ReasonOf(ParseIssueRequest(R"({"request_id": "r"})", small).status()),
            Reason::kClaimsNotJson);
}

TEST_F(BatchTest, WhatABatchCannotDoIsSaid) {
  const auto reason = [this](const std::function<void(IssueOptions&)>& change,
                             const std::vector<IssueRequest>& requests) {
    IssueOptions options = Options(Open());
    change(options);
    return ReasonOf(IssueBatch(requests, options, [](auto, const auto&) { return true; }));
  };
  const std::vector<IssueRequest> good = Requests(1);
  EXPECT_EQ(reason([](IssueOptions& o) { o.ledger.reset(); }, good), Reason::kUsage);
  EXPECT_EQ(reason([](IssueOptions& o) { o.request_id = "r"; }, good), Reason::kUsage);
  EXPECT_EQ(reason([](IssueOptions& o) { o.replaces = DocumentId{}; }, good), Reason::kUsage);
  EXPECT_EQ(reason([](IssueOptions& o) { o.issuer.reset(); }, good), Reason::kKeyMissing);
  EXPECT_EQ(reason([](IssueOptions&) {}, {{ClaimsOf("X"), ""}}), Reason::kUsage);
  // A second way of stating the status, and a ledger's options without a ledger.
  const auto one = [this](const std::function<void(IssueOptions&)>& change) {
    IssueOptions options = Options(Open());
    change(options);
    return ReasonOf(IssueAttestation(ClaimsOf("X"), options).status());
  };
  EXPECT_EQ(one([](IssueOptions& o) { o.no_status = true; }), Reason::kUsage);
  EXPECT_EQ(one([](IssueOptions& o) { o.status = StatusReference{1, 2}; }), Reason::kUsage);
  EXPECT_EQ(one([](IssueOptions& o) { o.ledger.reset(); }), Reason::kUsage);
  EXPECT_EQ(one([](IssueOptions& o) {
              o.ledger.reset();
              o.no_status = true;
              o.request_id = "r";
            }),
            Reason::kUsage);
}

}  // namespace
}  // namespace sceau::issue
