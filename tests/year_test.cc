// SPDX-License-Identifier: Apache-2.0
// A year of two funds, a publisher and a verifier, over the public interface alone: a thousand
// attestations, ten of them lost and five replaced, a bundle each month, a key retired, another
// barred, and the roots rotated. Each month every attestation is judged, one that somebody invented
// with a fund's key is refused, and each file that must not be taken is offered.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "sceau/error.h"
#include "sceau/issue.h"
#include "sceau/ledger.h"
#include "sceau/trust.h"
#include "sceau/trust_publish.h"
#include "sceau/verify.h"

namespace sceau {
namespace {

using File = std::vector<std::uint8_t>;
using std::chrono::hours;

constexpr int kMonths = 12;
constexpr int kAttestations = 1000;

Date Day(const std::string& iso) { return *ParseIsoDate(iso); }
// Bundles are published on the first of each month, at eight o'clock.
Date FirstOf(int month) { return AddMonths(Day("2026-12-01"), month); }
Instant Published(int month) { return StartOfParisDay(FirstOf(month)) + hours{8}; }

struct Attested {
  std::string seal;
  IssuedAttestation issued;
  std::string key;  // the signer's
  std::optional<Instant> withdrawn;
  std::string cause;  // of the withdrawal
  std::optional<Instant> suspended, reinstated;
};

class YearTest : public testing::Test {
 protected:
  YearTest() : folder_(testing::TempDir() + "sceau-year-" + std::to_string(::getpid())) {
    std::filesystem::create_directories(folder_);
    for (const char* name :
         {"root0", "root1", "root2", "root3", "paris", "paris2", "lille", "lille2", "stranger"})
      keys_[name] = MakeKey(name);
    for (const char* fund : {"paris", "lille"}) {
      EXPECT_TRUE(CreateLedger(Path(fund)).ok());
      ledgers_[fund] = *OpenLedger(Path(fund));
    }
  }
  ~YearTest() override { std::filesystem::remove_all(folder_); }

  std::string Path(const std::string& name) const { return folder_ + "/" + name; }

  struct Key {
    IssuerKey key;
    std::string pem;
    std::string id;
  };
  Key MakeKey(const std::string& name) const {
    const KeyPair pair = *GenerateKeyPair({.organisation = "Clé " + name,
                                           .valid_from = Day("2026-11-01"),
                                           .valid_until = Day("2028-12-31")});
    std::ofstream(Path(name + ".key")) << pair.private_key_pem;
    std::filesystem::permissions(Path(name + ".key"), std::filesystem::perms::owner_read);
    std::ofstream(Path(name + ".pem")) << pair.certificate_pem;
    const auto no_passphrase = [] { return absl::StatusOr<std::string>(std::string()); };
    return {*LoadIssuerKey(Path(name + ".key"), Path(name + ".pem"), no_passphrase),
            pair.certificate_pem, pair.key_id};
  }

  // ---- the publisher
  File SignedBy(File file, const std::vector<std::string>& names) const {
    for (const std::string& name : names) file = *SignTrustFile(file, keys_.at(name).key);
    return file;
  }
  File MakeRootSet(const std::vector<std::string>& names, const File& replaces,
                   const std::vector<std::string>& signers) const {
    NewRoots request{.certificates_pem = {}, .threshold = 2, .replaces = replaces};
    for (const std::string& name : names) request.certificates_pem.push_back(keys_.at(name).pem);
    return SignedBy(*MakeRoots(request), signers);
  }
  void AddFund(const std::string& key, const std::string& name, const std::string& prefix) {
    draft_ = *AddIssuer(draft_, {.name = name,
                                 .certificates_pem = {keys_.at(key).pem},
                                 .formats = {"ad1"},
                                 .funds = {prefix}});
  }
  std::vector<File> StatusLists(Instant now) const {
    std::vector<File> files;
    for (const char* key : {"paris", "paris2", "lille", "lille2"}) {
      const std::string fund = std::string(key).starts_with("paris") ? "paris" : "lille";
      const auto lists =
          SignStatusLists(ledgers_.at(fund), keys_.at(key).key, now, now + std::chrono::days{35});
      for (const SignedStatusList& list : *lists) {
        if (draft_.find(Escaped(keys_.at(key).pem)) != draft_.npos) files.push_back(list.file);
      }
    }
    return files;
  }
  // PEM, escaped for JSON.
  static std::string Escaped(std::string pem) {
    for (std::size_t at = 0; (at = pem.find('\n', at)) != pem.npos; at += 2)
      pem.replace(at, 1, "\\n");
    return pem;
  }
  // Not signed yet; the draft stays as it is.
  BuiltBundle Build(const std::string& draft, Instant issued) const {
    auto built = BuildBundle({.draft = draft,
                              .roots = roots_,
                              .status_lists = lists_,
                              .issued = issued,
                              .next_update = issued + std::chrono::days{35}});
    EXPECT_TRUE(built.ok()) << built.status();
    return *std::move(built);
  }

  // The bundle that would come after this sequence.
  File Renumbered(std::uint64_t sequence, Instant issued) const {
    const std::string name = "\"sequence\": ";
    const std::size_t at = draft_.find(name) + name.size();
    const std::size_t end = draft_.find_first_not_of("0123456789", at);
    return Build(draft_.substr(0, at) + std::to_string(sequence) + draft_.substr(end), issued).file;
  }

  // ---- the funds
  IssueOptions Options(const std::string& key, Instant now) const {
    IssueOptions options;
    options.issuer = keys_.at(key).key;
    options.ledger = ledgers_.at(key.starts_with("paris") ? "paris" : "lille");
    options.now = [now] { return now; };
    options.drawing = Drawing::kNone;
    return options;
  }
  static std::string Claims(const std::string& fund_code, Instant now,
                            std::optional<Date> ends = std::nullopt) {
    const Date today = ParisDay(now);
    const Date until = ends.value_or(AddMonths(today, 4));
    return R"({"holder": {"birth_name": "LEFÈVRE", "given_names": "Zoé", "birth_date": "19840512"},
      "fund": {"code": ")" +
           fund_code + R"(", "name": "CPAM de Fiction"},
      "rights": [{"kind": "base", "from": "2026-01-01"}],
      "valid_from": ")" +
           FormatIsoDate(today) + R"(", "valid_until": ")" + FormatIsoDate(until) + "\"}";
  }
  Attested Issue(const std::string& key, Instant now,
                 std::optional<DocumentId> replaces = std::nullopt) const {
    IssueOptions options = Options(key, now);
    options.replaces = replaces;
    const std::string code = key.starts_with("paris") ? "017510000" : "015910000";
    auto issued = IssueAttestation(Claims(code, now), options);
    EXPECT_TRUE(issued.ok()) << issued.status();
    Attested attested;
    attested.seal = issued->seal_text;
    attested.issued = *std::move(issued);
    attested.key = key;
    return attested;
  }
  const Ledger& LedgerOf(const Attested& attested) const {
    return ledgers_.at(attested.key.starts_with("paris") ? "paris" : "lille");
  }

  // ---- the verifier
  Reason Refused(const File& bundle, Instant now, const std::string& state = "state") const {
    const absl::Status status = InstallBundle(Path(state), bundle, now);
    EXPECT_FALSE(status.ok());
    return status.ok() ? Reason::kInternal : ReasonOf(status);
  }
  Verifier VerifierAt(Instant now, const std::string& state = "state") const {
    VerifyOptions options;
    options.trust = *LoadInstalledTrust(Path(state));
    options.now = [now] { return now; };
    return *Verifier::Create(std::move(options));
  }
  static Report Judge(const Verifier& verifier, const Attested& attested) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(attested.seal.data());
    return verifier.VerifyBytes({bytes, attested.seal.size()}, "seal");
  }
  // Checks that the answer is what the story says it must be, which is computed without the
  // library's checks.
  void Expect(const Attested& attested, Instant published, Instant now,
              const Report& report) const {
    ASSERT_EQ(report.seals.size(), 1U);
    const Axes& axes = report.seals[0].axes;
    const Instant issued = attested.issued.attestation.issued_at;
    const bool barred = (attested.key == "lille" && compromised_ && issued >= *compromised_) ||
                        (attested.key == "paris" && retired_ && issued >= *retired_);
    EXPECT_EQ(axes.seal, barred ? SealAxis::kIssuerNotAllowed : SealAxis::kGenuine);
    const bool withdrawn = attested.withdrawn && *attested.withdrawn <= published;
    const bool suspended = attested.suspended && *attested.suspended <= published &&
                           !(attested.reinstated && *attested.reinstated <= published);
    const bool expired = ParisDay(now) > attested.issued.attestation.valid_until;
    if (!barred) {
      EXPECT_EQ(axes.status, withdrawn   ? StatusAxis::kRevoked
                             : suspended ? StatusAxis::kSuspended
                                         : StatusAxis::kCurrent);
      EXPECT_EQ(axes.rights, expired ? RightsAxis::kExpired : RightsAxis::kOpen);
    }
    if (withdrawn && !barred) {
      ASSERT_TRUE(report.seals[0].withdrawal);
      EXPECT_EQ(report.seals[0].withdrawal->reason, attested.cause);
      EXPECT_EQ(report.seals[0].withdrawal->since, ParisDay(*attested.withdrawn));
    }
    EXPECT_EQ(axes.freshness, FreshnessAxis::kFresh);
    const bool good = !barred && !withdrawn && !suspended && !expired;
    EXPECT_EQ(report.verdict == Verdict::kValid, good);
  }

  void IssueUntil(int month);
  void PlayEvents(int month);
  void JudgeAll(int month) const;
  void RefuseInvented(int month) const;
  void RefuseBadFiles(int month, const BuiltBundle& built, const File& taken, const File& before);
  void JudgeFresh(Instant now) const;
  void JudgeStolenRetiredKey(Instant now) const;
  std::string SealedBy(const std::string& key, Attestation attestation) const;

  std::string folder_;
  std::map<std::string, Key> keys_;
  std::map<std::string, Ledger> ledgers_;
  std::vector<File> roots_;
  std::vector<std::string> signers_ = {"root0", "root2"};
  std::string draft_;
  std::optional<Instant> retired_;      // Paris's first key
  std::optional<Instant> compromised_;  // Lille's
  std::vector<Attested> all_;
  std::vector<File> lists_;  // of this month, of withdrawals
};

// Files that are offered right after this month's file was taken.
void YearTest::RefuseBadFiles(int month, const BuiltBundle& built, const File& taken,
                              const File& before) {
  const Instant now = Published(month) + hours{1};
  if (!before.empty()) {
    EXPECT_EQ(Refused(before, now),
              month == 6 ? Reason::kTrustRootsRollback : Reason::kTrustBundleRollback);
  }
  EXPECT_EQ(Refused(SignedBy(built.file, {signers_[0]}), now), Reason::kTrustBundleThreshold);
  EXPECT_EQ(Refused(SignedBy(built.file, {signers_[0], signers_[0]}), now),
            Reason::kTrustBundleThreshold);
  File changed = taken;
  changed.back() ^= 1U;
  EXPECT_EQ(Refused(changed, now), Reason::kTrustBundleThreshold);
  EXPECT_EQ(Refused(File(taken.begin(), taken.end() - 1), now), Reason::kTrustFileMalformed);
  EXPECT_EQ(Refused(File((std::size_t{32} << 20) + 1), now), Reason::kTrustTooLarge);
  // Another file of the same number, and others that lie about theirs or about their date.
  EXPECT_EQ(Refused(SignedBy(Renumbered(built.sequence - 1, now), signers_), now),
            Reason::kTrustBundleFork);
  EXPECT_EQ(Refused(SignedBy(Renumbered(built.sequence + 2'000'000, now), signers_), now),
            Reason::kTrustBundleFastForward);
  EXPECT_EQ(
      Refused(SignedBy(Renumbered(built.sequence, Published(month) - hours{24}), signers_), now),
      Reason::kTrustBundleOlderDate);
  EXPECT_EQ(Refused(SignedBy(Renumbered(built.sequence, now + hours{48}), signers_), now),
            Reason::kTrustBundleFromFuture);
  EXPECT_EQ(Refused(SignedBy(Renumbered(built.sequence, now), signers_), now + hours{24 * 36}),
            Reason::kTrustBundleExpired);
}

// Spread over the month before the first of `month`.
void YearTest::IssueUntil(int month) {
  const int count = kAttestations * (month + 1) / kMonths - kAttestations * month / kMonths;
  const Instant begin = Published(month - 1) + hours{12};
  const auto step = (Published(month) - hours{24} - begin) / count;
  for (int i = 0; i < count; ++i) {
    const Instant now = begin + i * step;
    const bool paris = i % 2 == 0;
    all_.push_back(
        Issue(paris ? (retired_ ? "paris2" : "paris") : (compromised_ ? "lille2" : "lille"), now));
  }
}

// Plays what happens on the day before the first of `month`.
void YearTest::PlayEvents(int month) {
  const Instant now = Published(month) - hours{20};
  if (month >= 1 && month <= 10) {
    Attested& lost = all_.at(static_cast<std::size_t>(month) * 37);
    ASSERT_EQ(*Withdraw(LedgerOf(lost), {lost.issued.attestation.document_id, std::nullopt},
                        WithdrawalReason::kLost, now),
              1U);
    lost.withdrawn = now;
    lost.cause = "lost";
  }
  if (month >= 2 && month <= 10 && month % 2 == 0) {
    Attested& old = all_.at(static_cast<std::size_t>(month) * 11 + 3);
    const bool paris = old.key.starts_with("paris");
    const Attested fresh =
        Issue(paris ? (retired_ ? "paris2" : "paris") : (compromised_ ? "lille2" : "lille"), now,
              old.issued.attestation.document_id);
    old.withdrawn = now;
    old.cause = "replaced";
    all_.push_back(fresh);
  }
  Attested& doubtful = all_.at(5);
  const LedgerSelection which{doubtful.issued.attestation.document_id, std::nullopt};
  if (month == 1) {
    ASSERT_EQ(*Suspend(LedgerOf(doubtful), which, WithdrawalReason::kFraud, now), 1U);
    doubtful.suspended = now;
  }
  if (month == 3) {
    ASSERT_EQ(*Reinstate(LedgerOf(doubtful), which, now), 1U);
    doubtful.reinstated = now;
  }
  if (month == 5) {
    AddFund("paris2", "CPAM de Paris", "01751");
    retired_ = StartOfParisDay(FirstOf(5));
    draft_ = *RetireIssuer(draft_, keys_.at("paris").id, *retired_);
    all_.push_back(Issue("paris", *retired_ + hours{1}));  // by somebody who does not know of it
  }
  if (month == 6) {
    roots_.push_back(MakeRootSet({"root1", "root2", "root3"}, roots_[0], {"root1", "root2"}));
    signers_ = {"root1", "root3"};
  }
  if (month == 8) {  // found out after ten days
    AddFund("lille2", "CPAM de Lille", "01591");
    compromised_ = now - std::chrono::days{10};
    draft_ = *CompromiseIssuer(draft_, keys_.at("lille").id, *compromised_);
    all_.push_back(Issue("lille", *compromised_ + hours{1}));  // by the thief
  }
}

void YearTest::JudgeAll(int month) const {
  const Instant now = Published(month) + hours{4};
  const Verifier verifier = VerifierAt(now);
  for (std::size_t i = 0; i < all_.size(); ++i) {
    SCOPED_TRACE("month " + std::to_string(month) + ", attestation " + std::to_string(i));
    Expect(all_[i], Published(month), now, Judge(verifier, all_[i]));
    if (HasFatalFailure() || HasNonfatalFailure()) return;
  }
}

// Seals that were made with the key of Paris outside its ledger, dated when that key was good, with
// an entry that the ledger never gave. The lists are younger by an hour, or by more than an hour.
void YearTest::RefuseInvented(int month) const {
  const Instant now = Published(month) + hours{4};
  const Verifier verifier = VerifierAt(now);
  const Instant late = Published(month) - hours{1};
  const Instant dated =
      std::min(late - std::chrono::seconds{1}, retired_.value_or(late) - hours{1});
  const auto invent = [&](Instant when) {
    IssueOptions options = Options("paris", when);
    options.ledger = nullptr;
    options.status = StatusReference{1, 1'000'000};
    Attested invented;
    invented.seal = IssueAttestation(Claims("017510000", when), options)->seal_text;
    return Judge(verifier, invented);
  };
  const Report refused = invent(dated);
  EXPECT_EQ(refused.seals[0].axes.seal, SealAxis::kGenuine);
  EXPECT_EQ(refused.seals[0].axes.status, StatusAxis::kNeverIssued) << month;
  EXPECT_EQ(refused.seals[0].reasons.front().reason, Reason::kStatusNeverIssued);
  EXPECT_EQ(refused.verdict, Verdict::kInvalid);
  if (!retired_) {
    EXPECT_NE(invent(late).seals[0].axes.status, StatusAxis::kNeverIssued);
  }
}

// An attestation that was issued after the lists were signed is in order, as one of the day before
// would be.
void YearTest::JudgeFresh(Instant now) const {
  const Attested fresh = Issue("paris2", now);
  const Report young = Judge(VerifierAt(now + hours{1}), fresh);
  EXPECT_EQ(young.verdict, Verdict::kValid);
  EXPECT_EQ(young.seals[0].axes.status, StatusAxis::kCurrent);
  EXPECT_EQ(young.seals[0].reasons.front().reason, Reason::kStatusIssuedAfterList);
}

// A seal made in any way that the holder of the key likes, as a thief makes it.
std::string YearTest::SealedBy(const std::string& key, Attestation attestation) const {
  IssueOptions options = Options(key, attestation.issued_at);
  options.ledger = nullptr;
  options.no_status = !attestation.status;
  options.status = attestation.status;
  options.allow_long_validity = true;
  attestation.status.reset();
  return IssueAttestation(Claims("017510000", attestation.issued_at, attestation.valid_until),
                          options)
      ->seal_text;
}

// Paris's first key was retired in spring; in autumn somebody finds it on an old disk.
void YearTest::JudgeStolenRetiredKey(Instant now) const {
  const Verifier verifier = VerifierAt(now);
  const auto judge = [&](Instant issued, Date until) {
    Attested forged;
    Attestation attestation;
    attestation.issued_at = issued;
    attestation.valid_until = until;
    attestation.status = all_.at(0).issued.attestation.status;
    forged.seal = SealedBy("paris", attestation);
    return Judge(verifier, forged);
  };
  const std::chrono::seconds second{1};
  const Date today = ParisDay(now);
  // With its true date the key is known to be retired; with an old date, an end of today is too far
  // away.
  const Report of_today = judge(now - hours{1}, today);
  EXPECT_EQ(of_today.seals[0].axes.seal, SealAxis::kIssuerNotAllowed);
  EXPECT_EQ(of_today.seals[0].reasons.front().reason, Reason::kSealSignedAfterRetirement);
  const Report back_dated = judge(*retired_ - second, today);
  EXPECT_EQ(back_dated.seals[0].axes.seal, SealAxis::kIssuerNotAllowed);
  EXPECT_EQ(back_dated.seals[0].reasons.front().reason, Reason::kSealValidityTooLong);
  EXPECT_EQ(back_dated.verdict, Verdict::kInvalid);
  // The longest attestation that it can give ended long before.
  const Report longest = judge(*retired_ - second, AddDays(ParisDay(*retired_), 184));
  EXPECT_EQ(longest.seals[0].axes.seal, SealAxis::kGenuine);
  EXPECT_EQ(longest.seals[0].axes.rights, RightsAxis::kExpired);
  EXPECT_EQ(longest.verdict, Verdict::kInvalid);
}

TEST_F(YearTest, EachVerdictAndEachRefusalIsRight) {
  roots_ = {MakeRootSet({"root0", "root1", "root2"}, {}, {"root0", "root1"})};
  for (const char* state : {"state", "late", "asleep"})
    ASSERT_TRUE(PinRoots(Path(state), roots_[0]).ok());
  AddFund("paris", "CPAM de Paris", "01751");
  AddFund("lille", "CPAM de Lille", "01591");
  std::vector<File> files;
  std::optional<Report> in_january;
  for (int month = 0; month < kMonths; ++month) {
    IssueUntil(month);
    PlayEvents(month);
    lists_ = StatusLists(Published(month));
    const BuiltBundle built = Build(draft_, Published(month));
    draft_ = built.draft;
    const File file = SignedBy(built.file, signers_);
    if (month == 6) {  // by the roots of before, who have no say any more
      EXPECT_EQ(ReasonOf(SignTrustFile(built.file, keys_.at("root0").key).status()),
                Reason::kTrustNotARoot);
    }
    ASSERT_TRUE(InstallBundle(Path("state"), file, Published(month)).ok()) << month;
    if (month == 0) {
      ASSERT_TRUE(InstallBundle(Path("asleep"), file, Published(0)).ok());
    }
    RefuseBadFiles(month, built, file, files.empty() ? File() : files.back());
    JudgeAll(month);
    RefuseInvented(month);
    if (month == 1) in_january = Judge(VerifierAt(Published(1) + hours{4}), all_.at(74));
    if (HasFailure()) return;
    files.push_back(file);
  }
  ASSERT_GE(all_.size(), 1000U);

  // Files from before the rotation are offered after it.
  const Instant end = Published(kMonths - 1) + hours{5};
  EXPECT_EQ(Refused(files[5], end), Reason::kTrustRootsRollback);
  // A verifier that knows only the first roots takes the last file alone.
  ASSERT_TRUE(InstallBundle(Path("late"), files.back(), end).ok());
  EXPECT_EQ(Judge(VerifierAt(end, "late"), all_.back()).verdict, Verdict::kValid);
  EXPECT_EQ(Refused(files[7], end, "late"), Reason::kTrustBundleRollback);
  // A verifier that trusts other roots does not take it.
  ASSERT_TRUE(
      PinRoots(Path("other"), MakeRootSet({"stranger", "root0"}, {}, {"stranger", "root0"})).ok());
  EXPECT_EQ(Refused(files.back(), end, "other"), Reason::kTrustRootsThreshold);

  // A verifier that was not updated all year says so, and knows nothing of withdrawals any more.
  const Report asleep = Judge(VerifierAt(end, "asleep"), all_.at(1));
  EXPECT_EQ(asleep.seals[0].axes.freshness, FreshnessAxis::kStale);
  EXPECT_EQ(asleep.seals[0].axes.status, StatusAxis::kUnknown);
  EXPECT_NE(asleep.verdict, Verdict::kValid);
  // A clock that was turned back is noticed.
  const Report back = Judge(VerifierAt(Published(3)), all_.at(1));
  EXPECT_EQ(back.seals[0].axes.freshness, FreshnessAxis::kClockSuspect);
  JudgeFresh(end);
  JudgeStolenRetiredKey(*retired_ + std::chrono::days{190});

  // What was judged in January can be judged again in November, though lost in February.
  ASSERT_TRUE(in_january && in_january->trust);
  EXPECT_EQ(in_january->verdict, Verdict::kValid);
  EXPECT_NE(Judge(VerifierAt(end), all_.at(74)).verdict, Verdict::kValid);
  VerifyOptions replay;
  replay.trust = *LoadPastBundle(files[1], in_january->trust->digest, Path("state"));
  replay.now = [&] { return in_january->verified_at; };
  replay.date_of_care = in_january->date_of_care;
  EXPECT_EQ(ReportToJson(Judge(*Verifier::Create(std::move(replay)), all_.at(74)),
                         Language::kFrench, NirDisplay::kMasked),
            ReportToJson(*in_january, Language::kFrench, NirDisplay::kMasked));
  EXPECT_EQ(ReasonOf(LoadPastBundle(files[2], in_january->trust->digest, Path("state")).status()),
            Reason::kTrustBundleDigest);
}

}  // namespace
}  // namespace sceau
