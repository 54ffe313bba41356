// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/status.h"
#include "sceau/trust.h"
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

TEST_F(TrustDirectoryTest, NotesHiddenFilesAndFoldersAreLeftOut) {
  Write("one.pem", one_.certificate.ToPem());
  Write(".hidden", "junk");
  Write("README", "junk");
  Write("notes.md", "junk");
  Write("notes.txt", "junk");
  fs::create_directory(folder_ / "below");
  Write("below/two.pem", two_.certificate.ToPem());
  EXPECT_EQ((*Load())->issuers().size(), 1U);
}

TEST_F(TrustDirectoryTest, LinksAreFollowed) {
  const fs::path elsewhere = folder_ / "below";
  fs::create_directory(elsewhere);
  Write("below/one.pem", one_.certificate.ToPem());
  fs::create_symlink(elsewhere / "one.pem", folder_ / "link.pem");
  fs::create_directory_symlink(elsewhere, folder_ / "folder-link");
  EXPECT_EQ((*Load())->issuers().size(), 1U);
}

TEST_F(TrustDirectoryTest, OneBadFileRefusesAll) {
  Write("a.pem", one_.certificate.ToPem());
  struct Row {
    const char* name;
    std::string content;
  };
  const std::string pem = one_.certificate.ToPem();
  for (const Row& row : {Row{"junk.der", "junk"}, Row{"empty.pem", ""},
                         Row{"cut.pem", pem.substr(0, pem.size() / 2)}, Row{"page.html", "<html>"},
                         Row{"key.pem", *one_.key.ToPem(std::nullopt)}}) {
    Write(row.name, row.content);
    ExpectRefusal(Reason::kTrustJunk, row.name);
    fs::remove(folder_ / row.name);
  }
  EXPECT_TRUE(Load().ok());
}

TEST_F(TrustDirectoryTest, WhatIsNoFileIsRefusedWithoutWaiting) {
  Write("a.pem", one_.certificate.ToPem());
  ASSERT_EQ(::mkfifo((folder_ / "pipe").c_str(), 0600), 0);
  ExpectRefusal(Reason::kTrustJunk, "pipe");
  fs::remove(folder_ / "pipe");
  fs::create_symlink(folder_ / "nowhere", folder_ / "dangling");
  ExpectRefusal(Reason::kTrustJunk, "dangling");
}

TEST_F(TrustDirectoryTest, FileNamesAreShownSafely) {
  Write("a\x1B[2J", "junk");
  ExpectRefusal(Reason::kTrustJunk, "a\\u{001B}[2J");
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
}

TEST_F(TrustDirectoryTest, ALeafNotCertifiedIsNamedByItsFile) {
  const TestParty authority = MakeParty({.common_name = "FR99", .authority = true});
  const TestParty twin = MakeParty({.common_name = "FR99", .authority = true});
  Write("authority.pem", authority.certificate.ToPem());
  Write("leaf.pem", MakeParty({.common_name = "0001"}, &twin).certificate.ToPem());
  ExpectRefusal(Reason::kTrustLeafNotCertified, "leaf.pem");
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
  limits.certificate_bytes = pem.size() - 1;
  ExpectRefusal(Reason::kTrustTooLarge, "one.pem", limits);
}

}  // namespace
}  // namespace sceau::trust
