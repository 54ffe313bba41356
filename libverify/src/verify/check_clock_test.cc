// SPDX-License-Identifier: Apache-2.0
#include "verify/check_clock.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "verify/testing/context_fixture.h"

namespace sceau::verify {
namespace {

using std::chrono::hours;
using std::chrono::seconds;
using testing_support::At;
using testing_support::SomeAttestation;

constexpr seconds kSecond{1};

Validity SignedBetween(Instant first, Instant last) {
  return {.signed_between = std::pair(first, last)};
}

TEST(CheckClockTest, ASealOfLaterThanNowIsTold) {
  const Instant now = At("2026-11-23");
  struct Row {
    Instant first;
    bool after;
    bool in_future;
  };
  const Row rows[] = {{now - kSecond, false, false},
                      {now, false, false},
                      {now + kSecond, true, false},
                      {now + hours{24}, true, false},
                      {now + hours{24} + kSecond, true, true}};
  for (const Row& row : rows) {
    // The last instant of a day does not count: the seal may be of its first.
    const Validity validity = SignedBetween(row.first, row.first + hours{48});
    EXPECT_EQ(IsSignedAfter(validity, now), row.after) << &row - rows;
    EXPECT_EQ(IsSignedInFuture(validity, now), row.in_future) << &row - rows;
  }
  EXPECT_FALSE(IsSignedAfter(Validity{}, now));
  EXPECT_FALSE(IsSignedInFuture(Validity{}, now));
}

TEST(CheckClockTest, AClockIsDoubtfulBehindTheBundleOrBehindTheSeal) {
  const Instant seen = At("2026-11-20");
  const trust::BundleContent content{1, seen, At("2026-12-20"), {}};
  const trust::TrustStore trust = trust::TrustStore::FromBundle(content, {}, seen, {});
  const Validity old = SignedBetween(At("2026-11-02"), At("2026-11-02"));
  EXPECT_FALSE(IsClockDoubtful(old, trust, seen));
  EXPECT_TRUE(IsClockDoubtful(old, trust, seen - kSecond));
  EXPECT_FALSE(IsClockDoubtful(old, trust, At("2027-12-20"))) << "ahead, or a stale bundle";
  const Validity young = SignedBetween(seen + hours{1}, seen + hours{1});
  EXPECT_TRUE(IsClockDoubtful(young, trust, seen + hours{1} - kSecond));
  EXPECT_FALSE(IsClockDoubtful(young, trust, seen + hours{1}));
}

class OneSealReader : public isolation::Reader {
 public:
  absl::StatusOr<isolation::ReadOutcome> Read(ByteSpan, const Limits&) override { return outcome; }
  isolation::ReadOutcome outcome;
};

class WrongClockTest : public ContextFixture {
 protected:
  WrongClockTest() : ContextFixture(&reader_) {}

  Report RunOn(const std::string& payload) {
    Page page;
    page.number = 1;
    page.symbols.push_back({Symbology::kQrCode, ToBytes(AsBytes(payload)), {}});
    reader_.outcome.content.pages = {page};
    return VerifyDocument({}, "a.pdf", context_);
  }

  OneSealReader reader_;
};

// The date of care is the clock's own day in all of them, unless it says "asked".
TEST_F(WrongClockTest, AWrongClockSaysNothingAgainstAPaper) {
  trust::BundleContent content{1,
                               StartOfParisDay(*ParseIsoDate("2026-11-20")),
                               StartOfParisDay(*ParseIsoDate("2026-12-20")),
                               {{.name = "Caisse de la liste",
                                 .certificates = {issuer_.certificate},
                                 .formats = {"ad1"},
                                 .funds = {"01"},
                                 .retired = std::nullopt,
                                 .compromised = std::nullopt}}};
  const trust::TrustStore bundle =
      trust::TrustStore::FromBundle(content, Bytes(32, 0xAB), content.issued, {});
  Attestation old = SomeAttestation();
  old.issued_at -= std::chrono::days{100};
  old.valid_from = *ParseIsoDate("2026-07-25");
  old.valid_until = *ParseIsoDate("2026-08-31");
  const Attestation young = SomeAttestation();  // signed on 2026-11-02 at 9 o'clock
  struct Row {
    std::string_view what;
    Attestation attestation;
    bool by_bundle;
    Instant now;
    std::optional<Date> asked;
    SealAxis seal;
    RightsAxis rights;
    Verdict verdict;
    std::optional<Reason> reason;
  };
  using enum Verdict;
  const hours day{24};
  const Instant signed_at = young.issued_at;
  const Instant seen = content.issued;
  const Date asked = *ParseIsoDate("2026-11-19");
  const Row rows[] = {
      {"expired",
       old,
       true,
       seen,
       {},
       SealAxis::kGenuine,
       RightsAxis::kExpired,
       kInvalid,
       Reason::kRightsExpired},
      {"expired, clock behind the bundle",
       old,
       true,
       seen - kSecond,
       {},
       SealAxis::kGenuine,
       RightsAxis::kNotRun,
       kUndetermined,
       Reason::kFreshnessClockSuspect},
      {"expired on a day that was asked about, clock behind the bundle", old, true,
       seen - kSecond - day, asked, SealAxis::kGenuine, RightsAxis::kExpired, kInvalid,
       Reason::kRightsExpired},
      {"open, clock behind the bundle",
       young,
       true,
       seen - kSecond,
       {},
       SealAxis::kGenuine,
       RightsAxis::kOpen,
       kUndetermined,
       Reason::kFreshnessClockSuspect},
      {"the second of the signature",
       young,
       false,
       signed_at,
       {},
       SealAxis::kGenuine,
       RightsAxis::kOpen,
       kValid,
       std::nullopt},
      {"a second before it",
       young,
       false,
       signed_at - kSecond,
       {},
       SealAxis::kGenuine,
       RightsAxis::kOpen,
       kValid,
       std::nullopt},
      {"the evening before",
       young,
       false,
       signed_at - day / 2,
       {},
       SealAxis::kGenuine,
       RightsAxis::kNotRun,
       kUndetermined,
       Reason::kSealSignedInFuture},
      {"a day before",
       young,
       false,
       signed_at - day,
       {},
       SealAxis::kGenuine,
       RightsAxis::kNotRun,
       kUndetermined,
       Reason::kSealSignedInFuture},
      {"a day and a second before",
       young,
       false,
       signed_at - day - kSecond,
       {},
       SealAxis::kIssuerUnknown,
       RightsAxis::kNotRun,
       kUndetermined,
       Reason::kSealSignedInFuture},
      {"a year that no clock should show",
       young,
       false,
       Instant{},
       {},
       SealAxis::kIssuerUnknown,
       RightsAxis::kNotRun,
       kUndetermined,
       Reason::kSealSignedInFuture},
      {"not yet on a day that was asked about", young, false, signed_at - day,
       *ParseIsoDate("2026-10-30"), SealAxis::kGenuine, RightsAxis::kNotYet, kInvalid,
       Reason::kRightsAttestationNotYet},
  };
  const trust::TrustStore directory = testing_support::TrustIn({issuer_.certificate});
  for (const Row& row : rows) {
    SCOPED_TRACE(row.what);
    context_.trust = row.by_bundle ? &bundle : &directory;
    context_.now = row.now;
    context_.date_of_care = row.asked.value_or(ParisDay(row.now));
    const Report report = RunOn(issuer_.Seal(row.attestation));
    const SealReport& seal = report.seals.at(0);
    EXPECT_EQ(seal.axes.seal, row.seal);
    EXPECT_EQ(seal.axes.rights, row.rights);
    EXPECT_EQ(report.verdict, row.verdict);
    const std::vector<Reason> reasons = Reasons(seal.reasons);
    if (row.reason) {
      EXPECT_EQ(std::ranges::count(reasons, *row.reason), 1);
    }
    if (row.rights == RightsAxis::kNotRun) {
      for (const Reason reason : reasons) EXPECT_NE(AreaOf(reason), ReasonArea::kRights);
    }
  }
}

// That a key was retired, stolen or not yet valid stands in two dates that are not the clock's.
TEST_F(WrongClockTest, AClockThatIsBehindExcusesNoKey) {
  trust::BundleContent content{1,
                               StartOfParisDay(*ParseIsoDate("2026-11-20")),
                               StartOfParisDay(*ParseIsoDate("2026-12-20")),
                               {{.name = "Caisse de la liste",
                                 .certificates = {issuer_.certificate},
                                 .formats = {"ad1"},
                                 .funds = {"01"},
                                 .retired = SomeAttestation().issued_at,
                                 .compromised = std::nullopt}}};
  trust_ = trust::TrustStore::FromBundle(content, Bytes(32, 0xAB), content.issued, {});
  context_.now = SomeAttestation().issued_at - std::chrono::days{30};
  const Report report = RunOn(issuer_.Seal(SomeAttestation()));
  EXPECT_EQ(report.verdict, Verdict::kInvalid);
  EXPECT_EQ(report.seals[0].axes.seal, SealAxis::kIssuerNotAllowed);
}

// Behind the bundle, the clock cannot say that a day is still to come.
TEST_F(WrongClockTest, ADoubtfulClockSaysOfNoDayThatItIsToCome) {
  const Instant seen = StartOfParisDay(*ParseIsoDate("2026-11-20"));
  const trust::BundleContent content{1,
                                     seen,
                                     StartOfParisDay(*ParseIsoDate("2026-12-20")),
                                     {{.name = "Caisse de la liste",
                                       .certificates = {issuer_.certificate},
                                       .formats = {"ad1"},
                                       .funds = {"01"},
                                       .retired = std::nullopt,
                                       .compromised = std::nullopt}}};
  trust_ = trust::TrustStore::FromBundle(content, Bytes(32, 0xAB), seen, {});
  context_.date_of_care = *ParseIsoDate("2026-11-23");
  for (const bool doubtful : {false, true}) {
    context_.now = doubtful ? seen - kSecond : seen;
    const std::vector<Reason> reasons =
        Reasons(RunOn(issuer_.Seal(SomeAttestation())).seals.at(0).reasons);
    EXPECT_EQ(std::ranges::count(reasons, Reason::kRightsFutureDate), doubtful ? 0 : 1);
  }
}

}  // namespace
}  // namespace sceau::verify
