// SPDX-License-Identifier: Apache-2.0
#include "base/atomic_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "base/file.h"
#include "base/status.h"

namespace sceau {
namespace {

class AtomicFileTest : public testing::Test {
 protected:
  AtomicFileTest() : folder_(testing::TempDir() + "sceau-atomic-" + std::to_string(::getpid())) {
    std::filesystem::create_directories(folder_);
  }
  ~AtomicFileTest() override { std::filesystem::remove_all(folder_); }
  std::string Path(const std::string& name) const { return folder_ + "/" + name; }
  std::vector<std::string> Names() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder_))
      names.push_back(entry.path().filename());
    return names;
  }

 private:
  std::string folder_;
};

TEST_F(AtomicFileTest, WritesWholeWithItsMode) {
  ASSERT_TRUE(WriteFileAtomically(Path("a"), AsBytes("one")).ok());
  EXPECT_EQ(AsText(*ReadFile(Path("a"), 10)), "one");
  struct stat info {};
  ::stat(Path("a").c_str(), &info);
  EXPECT_EQ(info.st_mode & 0777U, 0644U);
  ASSERT_TRUE(WriteFileAtomically(Path("a"), AsBytes("two")).ok());
  EXPECT_EQ(AsText(*ReadFile(Path("a"), 10)), "two");
  ::stat(Path("a").c_str(), &info);
  EXPECT_EQ(info.st_mode & 0777U, 0644U);
  EXPECT_THAT(Names(), testing::ElementsAre("a"));
}

TEST_F(AtomicFileTest, LeavesNothingWhenItFails) {
  std::filesystem::create_directory(Path("folder"));
  EXPECT_EQ(ReasonOf(WriteFileAtomically(Path("folder"), AsBytes("x"))), Reason::kOutputNotWritten);
  std::ofstream(Path("file")) << "not a folder";
  EXPECT_EQ(ReasonOf(WriteFileAtomically(Path("file/a"), AsBytes("x"))), Reason::kOutputNotWritten);
  EXPECT_THAT(Names(), testing::UnorderedElementsAre("file", "folder"));
}

TEST_F(AtomicFileTest, AKilledProcessLeavesNothing) {
  std::ofstream(Path("a")) << "old";
  const pid_t child = ::fork();
  if (child == 0) {
    // The signal of the limit ends it in the middle of its writing.
    const rlimit small{4096, 4096};
    ::setrlimit(RLIMIT_FSIZE, &small);
    ::signal(SIGXFSZ, SIG_DFL);
    static_cast<void>(WriteFileAtomically(Path("a"), AsBytes(std::string(100'000, 'n'))));
    ::_exit(0);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status));
  EXPECT_THAT(Names(), testing::ElementsAre("a"));
  EXPECT_EQ(AsText(*ReadFile(Path("a"), 10)), "old");
}

TEST_F(AtomicFileTest, ASymbolicLinkIsNotFollowed) {
  std::ofstream(Path("target")) << "kept";
  std::filesystem::create_symlink(Path("target"), Path("link"));
  EXPECT_EQ(ReasonOf(WriteFileAtomically(Path("link"), AsBytes("x"))), Reason::kOutputNotWritten);
  EXPECT_EQ(AsText(*ReadFile(Path("target"), 10)), "kept");
}

TEST_F(AtomicFileTest, AFullDiskLeavesTheOldFile) {
  std::ofstream(Path("a")) << "old";
  // A file-size limit makes write() fail half way, as a full disk does.
  const rlimit small{4096, RLIM_INFINITY};
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  ::signal(SIGXFSZ, SIG_IGN);
  ::setrlimit(RLIMIT_FSIZE, &small);
  const absl::Status status = WriteFileAtomically(Path("a"), AsBytes(std::string(100'000, 'n')));
  ::setrlimit(RLIMIT_FSIZE, &before);
  EXPECT_EQ(ReasonOf(status), Reason::kOutputNotWritten);
  EXPECT_EQ(AsText(*ReadFile(Path("a"), 10)), "old");
  EXPECT_THAT(Names(), testing::ElementsAre("a"));
}

}  // namespace
}  // namespace sceau
