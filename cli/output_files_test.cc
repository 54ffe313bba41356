// SPDX-License-Identifier: Apache-2.0
#include "cli/output_files.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "sceau/error.h"

namespace sceau::cli {
namespace {

namespace fs = std::filesystem;

class OutputNamesTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = testing::TempDir() + "/sceau_names_XXXXXX";
    ASSERT_NE(::mkdtemp(folder_.data()), nullptr);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string Path(const std::string& name) const { return folder_ + "/" + name; }

  std::string folder_;
};

TEST_F(OutputNamesTest, AnExistingNameIsRefusedAndSoIsADanglingLink) {
  std::ofstream(Path("a")) << "old";
  fs::create_symlink("elsewhere", Path("key"));
  EXPECT_EQ(ReasonOf(RefuseExisting(Path("a"))), Reason::kOutputExists);
  EXPECT_EQ(ReasonOf(RefuseExisting(Path("key"))), Reason::kOutputExists);
  EXPECT_TRUE(RefuseExisting(Path("b")).ok());
}

TEST_F(OutputNamesTest, OnlyAFileOfTheSameKindMayBeReplaced) {
  const auto reason = [this](const char* name) {
    return ReasonOf(RefuseExistingBut(Path(name), "%PDF-"));
  };
  std::ofstream(Path("old")) << "%PDF-1.7 and more";
  std::ofstream(Path("empty"));
  std::ofstream(Path("key")) << "-----BEGIN PRIVATE KEY-----";
  std::ofstream(Path("short")) << "%PD";
  fs::create_symlink("old", Path("link"));
  EXPECT_TRUE(RefuseExistingBut(Path("nothing"), "%PDF-").ok());
  EXPECT_TRUE(RefuseExistingBut(Path("old"), "%PDF-").ok());
  EXPECT_TRUE(RefuseExistingBut(Path("empty"), "%PDF-").ok());
  EXPECT_EQ(reason("key"), Reason::kOutputExists);
  EXPECT_EQ(reason("short"), Reason::kOutputExists);
  EXPECT_EQ(reason("link"), Reason::kOutputNotWritten);
  EXPECT_EQ(reason("."), Reason::kOutputNotWritten);
}

TEST_F(OutputNamesTest, OnePlaceHasManyNames) {
  fs::create_directory(Path("d"));
  fs::create_directory_symlink("d", Path("l"));
  EXPECT_TRUE(IsSamePlace(Path("d/a"), Path("d/../d/./a")));
  EXPECT_TRUE(IsSamePlace(Path("d/a"), Path("l/a")));
  EXPECT_TRUE(IsSamePlace("a", "./a"));
  EXPECT_TRUE(IsSamePlace("no/such/../a", "no/a"));
  EXPECT_FALSE(IsSamePlace(Path("d/a"), Path("d/b")));
  EXPECT_FALSE(IsSamePlace(Path("d/a"), Path("a")));
}

}  // namespace
}  // namespace sceau::cli
