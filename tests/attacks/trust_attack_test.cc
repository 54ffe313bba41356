// SPDX-License-Identifier: Apache-2.0
// Attacks 5, 7, 8 and 9 of docs/threat-model.md: on keys, on the bundle that says whose keys count,
// and on time.
#include <gtest/gtest.h>
#include <stdlib.h>
#include <time.h>

#include <filesystem>
#include <fstream>

#include "attack_testing.h"
#include "base/status.h"
#include "crypto/hostile_certificate.h"
#include "sceau/ledger.h"
#include "trust/bundle/bundle_testing.h"
#include "trust/status_list/status_list_testing.h"
#include "trust/trust_store.h"

namespace sceau::attacks {
namespace {

namespace fs = std::filesystem;
using crypto::CertificateRecipe;
using crypto::MakeCertificate;
using trust::At;
using trust::BundleContent;
using trust::BundleFile;
using trust::MakeParty;
using trust::TestParty;

class TrustAttackTest : public testing::Test {
 protected:
  TrustAttackTest() : folder_(testing::TempDir() + "/sceau_attack_XXXXXX") {
    EXPECT_NE(::mkdtemp(folder_.data()), nullptr);
  }
  ~TrustAttackTest() override { fs::remove_all(folder_); }
  std::string Path(const std::string& name) const { return folder_ + "/" + name; }

  // A directory of trust with these certificates.
  absl::StatusOr<Trust> Load(const std::vector<Bytes>& certificates) {
    const std::string directory = Path("d" + std::to_string(++directories_));
    fs::create_directory(directory);
    for (std::size_t i = 0; i < certificates.size(); ++i) {
      std::ofstream(directory + "/" + std::to_string(i) + ".der", std::ios::binary)
          << std::string(certificates[i].begin(), certificates[i].end());
    }
    return LoadTrustDirectory(directory);
  }

  std::string folder_;
  int directories_ = 0;
};

// A certificate that its holder made to look like one of the authority's.
TEST_F(TrustAttackTest, A05ChainThatDoesNotHold) {
  using Extensions = std::vector<std::pair<int, std::string>>;
  const Extensions authority_extensions = {{NID_basic_constraints, "critical,CA:TRUE"},
                                           {NID_key_usage, "critical,keyCertSign"}};
  const CertificateRecipe authority{.subject = "authority", .extensions = authority_extensions};
  const CertificateRecipe leaf;
  const auto key = crypto::MakeEcKey("P-256");
  const auto strong = crypto::MakeEcKey("P-384");
  const auto good_authority = MakeCertificate(authority, strong.get(), strong.get());
  const auto trusted = [&](const Bytes& certifier, const Bytes& below) {
    const auto trust = Load({certifier, below});
    return trust.ok() && !(*trust)->issuers().empty();
  };
  ASSERT_TRUE(trusted(good_authority, MakeCertificate(leaf, key.get(), strong.get())));

  struct Case {
    const char* what;
    Bytes authority;
    Bytes leaf;
  };
  std::vector<Case> cases;
  const auto with_leaf = [&](const char* what, CertificateRecipe recipe, EVP_PKEY* signer) {
    cases.push_back({what, good_authority, MakeCertificate(recipe, key.get(), signer)});
  };
  const auto with_authority = [&](const char* what, const Extensions& extensions, EVP_PKEY* signer,
                                  const EVP_MD* digest = EVP_sha256()) {
    CertificateRecipe recipe = authority;
    recipe.extensions = extensions;
    CertificateRecipe below = leaf;
    below.digest = digest;
    cases.push_back(
        {what, MakeCertificate(recipe, signer, signer), MakeCertificate(below, key.get(), signer)});
  };
  const auto rsa = crypto::MakeRsaKey(1024);
  const auto p192 = crypto::MakeEcKey("P-192");
  with_leaf("signed by a stranger", leaf, key.get());
  with_leaf("SHA-1", {.digest = EVP_sha1()}, strong.get());
  with_leaf("an authority that signs documents", {.extensions = authority_extensions},
            strong.get());
  with_leaf("no digitalSignature", {.extensions = {{NID_key_usage, "critical,keyEncipherment"}}},
            strong.get());
  with_leaf("an unknown critical extension", {.unknown_critical_extension = "1.3.6.1.4.1.55555.1"},
            strong.get());
  with_leaf("two common names", {.more_common_names = {"another"}}, strong.get());
  with_authority("may not sign certificates",
                 {{NID_basic_constraints, "critical,CA:TRUE"}, {NID_key_usage, "critical,cRLSign"}},
                 strong.get());
  CertificateRecipe constrained = authority;
  constrained.extensions = {{NID_basic_constraints, "critical,CA:TRUE"},
                            {NID_name_constraints, "critical,permitted;DNS:good.example"}};
  cases.push_back({"names it may not certify",
                   MakeCertificate(constrained, strong.get(), strong.get()),
                   MakeCertificate({.extensions = {{NID_subject_alt_name, "DNS:bad.example"}}},
                                   key.get(), strong.get())});
  with_authority("RSA of 1024 bits", authority_extensions, rsa.get());
  with_authority("P-192", authority_extensions, p192.get());
  for (const Case& c : cases) {
    EXPECT_FALSE(trusted(c.authority, c.leaf)) << c.what;
  }
  // The authority's twin: its names and a key of its own, which signed the leaf.
  const auto twin_key = crypto::MakeEcKey("P-384");
  EXPECT_FALSE(trusted(good_authority, MakeCertificate(leaf, key.get(), twin_key.get())));
}

class BundleAttackTest : public TrustAttackTest {
 protected:
  BundleAttackTest() : roots_(trust::RootsFile(1, 2, holders_, holders_)) {
    EXPECT_TRUE(PinRoots(state(), roots_).ok());
  }
  std::string state() const { return Path("state"); }

  static BundleContent Content(std::uint64_t sequence, const std::string& issued = "2026-11-01") {
    BundleContent content = trust::SomeContent(sequence, issued);
    return content;
  }
  Bytes Signed(BundleContent content, const std::vector<TestParty>& by) const {
    content.issuers = {trust::EntryOf(fund_, {"01"})};
    return BundleFile({roots_}, content, by);
  }
  // Nothing when it was taken.
  std::optional<Reason> Install(const Bytes& file, const std::string& day = "2026-11-10") const {
    const absl::Status status = InstallBundle(state(), file, At(day));
    return status.ok() ? std::nullopt : std::optional(ReasonOf(status));
  }
  std::uint64_t Sequence() const {
    const auto trust = LoadInstalledTrust(state());
    return trust.ok() && (*trust)->bundle() ? (*trust)->bundle()->sequence : 0;
  }

  const std::vector<TestParty> holders_ = trust::MakeRootHolders(2);
  const std::vector<TestParty> thieves_ = trust::MakeRootHolders(2);
  const TestParty fund_ = MakeParty({.common_name = "Caisse"});
  const Bytes roots_;
};

TEST_F(BundleAttackTest, A07BundleRollback) {
  ASSERT_EQ(Install(Signed(Content(5), holders_)), std::nullopt);
  const struct {
    const char* what;
    Bytes file;
    Reason reason;
  } attacks[] = {
      {"rollback", Signed(Content(4), holders_), Reason::kTrustBundleRollback},
      {"fork", Signed(Content(5, "2026-11-02"), holders_), Reason::kTrustBundleFork},
      {"an older date", Signed(Content(6, "2026-10-31"), holders_), Reason::kTrustBundleOlderDate},
      {"fast-forward", Signed(Content(2'000'000), holders_), Reason::kTrustBundleFastForward},
      {"too few", Signed(Content(6), {holders_[0]}), Reason::kTrustBundleThreshold},
      {"strangers", Signed(Content(6), thieves_), Reason::kTrustBundleThreshold},
      {"a fund's key", Signed(Content(6), {fund_, holders_[0]}), Reason::kTrustBundleThreshold},
      {"one root twice", Signed(Content(6), {holders_[0], holders_[0]}),
       Reason::kTrustBundleThreshold},
  };
  for (const auto& attack : attacks) {
    EXPECT_EQ(Install(attack.file), attack.reason) << attack.what;
    EXPECT_EQ(Sequence(), 5U) << attack.what;
  }
  // Roots of the thieves, and a list that they sign by them.
  const Bytes others = trust::RootsFile(1, 2, thieves_, thieves_);
  EXPECT_NE(Install(BundleFile({others}, Content(6), thieves_)), std::nullopt);
  EXPECT_NE(Install(BundleFile({roots_, others}, Content(6), thieves_)), std::nullopt);
  EXPECT_NE(Install(roots_), std::nullopt) << "a file of another kind";
  EXPECT_EQ(Sequence(), 5U);
}

TEST_F(BundleAttackTest, A07BundleFreeze) {
  ASSERT_EQ(Install(Signed(Content(5), holders_)), std::nullopt);
  EXPECT_EQ(Install(Signed(Content(6), holders_), "2026-12-15"), Reason::kTrustBundleExpired);
  Attestation attestation = SomeAttestation();
  attestation.issued_at = Morning("2026-11-02");
  const seal::CertificateHash id = trust::KeyIdOf(fund_);
  auto parts = seal::ad1::Encode(attestation, seal::StatedAlgorithm::kEs256, id);
  const std::string seal = seal::ad1::Assemble(parts, *fund_.key.Sign(parts.to_be_signed));
  const Trust trust = *LoadInstalledTrust(state());
  EXPECT_EQ(Judge(trust, seal, At("2026-12-14")).verdict, Verdict::kValid);
  const Report frozen = Judge(trust, seal, At("2026-12-15"));
  EXPECT_EQ(frozen.verdict, Verdict::kUndetermined);
  EXPECT_TRUE(Says(frozen, Reason::kFreshnessStale));
}

TEST_F(BundleAttackTest, A07BundleWithoutEnd) {
  ASSERT_EQ(Install(Signed(Content(5), holders_)), std::nullopt);
  Bytes file = Signed(Content(6), holders_);
  file.resize(Limits{}.bundle_bytes + 1);
  EXPECT_EQ(Install(file), Reason::kTrustTooLarge);
  EXPECT_EQ(Sequence(), 5U);
}

TEST_F(BundleAttackTest, A07StateSurvivesAnInstallationThatStopped) {
  ASSERT_EQ(Install(Signed(Content(5), holders_)), std::nullopt);
  // What a killed process may leave: a temporary, whole or in part, beside what is installed.
  const Bytes next = Signed(Content(6), holders_);
  for (const std::size_t length : {std::size_t{0}, next.size() / 2, next.size()}) {
    std::ofstream(state() + "/.sceau-left00", std::ios::binary)
        << std::string(next.begin(), next.begin() + static_cast<std::ptrdiff_t>(length));
    EXPECT_EQ(Sequence(), 5U);
  }
  EXPECT_EQ(Install(next), std::nullopt);
  EXPECT_EQ(Sequence(), 6U);
}

TEST_F(BundleAttackTest, A08ClockTurnedBack) {
  ASSERT_EQ(Install(Signed(Content(5, "2026-11-08"), holders_)), std::nullopt);
  Attestation attestation = SomeAttestation();
  auto parts = seal::ad1::Encode(attestation, seal::StatedAlgorithm::kEs256, trust::KeyIdOf(fund_));
  const std::string seal = seal::ad1::Assemble(parts, *fund_.key.Sign(parts.to_be_signed));
  const Trust trust = *LoadInstalledTrust(state());
  EXPECT_EQ(Judge(trust, seal, Morning("2026-11-08")).verdict, Verdict::kValid);
  for (const char* day : {"2026-11-06", "2026-11-03", "2026-01-05", "1970-01-05"}) {
    const Report report = Judge(trust, seal, Morning(day));
    EXPECT_NE(report.verdict, Verdict::kValid) << day;
  }
  EXPECT_TRUE(Says(Judge(trust, seal, Morning("2026-11-05")), Reason::kFreshnessClockSuspect));
  // A verifier never takes an older list to fit an older clock.
  EXPECT_EQ(Install(Signed(Content(4, "2026-11-01"), holders_), "2026-11-02"),
            Reason::kTrustBundleRollback);
}

TEST_F(BundleAttackTest, A08StaleStatusIsNotCurrent) {
  Attestation attestation = SomeAttestation();
  attestation.status = StatusReference{7, 3};
  auto parts = seal::ad1::Encode(attestation, seal::StatedAlgorithm::kEs256, trust::KeyIdOf(fund_));
  const std::string seal = seal::ad1::Assemble(parts, *fund_.key.Sign(parts.to_be_signed));
  std::uint64_t sequence = 1;
  const auto with_list = [&](const std::vector<trust::Withdrawal>& withdrawals,
                             const std::string& issued, const std::string& expires) {
    BundleContent content = Content(++sequence);
    content.status_lists = {*trust::SignStatusList({.number = 7,
                                                    .issued = trust::Noon(issued),
                                                    .expires = trust::Noon(expires),
                                                    .size = 1000,
                                                    .withdrawals = withdrawals},
                                                   fund_.key, fund_.certificate, {})};
    EXPECT_EQ(Install(Signed(content, holders_)), std::nullopt);
    return Judge(*LoadInstalledTrust(state()), seal, Morning("2026-11-20")).seals.at(0).axes.status;
  };
  const std::vector<trust::Withdrawal> replaced = {
      {3, trust::StatusValue::kInvalid, Day("2026-11-03"), WithdrawalReason::kReplaced}};
  EXPECT_EQ(with_list({}, "2026-11-09", "2026-12-09"), StatusAxis::kCurrent);
  EXPECT_EQ(with_list({}, "2026-11-09", "2026-11-15"), StatusAxis::kUnknown) << "expired";
  EXPECT_EQ(with_list({}, "2026-11-01", "2026-12-09"), StatusAxis::kCurrent)
      << "the seal is younger";
  EXPECT_EQ(with_list(replaced, "2026-11-09", "2026-12-09"), StatusAxis::kRevoked) << "superseded";
  EXPECT_EQ(with_list(replaced, "2026-11-09", "2026-11-15"), StatusAxis::kRevoked) << "for good";
}

// A list that inflates to more than a list may hold.
TEST_F(BundleAttackTest, A15StatusListBomb) {
  ASSERT_EQ(Install(Signed(Content(5), holders_)), std::nullopt);
  trust::RawClaims claims;
  claims.subject = trust::StatusListSubject(trust::KeyIdOf(fund_), 7);
  claims.packed.assign(static_cast<std::size_t>(Limits{}.status_entries / 4) + 1, 0);
  BundleContent content = Content(6);
  content.status_lists = {trust::SignAnything(trust::SomeHeader(fund_), claims.Encoded(), fund_)};
  ASSERT_LT(content.status_lists[0].size(), std::size_t{128} << 10);
  EXPECT_EQ(Install(Signed(content, holders_)), Reason::kTrustStatusListTooLarge);
  EXPECT_EQ(Sequence(), 5U);
}

TEST_F(TrustAttackTest, A09EdgesOfValidity) {
  const TestIssuer issuer(crypto::Algorithm::kEs256, "CPAM de Test");
  const Trust trust = TrustOf({issuer.certificate});
  struct Case {
    const char* from;
    const char* until;  // of the attestation and of the right
    const char* now;    // in UTC
    RightsAxis rights;
  };
  // Paris is an hour ahead of UTC in winter and two in summer; the 25-hour day of 2026 is 25
  // October, and 2028 has a 29 February.
  const Case cases[] = {
      {"2026-10-25", "2026-10-25", "2026-10-24T21:59:59Z", RightsAxis::kNotYet},
      {"2026-10-25", "2026-10-25", "2026-10-24T22:00:00Z", RightsAxis::kOpen},
      {"2026-10-25", "2026-10-25", "2026-10-25T22:59:59Z", RightsAxis::kOpen},
      {"2026-10-25", "2026-10-25", "2026-10-25T23:00:00Z", RightsAxis::kExpired},
      {"2027-03-28", "2027-03-28", "2027-03-27T23:00:00Z", RightsAxis::kOpen},
      {"2027-03-28", "2027-03-28", "2027-03-28T21:59:59Z", RightsAxis::kOpen},
      {"2027-03-28", "2027-03-28", "2027-03-28T22:00:00Z", RightsAxis::kExpired},
      {"2027-12-01", "2028-02-29", "2028-02-29T22:59:59Z", RightsAxis::kOpen},
      {"2027-12-01", "2028-02-29", "2028-02-29T23:00:00Z", RightsAxis::kExpired},
      {"2027-12-01", "2028-02-28", "2028-02-29T10:00:00Z", RightsAxis::kExpired},
  };
  for (const char* zone :
       {"UTC", "Pacific/Kiritimati", "Etc/GMT+12", "XYZ-14", "XYZ+12", ":/nowhere"}) {
    ::setenv("TZ", zone, 1);
    ::tzset();
    for (const Case& c : cases) {
      Attestation attestation = SomeAttestation();
      attestation.issued_at = StartOfParisDay(Day("2026-10-01"));
      attestation.valid_from = Day(c.from);
      attestation.valid_until = Day(c.until);
      attestation.rights = {{RightKind::kBase, Day(c.from), Day(c.until)}};
      std::tm parts{};
      ASSERT_NE(::strptime(c.now, "%Y-%m-%dT%H:%M:%SZ", &parts), nullptr);
      const Instant now{std::chrono::seconds{::timegm(&parts)}};
      const Report report = Judge(trust, issuer.Seal(attestation), now);
      ASSERT_EQ(report.seals.size(), 1U);
      EXPECT_EQ(report.seals[0].axes.rights, c.rights) << zone << " " << c.now;
    }
  }
  ::unsetenv("TZ");
  ::tzset();
}

}  // namespace
}  // namespace sceau::attacks
