// SPDX-License-Identifier: Apache-2.0
// What judgements in tests depend on: one issuer, a day, the policy of the counter.
#ifndef SCEAU_VERIFY_TESTING_CONTEXT_FIXTURE_H_
#define SCEAU_VERIFY_TESTING_CONTEXT_FIXTURE_H_

#include <gtest/gtest.h>

#include <memory>
#include <vector>

#include "verify/pipeline.h"
#include "verify/testing/test_issuer.h"

namespace sceau::verify {

class ContextFixture : public testing::Test {
 protected:
  explicit ContextFixture(isolation::Reader* reader) {
    context_.reader = reader;
    context_.trust = &trust_;
    context_.policy = policy_.get();
    context_.holder = &holder_;
    context_.date_of_care = *ParseIsoDate("2026-11-23");
    context_.now = StartOfParisDay(context_.date_of_care) + std::chrono::hours{10};
  }

  static std::vector<Reason> Reasons(const std::vector<Finding>& findings) {
    std::vector<Reason> reasons;
    for (const Finding& finding : findings) reasons.push_back(finding.reason);
    return reasons;
  }

  testing_support::TestIssuer issuer_{crypto::Algorithm::kEs256, "CPAM de Test"};
  trust::TrustStore trust_ = testing_support::TrustIn({issuer_.certificate});
  std::shared_ptr<const Policy> policy_ = *NamedPolicy("counter");
  ExpectedHolder holder_;
  Context context_;
};

}  // namespace sceau::verify

#endif  // SCEAU_VERIFY_TESTING_CONTEXT_FIXTURE_H_
