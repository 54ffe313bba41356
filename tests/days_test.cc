// SPDX-License-Identifier: Apache-2.0
// An attestation is in date from the first to the last second of its days in Paris, whatever the
// clocks do on them: over the public interface, with the clock injected.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "sceau/issue.h"
#include "sceau/verify.h"

namespace sceau {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

class DaysTest : public testing::TestWithParam<const char*> {
 protected:
  DaysTest() : folder_(testing::TempDir() + "sceau-days-" + std::to_string(::getpid())) {
    std::filesystem::create_directories(folder_ + "/trust");
    const KeyPair pair = *GenerateKeyPair({.organisation = "Caisse d'essai",
                                           .valid_from = *ParseIsoDate("2026-01-01"),
                                           .valid_until = *ParseIsoDate("2029-12-31")});
    std::ofstream(folder_ + "/key") << pair.private_key_pem;
    std::filesystem::permissions(folder_ + "/key", std::filesystem::perms::owner_read);
    std::ofstream(folder_ + "/trust/cert.pem") << pair.certificate_pem;
    const auto none = [] { return absl::StatusOr<std::string>(std::string()); };
    options_.issuer = *LoadIssuerKey(folder_ + "/key", folder_ + "/trust/cert.pem", none);
    options_.no_status = true;
    options_.drawing = Drawing::kNone;
  }
  ~DaysTest() override { std::filesystem::remove_all(folder_); }

  std::string Issue(Date from, Date until) {
    options_.now = [from] { return StartOfParisDay(from) - hours{48}; };
    return IssueAttestation(R"({"holder": {"birth_name": "LEFÈVRE", "given_names": "Zoé",
      "birth_date": "19840512"}, "fund": {"code": "019990000", "name": "CPAM de Fiction"},
      "rights": [{"kind": "base", "from": "2026-01-01"}], "valid_from": ")" +
                                FormatIsoDate(from) + R"(", "valid_until": ")" +
                                FormatIsoDate(until) + "\"}",
                            options_)
        ->seal_text;
  }
  RightsAxis RightsAt(const std::string& seal, Instant now) const {
    VerifyOptions options;
    options.trust = *LoadTrustDirectory(folder_ + "/trust");
    options.now = [now] { return now; };
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(seal.data());
    const Report report =
        Verifier::Create(std::move(options))->VerifyBytes({bytes, seal.size()}, "seal");
    EXPECT_EQ(report.seals.size(), 1U);
    return report.seals.at(0).axes.rights;
  }

  std::string folder_;
  IssueOptions options_;
};

TEST_P(DaysTest, AreWholeOnBothSides) {
  const Date day = *ParseIsoDate(GetParam());
  const std::string last = Issue(AddDays(day, -30), day);
  const Instant end = StartOfParisDay(AddDays(day, 1));
  EXPECT_EQ(RightsAt(last, end - seconds{1}), RightsAxis::kOpen);
  EXPECT_EQ(RightsAt(last, end), RightsAxis::kExpired);
  const std::string first = Issue(day, AddDays(day, 30));
  const Instant start = StartOfParisDay(day);
  EXPECT_EQ(RightsAt(first, start - seconds{1}), RightsAxis::kNotYet);
  EXPECT_EQ(RightsAt(first, start), RightsAxis::kOpen);
}

// The clocks go forward, they go back, a leap day and the day after it, a year's end.
INSTANTIATE_TEST_SUITE_P(Boundaries, DaysTest,
                         testing::Values("2027-03-28", "2027-10-31", "2028-02-29", "2028-03-01",
                                         "2027-02-28", "2027-12-31"));

}  // namespace
}  // namespace sceau
