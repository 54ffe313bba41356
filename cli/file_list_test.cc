// SPDX-License-Identifier: Apache-2.0
#include "cli/file_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "sceau/error.h"

namespace sceau::cli {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

class FileListTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = testing::TempDir() + "/sceau-list-XXXXXX";
    folder_ = ::mkdtemp(pattern.data());
  }
  void TearDown() override { fs::remove_all(folder_); }

  void Touch(const std::string& name) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << "x";
  }
  // Without the folder before them.
  std::vector<std::string> Names(const FileList& list) const {
    std::vector<std::string> names;
    for (const ListedFile& file : list.files()) {
      EXPECT_TRUE(file.name.file.starts_with(folder_.native()));
      names.push_back(file.name.file.substr(folder_.native().size() + 1));
    }
    return names;
  }

  fs::path folder_;
};

std::vector<std::string> FilesOf(const FileList& list) {
  std::vector<std::string> files;
  for (const ListedFile& file : list.files()) files.push_back(file.name.file);
  return files;
}

TEST_F(FileListTest, AFolderIsReadByNameWhateverItsOrderOnTheDisk) {
  for (const char* name :
       {"c.pdf", "a.pdf", "b/2.pdf", "b/1.pdf", "b/c/0.pdf", "b\n.pdf", "\xFF.pdf", "été.pdf"})
    Touch(name);
  FileList list(true);
  ASSERT_TRUE(list.Add(folder_).ok());
  EXPECT_THAT(Names(list), ElementsAre("a.pdf", "b/1.pdf", "b/2.pdf", "b/c/0.pdf", "b\n.pdf",
                                       "c.pdf", "été.pdf", "\xFF.pdf"));
  FileList slashed(true);
  ASSERT_TRUE(slashed.Add(folder_.native() + "/").ok());
  EXPECT_EQ(Names(slashed), Names(list));
}

TEST_F(FileListTest, HiddenFilesAndLinksToFoldersAreCountedAndLeftOut) {
  for (const char* name : {"a.pdf", ".DS_Store", ".cache/b.pdf", "d/.hidden.pdf", "d/c.pdf"})
    Touch(name);
  fs::create_directory_symlink(folder_, folder_ / "d" / "loop");
  fs::create_symlink(folder_ / "a.pdf", folder_ / "d" / "linked.pdf");
  fs::create_symlink(folder_ / "nowhere", folder_ / "d" / "broken.pdf");
  FileList list(true);
  ASSERT_TRUE(list.Add(folder_).ok());
  EXPECT_THAT(Names(list), ElementsAre("a.pdf", "d/broken.pdf", "d/c.pdf", "d/linked.pdf"));
  EXPECT_EQ(list.hidden(), 3U);
  EXPECT_EQ(list.links_to_folders(), 1U);
}

// Each is named in the results, and none is opened here: a FIFO would hang.
TEST_F(FileListTest, WhatIsNotAFileIsNamed) {
  ASSERT_EQ(::mkfifo((folder_ / "fifo").c_str(), 0600), 0);
  std::string deep = "0";
  for (std::size_t i = 0; i < kMaxFolderDepth + 5; ++i) deep += "/d";
  Touch(deep + "/a.pdf");
  FileList list(true);
  ASSERT_TRUE(list.Add(folder_).ok());
  ASSERT_EQ(list.files().size(), 2U);
  EXPECT_EQ(ReasonOf(list.files()[0].problem), Reason::kDocumentNotReadable);
  EXPECT_EQ(Names(list)[1], "fifo");
}

TEST_F(FileListTest, AFolderIsReadOnlyWhereFoldersAre) {
  Touch("a.pdf");
  FileList list(false);
  ASSERT_TRUE(list.Add(folder_).ok());
  EXPECT_EQ(FilesOf(list), std::vector<std::string>{folder_});
  EXPECT_EQ(ReasonOf(list.files()[0].problem), Reason::kDocumentNotReadable);
  EXPECT_EQ(list.folders_unread(), 1U);
  ASSERT_TRUE(list.Add("-").ok());
  EXPECT_TRUE(list.files()[1].problem.ok());
}

TEST(FileNamesTest, OneNamePerLineOrPerNulByte) {
  FileList lines(false);
  ASSERT_TRUE(lines
                  .AddNames("\xEF\xBB\xBF"
                            "a.pdf\r\n\nb c.pdf\n-\n \xFF\n{\"file\": \"x\"}",
                            '\n')
                  .ok());
  EXPECT_THAT(FilesOf(lines), ElementsAre("a.pdf", "b c.pdf", "./-", " \xFF", "{\"file\": \"x\"}"));
  FileList nul(false);
  ASSERT_TRUE(nul.AddNames(std::string_view("a\nb.pdf\0\0c\r\0", 12), '\0').ok());
  EXPECT_THAT(FilesOf(nul), ElementsAre("a\nb.pdf", "c\r"));
  // Lines that were written with -print0.
  EXPECT_EQ(ReasonOf(FileList(false).AddNames(std::string_view("a\0b\n", 4), '\n')),
            Reason::kUsage);
  FileList none(false);
  ASSERT_TRUE(none.AddNames("\n\n", '\n').ok());
  EXPECT_THAT(none.files(), IsEmpty());
}

TEST(FileNamesTest, ABatchNamesItsRequests) {
  FileList list(true);
  ASSERT_TRUE(list.AddBatch("{\"request_id\": \"r1\", \"file\": \"a.pdf\"}\n\n"
                            "{\"file\": \"-\", \"request_id\": \"r 2\"}\r\n",
                            "batch")
                  .ok());
  EXPECT_THAT(FilesOf(list), ElementsAre("a.pdf", "./-"));
  EXPECT_EQ(list.files()[1].name.request_id, "r 2");
}

TEST(FileNamesTest, ALineThatIsNotARequestIsAnsweredInItsPlace) {
  const struct {
    const char* line;
    const char* file;
    const char* request;
  } kCases[] = {
      {"a.pdf", "batch:2", ""},
      {"[]", "batch:2", ""},
      {"{}", "batch:2", ""},
      {"{\"file\": \"a\"}", "a", ""},
      {"{\"request_id\": \"r\"}", "batch:2", "r"},
      {"{\"file\": 1, \"request_id\": \"r\"}", "batch:2", "r"},
      {"{\"file\": \"\", \"request_id\": \"r\"}", "batch:2", "r"},
      {"{\"file\": \"a\", \"request_id\": \"\"}", "a", ""},
      {"{\"file\": \"a\\u0000b\", \"request_id\": \"r\"}", "batch:2", "r"},
      {"{\"file\": \"a\", \"request_id\": \"r\", \"at\": \"x\"}", "a", "r"},
      {"{\"file\": \"\xFF\", \"request_id\": \"r\"}", "batch:2", ""},
  };
  for (const auto& one : kCases) {
    SCOPED_TRACE(one.line);
    FileList list(true);
    ASSERT_TRUE(
        list.AddBatch("\n" + std::string(one.line) + "\n{\"file\": \"b\", \"request_id\": \"s\"}\n",
                      "batch")
            .ok());
    EXPECT_THAT(FilesOf(list), ElementsAre(one.file, "b"));
    EXPECT_EQ(list.files()[0].name.request_id, one.request);
    EXPECT_EQ(ReasonOf(list.files()[0].problem), Reason::kDocumentBadRequest);
    EXPECT_TRUE(list.files()[1].problem.ok());
  }
}

TEST(FileNamesTest, MoreThanTheLimitIsRefused) {
  std::string names;
  for (std::size_t i = 0; i <= kMaxListedFiles; ++i) names += "a\n";
  FileList list(false);
  EXPECT_EQ(ReasonOf(list.AddNames(names, '\n')), Reason::kUsage);
  EXPECT_EQ(list.files().size(), kMaxListedFiles);
}

}  // namespace
}  // namespace sceau::cli
