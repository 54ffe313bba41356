// SPDX-License-Identifier: Apache-2.0
#include "base/file.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/status.h"

namespace sceau {
namespace {

class FileTest : public testing::Test {
 protected:
  FileTest() : folder_(testing::TempDir() + "sceau-file-" + std::to_string(::getpid())) {
    std::filesystem::create_directories(folder_);
  }
  ~FileTest() override { std::filesystem::remove_all(folder_); }
  std::string Path(const std::string& name) const { return folder_ + "/" + name; }
  std::string Write(const std::string& name, const std::string& content) const {
    std::ofstream(Path(name), std::ios::binary) << content;
    return Path(name);
  }

 private:
  std::string folder_;
};

TEST_F(FileTest, ReadsAWholeFileUpToTheLimit) {
  const std::string path = Write("a", std::string(100'000, 'x'));
  const auto read = ReadFile(path, 100'000);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->size(), 100'000U);
  EXPECT_EQ(ReasonOf(ReadFile(path, 99'999).status()), Reason::kDocumentTooLarge);
  EXPECT_TRUE(ReadFile(Write("empty", ""), 10)->empty());
}

TEST_F(FileTest, SaysWhyItCannotRead) {
  EXPECT_EQ(ReasonOf(ReadFile(Path("absent"), 10).status()), Reason::kDocumentMissing);
  EXPECT_EQ(ReasonOf(ReadFile(Path("."), 10).status()), Reason::kDocumentNotReadable);
  const ReadReasons key{Reason::kKeyMissing, Reason::kKeyUnusable, Reason::kKeyUnusable};
  EXPECT_EQ(ReasonOf(ReadFile(Path("absent"), 10, key).status()), Reason::kKeyMissing);
}

TEST_F(FileTest, AFifoIsRefusedAtOnce) {
  ASSERT_EQ(::mkfifo(Path("fifo").c_str(), 0600), 0);
  EXPECT_EQ(ReasonOf(ReadFile(Path("fifo"), 10).status()), Reason::kDocumentNotReadable);
}

TEST_F(FileTest, ADescriptorIsReadToItsEndUnderTheLimit) {
  for (std::size_t size : {std::size_t{0}, std::size_t{5}, std::size_t{300'000}}) {
    const std::string path = Write("d", std::string(size, 'y'));
    const int fd = ::open(path.c_str(), O_RDONLY);
    EXPECT_EQ(ReadDescriptor(fd, 300'000)->size(), size);
    ::lseek(fd, 0, SEEK_SET);
    if (size > 5) {
      EXPECT_EQ(ReasonOf(ReadDescriptor(fd, size - 1).status()), Reason::kDocumentTooLarge);
    }
    ::close(fd);
  }
}

}  // namespace
}  // namespace sceau
