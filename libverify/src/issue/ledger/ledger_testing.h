// SPDX-License-Identifier: Apache-2.0
// A fund with a ledger, for tests. Its people do not exist: no commune has code 999.
#ifndef SCEAU_ISSUE_LEDGER_LEDGER_TESTING_H_
#define SCEAU_ISSUE_LEDGER_LEDGER_TESTING_H_

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <string>

#include "crypto/private_key.h"
#include "fmt/format.h"
#include "issue/issuer_key.h"
#include "issue/ledger/sqlite.h"
#include "sceau/issue.h"

namespace sceau::issue {

inline constexpr std::string_view kNirOfZoe = "284059999900180";
inline constexpr std::string_view kNirOfPaul = "184059999900133";

inline std::string ClaimsOf(std::string_view name, std::string_view nir = {}) {
  return fmt::format(
      R"({{"holder": {{"birth_name": "{}", "given_names": "Zoé", "birth_date": "19840512"{}}},
          "fund": {{"code": "019990000", "name": "CPAM de Fiction"}},
          "rights": [{{"kind": "base", "from": "2026-01-01"}}],
          "valid_from": "2026-11-02", "valid_until": "2027-04-30"}})",
      name, nir.empty() ? "" : fmt::format(R"(, "nir": "{}")", nir));
}

inline Instant Day(const std::string& iso) { return StartOfParisDay(*ParseIsoDate(iso)); }

inline IssuerKey MakeIssuer(const std::string& name = "CPAM de Fiction") {
  const crypto::PrivateKey key = *crypto::PrivateKey::Generate(crypto::Algorithm::kEs256);
  const crypto::PrivateKey::CertificateRequest request{.organisation = name,
                                                       .common_name = name,
                                                       .not_before = Day("2026-01-01"),
                                                       .not_after = Day("2028-01-01"),
                                                       .authority = false,
                                                       .serial = std::nullopt};
  return std::make_shared<const SigningIdentity>(
      SigningIdentity{key, *key.Certify(request, key.public_key(), std::nullopt)});
}

class LedgerFixture : public testing::Test {
 protected:
  LedgerFixture()
      : folder_(fmt::format("{}sceau-ledger-{}", testing::TempDir(), ::getpid())),
        path_(folder_ + "/ledger") {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  ~LedgerFixture() override { std::filesystem::remove_all(folder_); }

  Ledger Open(const LedgerOptions& options = {}) const {
    if (!std::filesystem::exists(path_)) {
      EXPECT_TRUE(CreateLedger(path_).ok());
    }
    auto ledger = OpenLedger(path_, options);
    EXPECT_TRUE(ledger.ok()) << ledger.status();
    return ledger.ok() ? *ledger : nullptr;
  }

  // Nothing drawn: that takes most of the time.
  IssueOptions Options(const Ledger& ledger) const {
    IssueOptions options;
    options.issuer = issuer_;
    options.ledger = ledger;
    options.now = [] { return Day("2026-11-02") + std::chrono::hours{9}; };
    options.drawing = Drawing::kNone;
    return options;
  }

  IssuedAttestation Issue(const Ledger& ledger, std::string_view name = "LEFÈVRE",
                          std::string_view nir = {}) const {
    auto issued = IssueAttestation(ClaimsOf(name, nir), Options(ledger));
    EXPECT_TRUE(issued.ok()) << issued.status();
    return issued.ok() ? *std::move(issued) : IssuedAttestation{};
  }

  static LedgerSelection Document(const IssuedAttestation& issued) {
    return {issued.attestation.document_id, std::nullopt};
  }
  absl::StatusOr<IssuedAttestation> Request(const Ledger& ledger, const std::string& claims,
                                            const std::string& id) const {
    IssueOptions options = Options(ledger);
    options.request_id = id;
    return IssueAttestation(claims, options);
  }
  // One bad thing done to the file with SQLite itself.
  void Execute(const char* sql) const {
    const auto database = Database::Open(path_, std::chrono::seconds{1});
    ASSERT_TRUE(database.ok()) << database.status();
    ASSERT_TRUE(database->Execute(sql).ok());
  }

  // Lists of 12 entries, in blocks of 5.
  const LedgerOptions kSmall = [] {
    LedgerOptions options;
    options.list_entries = 12;
    options.block_entries = 5;
    return options;
  }();
  std::string folder_;
  std::string path_;
  IssuerKey issuer_ = MakeIssuer();
};

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_LEDGER_LEDGER_TESTING_H_
