// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "base/status.h"
#include "sceau/error.h"
#include "sceau/evidence.h"

namespace sceau {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

class WriteEvidenceTest : public testing::Test {
 protected:
  WriteEvidenceTest() {
    std::string name = testing::TempDir() + "/evidence-XXXXXX";
    if (::mkdtemp(name.data()) != nullptr) root_ = name;
  }
  ~WriteEvidenceTest() override { fs::remove_all(root_); }

  static SealReport SealWith(std::initializer_list<FactKey> facts, int page = 1) {
    SealReport seal;
    seal.page = page;
    for (const FactKey& fact : facts) {
      seal.printed.push_back({.fact = fact, .result = FactResult::kDiffers, .page = page});
      seal.pictures.push_back({fact, page, "png"});
    }
    return seal;
  }

  std::set<std::string> Files() const {
    std::set<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(root_)) {
      if (entry.is_regular_file()) found.insert(fs::relative(entry.path(), root_).string());
    }
    return found;
  }

  static unsigned ModeOf(const fs::path& path) {
    struct stat facts {};
    EXPECT_EQ(::stat(path.c_str(), &facts), 0);
    return facts.st_mode & 07777U;
  }

  fs::path root_;
};

TEST_F(WriteEvidenceTest, NamesSayTheFactItsRowItsPageAndItsSeal) {
  Report report;
  report.seals = {SealWith({{PrintedKind::kBirthDate}, {PrintedKind::kRightUntil, 1}}),
                  SealWith({{PrintedKind::kRight, 0}}), SealWith({{PrintedKind::kNir}}, 2)};
  ASSERT_TRUE(WriteEvidence(report, root_ / "a", "", nullptr).ok());
  EXPECT_THAT(Files(), ElementsAre("a/page-1-birth-date.png", "a/page-1-right-until-2.png",
                                   "a/page-1-seal-2-right-1.png", "a/page-2-nir.png"));
  EXPECT_EQ(report.seals[0].printed[1].picture, "page-1-right-until-2.png");
  EXPECT_EQ(report.seals[1].printed[0].picture, "page-1-seal-2-right-1.png");
}

TEST_F(WriteEvidenceTest, NobodyElseMayReadThem) {
  Report report;
  report.seals = {SealWith({{PrintedKind::kNir}})};
  ASSERT_TRUE(WriteEvidence(report, root_ / "a/b", "3", nullptr).ok());
  EXPECT_EQ(report.seals[0].printed[0].picture, "3/page-1-nir.png");
  for (const char* folder : {"a", "a/b", "a/b/3"}) EXPECT_EQ(ModeOf(root_ / folder), 0700U);
  EXPECT_EQ(ModeOf(root_ / "a/b/3/page-1-nir.png"), 0600U);
}

TEST_F(WriteEvidenceTest, NothingIsWrittenOverAndThenNothingIsWritten) {
  std::ofstream(root_ / "page-1-nir.png") << "mine";
  Report report;
  report.seals = {SealWith({{PrintedKind::kBirthDate}, {PrintedKind::kNir}})};
  std::string failed;
  const absl::Status status = WriteEvidence(report, root_, "", &failed);
  EXPECT_EQ(ReasonOf(status), Reason::kOutputExists);
  EXPECT_EQ(failed, root_ / "page-1-nir.png");
  EXPECT_THAT(Files(), ElementsAre("page-1-nir.png"));
  EXPECT_EQ(report.seals[0].printed[0].picture, "");
}

TEST_F(WriteEvidenceTest, AFileInTheWayIsSaid) {
  std::ofstream(root_ / "file") << "mine";
  Report report;
  report.seals = {SealWith({{PrintedKind::kNir}})};
  std::string failed;
  const absl::Status status = WriteEvidence(report, root_ / "file", "2", &failed);
  EXPECT_EQ(ReasonOf(status), Reason::kOutputNotWritten);
  EXPECT_EQ(failed, root_ / "file/2");
}

TEST_F(WriteEvidenceTest, WithoutPicturesThereIsNoFolder) {
  Report report;
  report.seals = {SealWith({})};
  ASSERT_TRUE(WriteEvidence(report, root_ / "a", "1", nullptr).ok());
  EXPECT_FALSE(fs::exists(root_ / "a"));
}

}  // namespace
}  // namespace sceau
