// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/status.h"
#include "sceau/trust.h"
#include "seal/two_d_doc/key_names.h"
#include "trust/foreign_certificates_testing.h"
#include "trust/trust_store.h"
#include "trust/trust_testing.h"

namespace sceau::trust {
namespace {

namespace fs = std::filesystem;

class TrustDirectoryTest : public testing::Test {
 protected:
  TrustDirectoryTest() {
    std::string pattern = (fs::temp_directory_path() / "sceau-trust-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~TrustDirectoryTest() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  void Write(const std::string& name, const std::string& content) const {
    std::ofstream(folder_ / name, std::ios::binary) << content;
  }
  absl::StatusOr<Trust> Load(const Limits& limits = {}) const {
    return LoadTrustDirectory(folder_.string(), limits);
  }
  void ExpectRefusal(Reason reason, const std::string& detail, const Limits& limits = {}) const {
    const auto trust = Load(limits);
    ASSERT_FALSE(trust.ok());
    EXPECT_EQ(ReasonOf(trust.status()), reason) << trust.status();
    EXPECT_THAT(DetailOf(trust.status()), testing::HasSubstr(detail));
  }

  // What was left out, in order.
  void ExpectLeftOut(Reason reason, const std::string& detail) const {
    const auto trust = Load();
    ASSERT_TRUE(trust.ok()) << trust.status();
    const auto remarks = TrustRemarks(*trust);
    ASSERT_EQ(remarks.size(), 1U) << detail;
    EXPECT_EQ(remarks[0].reason, reason) << detail;
    EXPECT_THAT(remarks[0].detail, testing::HasSubstr(detail));
    EXPECT_EQ((*trust)->issuers().size(), 1U);
  }

  fs::path folder_;
  const TestParty one_ = MakeParty({.common_name = "One"});
  const TestParty two_ = MakeParty({.common_name = "Two"});
};

TEST_F(TrustDirectoryTest, SeveralFilesAndSeveralCertificatesAFileAreRead) {
  const TestParty three = MakeParty({.common_name = "Three"});
  Write("b.pem", one_.certificate.ToPem() + two_.certificate.ToPem());
  Write("a.crt", three.certificate.ToPem());
  const auto trust = Load();
  ASSERT_TRUE(trust.ok()) << trust.status();
  ASSERT_EQ((*trust)->issuers().size(), 3U);
  EXPECT_EQ((*trust)->issuers()[0].certificate.subject_common_name(), "Three");  // sorted by file
}

TEST_F(TrustDirectoryTest, TheSameCertificateInTwoFilesCountsOnce) {
  Write("a.pem", one_.certificate.ToPem());
  Write("b.pem", one_.certificate.ToPem());
  EXPECT_EQ((*Load())->issuers().size(), 1U);
}

TEST_F(TrustDirectoryTest, NotesAndHiddenFilesArePassedOver) {
  Write("one.pem", one_.certificate.ToPem());
  Write(".hidden", "junk");
  Write("README", "junk");
  Write("notes.md", "junk");
  Write("notes.txt", "junk");
  EXPECT_EQ((*Load())->issuers().size(), 1U);
  EXPECT_TRUE(TrustRemarks(*Load()).empty());
}

TEST_F(TrustDirectoryTest, FoldersAreNamedAndNotEntered) {
  Write("one.pem", one_.certificate.ToPem());
  fs::create_directory(folder_ / "below");
  Write("below/two.pem", two_.certificate.ToPem());
  ExpectLeftOut(Reason::kTrustJunk, "below");
}

TEST_F(TrustDirectoryTest, LinksAreFollowed) {
  const fs::path elsewhere = folder_ / ".elsewhere";
  fs::create_directory(elsewhere);
  Write(".elsewhere/one.pem", one_.certificate.ToPem());
  fs::create_symlink(elsewhere / "one.pem", folder_ / "link.pem");
  EXPECT_EQ((*Load())->issuers().size(), 1U);
  fs::create_directory_symlink(elsewhere, folder_ / "folder-link");
  ExpectLeftOut(Reason::kTrustJunk, "folder-link");
}

TEST_F(TrustDirectoryTest, ABadFileIsNamedAndTheRestCounts) {
  Write("a.pem", one_.certificate.ToPem());
  struct Row {
    const char* name;
    std::string content;
  };
  const std::string pem = one_.certificate.ToPem();
  for (const Row& row :
       {Row{"junk.der", "junk"}, Row{"empty.pem", ""},
        Row{"cut.pem", pem.substr(0, pem.size() / 2)}, Row{"page.html", "<html>"},
        Row{"list.crl", "-----BEGIN X509 CRL-----\nMAA=\n-----END X509 CRL-----\n"},
        Row{"list.p7c", std::string("\x30\x03\x06\x01\x01", 5)},
        Row{"key.pem", *one_.key.ToPem(std::nullopt)}}) {
    Write(row.name, row.content);
    const bool is_der = std::string_view(row.name) == "list.p7c";
    ExpectLeftOut(is_der ? Reason::kTrustCertificateUnusable : Reason::kTrustJunk, row.name);
    fs::remove(folder_ / row.name);
  }
  EXPECT_TRUE(TrustRemarks(*Load()).empty());
}

TEST_F(TrustDirectoryTest, ACertificateOfAnotherUseIsNamedAndTheRestCounts) {
  Write("a.pem", one_.certificate.ToPem());
  // RSA of 1024 bits, and a file that holds it beside a good one.
  Write("rsa.pem", std::string(kWeakRsaCertificate) + one_.certificate.ToPem());
  ExpectLeftOut(Reason::kTrustCertificateUnusable, "rsa.pem: an RSA key of fewer than 2048");
}

TEST_F(TrustDirectoryTest, WhatIsNotAFileIsNamedWithoutWaiting) {
  Write("a.pem", one_.certificate.ToPem());
  ASSERT_EQ(::mkfifo((folder_ / "pipe").c_str(), 0600), 0);
  ExpectLeftOut(Reason::kTrustJunk, "pipe");
  fs::remove(folder_ / "pipe");
  fs::create_symlink(folder_ / "nowhere", folder_ / "dangling");
  ExpectLeftOut(Reason::kTrustJunk, "dangling");
  fs::remove(folder_ / "dangling");
  fs::create_symlink(folder_ / "loop", folder_ / "loop");
  ExpectLeftOut(Reason::kTrustJunk, "loop");
}

TEST_F(TrustDirectoryTest, FileNamesAreShownSafely) {
  Write("a.pem", one_.certificate.ToPem());
  Write("a\x1B[2J", "junk");
  ExpectLeftOut(Reason::kTrustJunk, "a\\u{001B}[2J");
}

TEST_F(TrustDirectoryTest, OfManyBadFilesTheFirstAreNamed) {
  Write("a.pem", one_.certificate.ToPem());
  for (int i = 0; i < 150; ++i) Write("b" + std::to_string(1000 + i), "junk");
  const auto trust = Load();
  ASSERT_EQ(TrustRemarks(*trust).size(), 101U);
  EXPECT_THAT(TrustRemarks(*trust)[99].detail, testing::HasSubstr("b1099"));
  EXPECT_EQ(TrustRemarks(*trust)[100].detail, "and 50 more");
}

TEST_F(TrustDirectoryTest, AFolderThatIsNotThereIsMissing) {
  for (const std::string& path : {(folder_ / "nowhere").string(), std::string()}) {
    const auto trust = LoadTrustDirectory(path);
    ASSERT_FALSE(trust.ok());
    EXPECT_EQ(ReasonOf(trust.status()), Reason::kTrustMissing);
  }
  Write("file", "x");
  EXPECT_EQ(ReasonOf(LoadTrustDirectory((folder_ / "file").string()).status()),
            Reason::kTrustMissing);
}

TEST_F(TrustDirectoryTest, AnEmptyFolderIsEmpty) {
  ExpectRefusal(Reason::kTrustEmpty, "");
  Write("README.md", "nothing yet");
  ExpectRefusal(Reason::kTrustEmpty, "");
  const TestParty authority = MakeParty({.common_name = "FR99", .authority = true});
  Write("authority.pem", authority.certificate.ToPem());
  ExpectRefusal(Reason::kTrustEmpty, "");
  Write("rsa.pem", std::string(kWeakRsaCertificate));
  ExpectRefusal(Reason::kTrustEmpty, "rsa.pem: an RSA key");
}

TEST_F(TrustDirectoryTest, ALeafNotCertifiedIsNamedByItsFile) {
  const TestParty authority = MakeParty({.common_name = "FR99", .authority = true});
  const TestParty twin = MakeParty({.common_name = "FR99", .authority = true});
  Write("authority.pem", authority.certificate.ToPem());
  Write("leaf.pem", MakeParty({.common_name = "0001"}, &twin).certificate.ToPem());
  const auto trust = Load();
  ASSERT_TRUE(trust.ok()) << trust.status();
  const seal::KeyId names = seal::two_d_doc::KeyIdOf("FR99", "0001");
  EXPECT_TRUE((*trust)->Find(names).empty());
  ASSERT_EQ((*trust)->Search(names).refused.size(), 1U);
  EXPECT_EQ((*trust)->Search(names).refused[0],
            (Finding{Reason::kTrustLeafNotCertified, "leaf.pem"}));
}

TEST_F(TrustDirectoryTest, SizesAreBounded) {
  const std::string pem = one_.certificate.ToPem();
  Write("one.pem", pem);
  Write("two.pem", two_.certificate.ToPem());
  Limits limits;
  limits.trust_files = 2;
  EXPECT_TRUE(Load(limits).ok());
  limits.trust_files = 1;
  ExpectRefusal(Reason::kTrustTooLarge, "number of files", limits);
  limits = {};
  limits.trust_file_bytes = 10;
  limits.trust_folder_bytes = 10;
  EXPECT_EQ(ReasonOf(Load(limits).status()), Reason::kTrustEmpty) << "both files are too large";
  limits.trust_file_bytes = 10 * pem.size();
  ExpectRefusal(Reason::kTrustTooLarge, "size of all files", limits);
  limits = {};
  limits.trust_files = 2;
  Write("two.pem", two_.certificate.ToPem() + one_.certificate.ToPem() + pem);
  ExpectRefusal(Reason::kTrustTooLarge, "number of certificates", limits);
}

}  // namespace
}  // namespace sceau::trust
