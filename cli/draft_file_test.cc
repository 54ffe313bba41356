// SPDX-License-Identifier: Apache-2.0
#include "cli/draft_file.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

#include "sceau/error.h"

namespace sceau::cli {
namespace {

namespace fs = std::filesystem;

class DraftFileTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = testing::TempDir() + "/sceau_draft_XXXXXX";
    ASSERT_NE(::mkdtemp(folder_.data()), nullptr);
  }
  void TearDown() override { fs::remove_all(folder_); }

  // As a command line names it.
  static void Name(DraftFile& draft, const std::string& path) {
    OptionSet set;
    draft.Declare(set);
    EXPECT_FALSE(set.Parse({"--draft", path}).mistake);
  }

  std::string folder_;
};

TEST_F(DraftFileTest, OneCommandEditsAtATime) {
  DraftFile second;
  Name(second, folder_ + "/draft.json");
  {
    DraftFile first;
    Name(first, folder_ + "/draft.json");
    ASSERT_TRUE(first.Lock().ok());
    const absl::Status locked = second.Lock(std::chrono::milliseconds(0));
    EXPECT_EQ(ReasonOf(locked), Reason::kTrustDraftLocked) << locked;
  }
  DraftFile third;
  Name(third, folder_ + "/draft.json");
  EXPECT_TRUE(third.Lock(std::chrono::milliseconds(0)).ok());
}

TEST_F(DraftFileTest, ANewDraftIsEmptyWhereItMayBeNew) {
  DraftFile draft;
  Name(draft, folder_ + "/draft.json");
  EXPECT_EQ(draft.Read(/*may_be_new=*/true).value(), "");
  EXPECT_FALSE(draft.Read(/*may_be_new=*/false).ok());
  std::ofstream(folder_ + "/draft.json") << "{}";
  EXPECT_EQ(draft.Read(/*may_be_new=*/true).value(), "{}");
}

TEST_F(DraftFileTest, AFolderThatIsNotThereIsSaidSo) {
  DraftFile draft;
  Name(draft, folder_ + "/nowhere/draft.json");
  EXPECT_EQ(ReasonOf(draft.Lock()), Reason::kOutputNotWritten);
}

}  // namespace
}  // namespace sceau::cli
