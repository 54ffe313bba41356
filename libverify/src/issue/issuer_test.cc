// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/status.h"
#include "fmt/format.h"
#include "sceau/issue.h"

namespace sceau {
namespace {

// A person who does not exist; the NIR is one of a public test vector set.
constexpr std::string_view kClaims = R"({
  "holder": {"birth_name": "LEFÈVRE", "given_names": "Zoé Anne", "birth_date": "19840512", "nir": "284058832102532"},
  "fund": {"code": "019990000", "name": "CPAM de Fiction"},
  "rights": [{"kind": "base", "from": "2026-01-01", "until": "2026-12-31"}],
  "valid_from": "2026-11-02", "valid_until": "2027-04-30"})";

std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, text.npos) << from;
  return text.replace(at, from.size(), to);
}

absl::StatusOr<std::string> NoPassphrase() {
  return Refuse(Reason::kKeyPassphraseWrong, "not asked for");
}

class IssuerTest : public testing::Test {
 protected:
  IssuerTest() : folder_(testing::TempDir() + "sceau-issuer-" + std::to_string(::getpid())) {
    std::filesystem::create_directories(folder_);
    const KeyPair pair = *GenerateKeyPair(Request());
    Write("key.pem", pair.private_key_pem, 0600);
    Write("cert.pem", pair.certificate_pem, 0644);
    options_.issuer = *LoadIssuerKey(Path("key.pem"), Path("cert.pem"), NoPassphrase);
    options_.now = [] {
      return StartOfParisDay(*ParseIsoDate("2026-11-02")) + std::chrono::hours{9};
    };
    options_.random = [](std::span<std::uint8_t> out) {
      std::ranges::fill(out, std::uint8_t{0x42});
    };
    options_.no_status = true;
  }
  ~IssuerTest() override { std::filesystem::remove_all(folder_); }

  static NewKey Request() {
    return {.organisation = "CPAM de Fiction",
            .valid_from = *ParseIsoDate("2026-01-01"),
            .valid_until = *ParseIsoDate("2027-12-31")};
  }
  std::string Path(const std::string& name) const { return folder_ + "/" + name; }
  void Write(const std::string& name, const std::string& text, mode_t mode) const {
    std::ofstream(Path(name)) << text;
    ::chmod(Path(name).c_str(), mode);
  }
  Reason RefusalOf(std::string_view claims) const {
    return ReasonOf(IssueAttestation(claims, options_).status());
  }

  std::string folder_;
  IssueOptions options_;
};

TEST_F(IssuerTest, IssuesAPageThatReadsBack) {
  const auto issued = IssueAttestation(kClaims, options_);
  ASSERT_TRUE(issued.ok()) << issued.status().ToString();
  EXPECT_TRUE(issued->seal_text.starts_with("AD1:"));
  EXPECT_TRUE(issued->pdf.starts_with("%PDF-"));
  EXPECT_EQ(issued->png.substr(1, 3), "PNG");
  EXPECT_NE(issued->svg.find("<svg"), std::string::npos);
  EXPECT_EQ(issued->document_id, "IJBEEQSCIJBEEQSC");
  EXPECT_EQ(issued->attestation.issued_at, options_.now());
  EXPECT_FALSE(issued->attestation.status.has_value());
  EXPECT_EQ(issued->attestation.layout, 1U);
}

// Open Sans has no Ɔ; another font draws it, and no verifier can expect that page.
TEST_F(IssuerTest, APageInOtherFontsNamesNoLayout) {
  const auto issued =
      IssueAttestation(Replaced(std::string(kClaims), "Zoé Anne", "Zoé Ɔbɛnɛ"), options_);
  ASSERT_TRUE(issued.ok()) << issued.status().ToString();
  EXPECT_EQ(issued->attestation.layout, std::nullopt);
}

TEST_F(IssuerTest, DrawsNoMoreThanIsAskedFor) {
  for (const Drawing drawing : {Drawing::kCode, Drawing::kNone}) {
    options_.drawing = drawing;
    const auto issued = IssueAttestation(kClaims, options_);
    ASSERT_TRUE(issued.ok()) << issued.status().ToString();
    EXPECT_TRUE(issued->seal_text.starts_with("AD1:"));
    EXPECT_EQ(issued->pdf, "");
    EXPECT_EQ(issued->attestation.layout, std::nullopt);
    EXPECT_EQ(issued->png.empty(), drawing == Drawing::kNone);
    EXPECT_EQ(issued->svg.empty(), drawing == Drawing::kNone);
  }
}

TEST_F(IssuerTest, DrawsAPageWithoutPicturesOfItsCode) {
  options_.code_beside_page = false;
  const auto issued = IssueAttestation(kClaims, options_);
  ASSERT_TRUE(issued.ok()) << issued.status().ToString();
  EXPECT_TRUE(issued->pdf.starts_with("%PDF-"));
  EXPECT_EQ(issued->attestation.layout, 1U);
  EXPECT_EQ(issued->png, "");
  EXPECT_EQ(issued->svg, "");
}

TEST_F(IssuerTest, TheStatusIsChosenAloud) {
  options_.no_status = false;
  EXPECT_EQ(RefusalOf(kClaims), Reason::kUsage);
  options_.status = StatusReference{1, 7};
  EXPECT_EQ(IssueAttestation(kClaims, options_)->attestation.status, options_.status);
  options_.no_status = true;
  EXPECT_EQ(RefusalOf(kClaims), Reason::kUsage);
  options_.status.reset();
  const std::string with_status = Replaced(std::string(kClaims), R"("valid_from")",
                                           R"("status": {"list": 1, "index": 2}, "valid_from")");
  EXPECT_EQ(RefusalOf(with_status), Reason::kUsage);
  options_.no_status = false;
  EXPECT_EQ(IssueAttestation(with_status, options_)->attestation.status, (StatusReference{1, 2}));
}

TEST_F(IssuerTest, MoreThanSixMonthsNeedLeave) {
  const std::string long_claims = Replaced(std::string(kClaims), "2027-04-30", "2027-11-01");
  EXPECT_EQ(RefusalOf(long_claims), Reason::kClaimsTooLongValidity);
  options_.allow_long_validity = true;
  EXPECT_TRUE(IssueAttestation(long_claims, options_).ok());
}

// What is issued without leave is what every verifier accepts.
TEST_F(IssuerTest, TheTimeToTheEndIsBoundedToo) {
  const std::chrono::seconds second{1};
  const Instant end = StartOfParisDay(*ParseIsoDate("2027-05-01"));
  const auto issue_at = [&](Instant now) {
    options_.now = [now] { return now; };
    return ReasonOf(IssueAttestation(kClaims, options_).status());
  };
  EXPECT_TRUE((
      options_.now = [&] { return end - std::chrono::days{186}; },
      IssueAttestation(kClaims, options_).ok()));
  EXPECT_EQ(issue_at(end - std::chrono::days{186} - second), Reason::kClaimsTooLongValidity);
  options_.allow_long_validity = true;
  EXPECT_TRUE(IssueAttestation(kClaims, options_).ok());
  // Nothing is made that no bundle can allow.
  const std::string years = Replaced(std::string(kClaims), "2027-04-30", "2036-11-30");
  options_.now = [] { return StartOfParisDay(*ParseIsoDate("2026-11-02")); };
  EXPECT_EQ(RefusalOf(years), Reason::kClaimsTooLongValidity);
}

TEST_F(IssuerTest, TheKeyMustBeValidOnTheDayOfIssue) {
  options_.now = [] { return StartOfParisDay(*ParseIsoDate("2028-01-01")); };
  EXPECT_EQ(RefusalOf(kClaims), Reason::kKeyCertificateOutOfDate);
  options_.now = [] {
    return StartOfParisDay(*ParseIsoDate("2026-01-01")) - std::chrono::seconds{1};
  };
  EXPECT_EQ(RefusalOf(kClaims), Reason::kKeyCertificateOutOfDate);
}

TEST_F(IssuerTest, NothingIsIssuedThatHasAlreadyEnded) {
  options_.now = [] { return StartOfParisDay(*ParseIsoDate("2027-05-01")); };
  EXPECT_EQ(RefusalOf(kClaims), Reason::kClaimsBadPeriod);
}

TEST_F(IssuerTest, APageThatCannotBeReadBackIsNotReleased) {
  options_.limits.render_dpi = 24;  // half a pixel per module
  EXPECT_EQ(RefusalOf(kClaims), Reason::kIssueReadBack);
}

// Every axis of what is released was judged, whatever its names are written in.
TEST_F(IssuerTest, NamesOfAllKindsAreReadBackOrRefused) {
  const auto named = [](std::string_view name) {
    return Replaced(std::string(kClaims), "LEFÈVRE", name);
  };
  for (const char* name : {"O’NEIL", "MARTIN PAUL", "DE LA TOUR D’AUVERGNE", "ŠTĚPÁNKOVÁ", "NGUYỄN",
                           "ПЕТРОВА", "ΠΑΠΑΔΟΠΟΎΛΟΥ", "Æ", "---"}) {
    const auto issued = IssueAttestation(named(name), options_);
    EXPECT_TRUE(issued.ok()) << name << " " << issued.status();
  }
  for (const char* name : {"כהן", "عبد الله", "LEFÈVRE כהן"}) {
    const auto issued = IssueAttestation(named(name), options_);
    EXPECT_TRUE(issued.ok() || ReasonOf(issued.status()) == Reason::kClaimsWritingDirection)
        << name << " " << issued.status();
  }
}

TEST_F(IssuerTest, RefusesWithoutAKey) {
  options_.issuer = nullptr;
  EXPECT_EQ(RefusalOf(kClaims), Reason::kKeyMissing);
}

TEST_F(IssuerTest, KeyAndCertificateBelongTogether) {
  const KeyPair other = *GenerateKeyPair(Request());
  Write("other.pem", other.certificate_pem, 0644);
  Write("two.pem", other.certificate_pem + other.certificate_pem, 0644);
  Write("junk.pem", "no certificate", 0644);
  const auto reason = [&](const std::string& key, const std::string& certificate) {
    return ReasonOf(LoadIssuerKey(Path(key), Path(certificate), NoPassphrase).status());
  };
  EXPECT_EQ(reason("key.pem", "other.pem"), Reason::kKeyCertificateMismatch);
  EXPECT_EQ(reason("key.pem", "two.pem"), Reason::kKeyCertificateMismatch);
  EXPECT_EQ(reason("key.pem", "junk.pem"), Reason::kKeyCertificateMismatch);
  EXPECT_EQ(reason("key.pem", "absent.pem"), Reason::kKeyMissing);
  EXPECT_EQ(reason("absent.pem", "cert.pem"), Reason::kKeyMissing);
  EXPECT_EQ(reason("cert.pem", "cert.pem"), Reason::kKeyExposed);
}

TEST_F(IssuerTest, EveryAlgorithmMakesAKeyThatIssues) {
  for (KeyAlgorithm algorithm :
       {KeyAlgorithm::kEs256, KeyAlgorithm::kEs384, KeyAlgorithm::kEdDsa}) {
    NewKey request = Request();
    request.algorithm = algorithm;
    request.passphrase = "longue phrase";
    const KeyPair pair = *GenerateKeyPair(request);
    EXPECT_EQ(pair.key_id.size(), 16U);
    EXPECT_NE(pair.private_key_pem.find("ENCRYPTED PRIVATE KEY"), std::string::npos);
    Write("k.pem", pair.private_key_pem, 0600);
    Write("c.pem", pair.certificate_pem, 0644);
    const auto load = [&](const std::string& passphrase) {
      return LoadIssuerKey(Path("k.pem"), Path("c.pem"),
                           [&]() -> absl::StatusOr<std::string> { return passphrase; });
    };
    EXPECT_EQ(ReasonOf(load("autre").status()), Reason::kKeyPassphraseWrong);
    const auto issuer = load("longue phrase");
    ASSERT_TRUE(issuer.ok()) << issuer.status().ToString();
    options_.issuer = *issuer;
    EXPECT_TRUE(IssueAttestation(kClaims, options_).ok());
  }
}

TEST_F(IssuerTest, AKeyRequestIsChecked) {
  NewKey request = Request();
  request.valid_until = *ParseIsoDate("2025-12-31");
  EXPECT_EQ(ReasonOf(GenerateKeyPair(request).status()), Reason::kUsage);
  for (const std::string& name : {std::string(), std::string(65, 'x'), std::string("a\nb"),
                                  std::string(" a"), std::string("\xFF")}) {
    request = Request();
    request.organisation = name;
    EXPECT_EQ(ReasonOf(GenerateKeyPair(request).status()), Reason::kUsage);
  }
}

}  // namespace
}  // namespace sceau
