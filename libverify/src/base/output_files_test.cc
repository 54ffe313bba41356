// SPDX-License-Identifier: Apache-2.0
#include "sceau/output_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/status.h"

namespace sceau {
namespace {

namespace fs = std::filesystem;
using Readers = OutputFiles::Readers;
using Existing = OutputFiles::Existing;

class OutputFilesTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = testing::TempDir() + "/sceau_outputs_XXXXXX";
    ASSERT_NE(::mkdtemp(folder_.data()), nullptr);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string Path(const std::string& name) const { return folder_ + "/" + name; }
  std::string Content(const std::string& name) const {
    std::ifstream file(Path(name));
    return (std::ostringstream() << file.rdbuf()).str();
  }
  unsigned Mode(const std::string& name) const {
    struct stat facts {};
    ::stat(Path(name).c_str(), &facts);
    return facts.st_mode & 07777U;
  }
  std::vector<std::string> Names() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_))
      names.push_back(entry.path().filename());
    return names;
  }

  std::string folder_;
};

TEST_F(OutputFilesTest, AllAppearOnCommitWithTheirModes) {
  OutputFiles outputs;
  ASSERT_TRUE(outputs.Stage(Path("key"), "secret", Readers::kOwner, Existing::kRefuse).ok());
  ASSERT_TRUE(outputs.Stage(Path("cert"), "public", Readers::kEverybody, Existing::kRefuse).ok());
  EXPECT_FALSE(fs::exists(Path("key")));
  ASSERT_TRUE(outputs.Commit().ok());
  EXPECT_THAT(Names(), testing::UnorderedElementsAre("key", "cert"));
  EXPECT_EQ(Content("key"), "secret");
  EXPECT_EQ(Content("cert"), "public");
  EXPECT_EQ(Mode("key"), 0600U);
  EXPECT_EQ(Mode("cert"), 0644U);
}

TEST_F(OutputFilesTest, WithoutCommitNothingIsLeft) {
  {
    OutputFiles outputs;
    ASSERT_TRUE(outputs.Stage(Path("a"), "text", Readers::kOwner, Existing::kReplace).ok());
  }
  EXPECT_THAT(Names(), testing::IsEmpty());
}

TEST_F(OutputFilesTest, AnExistingFileIsRefusedOrReplaced) {
  std::ofstream(Path("a")) << "old";
  OutputFiles refusing;
  EXPECT_EQ(ReasonOf(refusing.Stage(Path("a"), "new", Readers::kOwner, Existing::kRefuse)),
            Reason::kOutputExists);
  EXPECT_EQ(refusing.failed_path(), Path("a"));
  EXPECT_EQ(Content("a"), "old");

  OutputFiles replacing;
  ASSERT_TRUE(replacing.Stage(Path("a"), "new", Readers::kOwner, Existing::kReplace).ok());
  ASSERT_TRUE(replacing.Commit().ok());
  EXPECT_EQ(Content("a"), "new");
  EXPECT_EQ(Mode("a"), 0600U);
}

TEST_F(OutputFilesTest, ADanglingLinkIsAnExistingName) {
  fs::create_symlink("elsewhere", Path("key"));
  OutputFiles outputs;
  EXPECT_FALSE(outputs.Stage(Path("key"), "x", Readers::kOwner, Existing::kRefuse).ok());
  EXPECT_EQ(ReasonOf(outputs.Stage(Path("key"), "x", Readers::kOwner, Existing::kReplace)),
            Reason::kOutputNotWritten);
}

TEST_F(OutputFilesTest, AKilledProcessLeavesNothing) {
  const pid_t child = ::fork();
  if (child == 0) {
    OutputFiles outputs;
    if (!outputs.Stage(Path("a"), "text", Readers::kOwner, Existing::kReplace).ok()) ::_exit(1);
    ::raise(SIGKILL);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status));
  EXPECT_THAT(Names(), testing::IsEmpty());
}

TEST_F(OutputFilesTest, ALinkThatIsPutInTheWayIsReplacedAndNotFollowed) {
  std::ofstream(Path("victim")) << "mine";
  OutputFiles outputs;
  ASSERT_TRUE(outputs.Stage(Path("a"), "text", Readers::kOwner, Existing::kReplace).ok());
  fs::create_symlink("victim", Path("a"));
  ASSERT_TRUE(outputs.Commit().ok());
  EXPECT_EQ(Content("victim"), "mine");
  EXPECT_FALSE(fs::is_symlink(Path("a")));
  EXPECT_EQ(Content("a"), "text");
}

TEST_F(OutputFilesTest, PipesAndDevicesAreNotOutputs) {
  ASSERT_EQ(::mkfifo(Path("pipe").c_str(), 0600), 0);
  for (const std::string& path : {Path("pipe"), std::string("/dev/null")}) {
    OutputFiles outputs;
    EXPECT_EQ(ReasonOf(outputs.Stage(path, "x", Readers::kOwner, Existing::kReplace)),
              Reason::kOutputNotWritten);
  }
  EXPECT_THAT(Names(), testing::ElementsAre("pipe"));
}

TEST_F(OutputFilesTest, AFileThatAppearsMeanwhileIsKeptAndNothingElseIsLeft) {
  OutputFiles outputs;
  ASSERT_TRUE(outputs.Stage(Path("key"), "secret", Readers::kOwner, Existing::kRefuse).ok());
  ASSERT_TRUE(outputs.Stage(Path("cert"), "public", Readers::kEverybody, Existing::kRefuse).ok());
  std::ofstream(Path("cert")) << "somebody else's";
  EXPECT_EQ(ReasonOf(outputs.Commit()), Reason::kOutputExists);
  EXPECT_EQ(outputs.failed_path(), Path("cert"));
  EXPECT_FALSE(fs::exists(Path("key")));
  EXPECT_EQ(Content("cert"), "somebody else's");
}

TEST_F(OutputFilesTest, AFolderThatIsMissingIsMade) {
  OutputFiles outputs;
  ASSERT_TRUE(outputs.Stage(Path("a/b/c.pdf"), "page", Readers::kOwner, Existing::kRefuse).ok());
  ASSERT_TRUE(outputs.Commit().ok());
  EXPECT_EQ(Content("a/b/c.pdf"), "page");
}

TEST_F(OutputFilesTest, WhenALaterOneFailsNoneIsLeft) {
  std::ofstream(Path("file")) << "in the way of a folder";
  {
    OutputFiles outputs;
    ASSERT_TRUE(outputs.Stage(Path("a.pdf"), "page", Readers::kOwner, Existing::kReplace).ok());
    const auto status =
        outputs.Stage(Path("file/a.png"), "code", Readers::kOwner, Existing::kReplace);
    EXPECT_EQ(ReasonOf(status), Reason::kOutputNotWritten);
    EXPECT_EQ(outputs.failed_path(), Path("file/a.png"));
  }
  EXPECT_THAT(Names(), testing::ElementsAre("file"));
  fs::remove(Path("file"));
  {
    OutputFiles outputs;
    ASSERT_TRUE(outputs.Stage(Path("a.pdf"), "page", Readers::kOwner, Existing::kReplace).ok());
    ASSERT_TRUE(outputs.Stage(Path("a.png"), "code", Readers::kOwner, Existing::kReplace).ok());
    fs::create_directory(Path("a.png"));  // in the way of the second
    EXPECT_EQ(ReasonOf(outputs.Commit()), Reason::kOutputNotWritten);
  }
  EXPECT_THAT(Names(), testing::ElementsAre("a.png"));
}

// A draft that is edited must not vanish because the bundle beside it cannot be written.
TEST_F(OutputFilesTest, AReplacedFileIsNeverLost) {
  std::ofstream(Path("draft")) << "old";
  {
    OutputFiles outputs;
    ASSERT_TRUE(outputs.Stage(Path("draft"), "new", Readers::kOwner, Existing::kReplace).ok());
    ASSERT_TRUE(outputs.Stage(Path("bundle"), "b", Readers::kOwner, Existing::kRefuse).ok());
    std::ofstream(Path("bundle")) << "somebody else's";
    EXPECT_EQ(ReasonOf(outputs.Commit()), Reason::kOutputExists);
  }
  EXPECT_EQ(Content("draft"), "old");
  std::ofstream(Path("list")) << "old";
  {
    OutputFiles outputs;
    ASSERT_TRUE(outputs.Stage(Path("draft"), "new", Readers::kOwner, Existing::kReplace).ok());
    ASSERT_TRUE(outputs.Stage(Path("list"), "new", Readers::kOwner, Existing::kReplace).ok());
    fs::remove(Path("list"));
    fs::create_directory(Path("list"));  // in the way of the second
    EXPECT_EQ(ReasonOf(outputs.Commit()), Reason::kOutputNotWritten);
  }
  EXPECT_EQ(Content("draft"), "new");
}

}  // namespace
}  // namespace sceau
