// SPDX-License-Identifier: Apache-2.0
#include "cli/input.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "sceau/error.h"

namespace sceau::cli {
namespace {

namespace fs = std::filesystem;

TEST(ReadInputTest, ReadsNoMoreThanAsked) {
  const std::string path = testing::TempDir() + "/sceau_input_test";
  std::ofstream(path) << "0123456789";
  EXPECT_EQ(ReadInput(path, 10).value(), "0123456789");
  EXPECT_EQ(ReadInput(path, 11).value(), "0123456789");
  EXPECT_EQ(ReadInput(path, 4).value(), "0123");
  fs::remove(path);
}

TEST(ReadInputTest, SaysWhyItCannotRead) {
  EXPECT_EQ(ReasonOf(ReadInput("/nowhere/at/all", 1).status()), Reason::kDocumentMissing);
  EXPECT_EQ(ReasonOf(ReadInput(testing::TempDir(), 1).status()), Reason::kDocumentNotReadable);
  EXPECT_FALSE(DetailOf(ReadInput(testing::TempDir(), 1).status()).empty());
}

// Would hang if it waited for a writer.
TEST(ReadInputTest, PipesAndDevicesAreRefusedAtOnce) {
  const std::string pipe = testing::TempDir() + "/sceau_input_pipe";
  fs::remove(pipe);
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const std::string link = pipe + "_link";
  fs::remove(link);
  fs::create_symlink(pipe, link);
  for (const std::string& path : {pipe, link, std::string("/dev/zero"), std::string("/dev/null")}) {
    EXPECT_EQ(ReasonOf(ReadInput(path, 10).status()), Reason::kDocumentNotReadable) << path;
    EXPECT_EQ(DetailOf(ReadInput(path, 10).status()), "not an ordinary file") << path;
  }
  fs::remove(pipe);
  fs::remove(link);
}

TEST(ReadInputTest, ALinkToAFileAndWhatAShellOpenedAreRead) {
  const std::string path = testing::TempDir() + "/sceau_input_target";
  std::ofstream(path) << "text";
  const std::string link = path + "_link";
  fs::remove(link);
  fs::create_symlink(path, link);
  EXPECT_EQ(ReadInput(link, 10).value(), "text");
  fs::remove(link);
  fs::remove(path);

  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ASSERT_EQ(::write(ends[1], "secret", 6), 6);
  ::close(ends[1]);
  EXPECT_EQ(ReadInput("/dev/fd/" + std::to_string(ends[0]), 10).value(), "secret");
  ::close(ends[0]);
  for (const char* name : {"/dev/fd/", "/dev/fd/x", "/dev/fd/-1", "/dev/fd/1x"})
    EXPECT_FALSE(ReadInput(name, 10).ok()) << name;
}

TEST(ParseHolderFileTest, ReadsItsKeys) {
  const auto holder = ParseHolderFile(
      "# la personne attendue\n\n name = DURAND Zoé \r\nborn=1984-05-12\nnir=x=y\n"
      "rank=2\ninsured-nir = z");
  ASSERT_TRUE(holder.ok());
  EXPECT_EQ(holder->name, "DURAND Zoé");
  EXPECT_EQ(holder->born, "1984-05-12");
  EXPECT_EQ(holder->nir, "x=y");
  EXPECT_EQ(holder->rank, "2");
  EXPECT_EQ(holder->insured_nir, "z");
}

TEST(ParseHolderFileTest, WhatIsAbsentIsNotAsked) {
  const auto holder = ParseHolderFile("\xEF\xBB\xBFname=DURAND\n");
  ASSERT_TRUE(holder.ok());
  EXPECT_EQ(holder->name, "DURAND");
  EXPECT_FALSE(holder->born.has_value());
  EXPECT_FALSE(holder->nir.has_value());
  EXPECT_TRUE(ParseHolderFile("").ok());
}

TEST(ParseHolderFileTest, RefusesWhatItDoesNotUnderstandWithoutRepeatingIt) {
  struct Case {
    const char* text;
    const char* detail;
  };
  const Case cases[] = {
      {"name=A\nDURAND Zoé", "holder file, line 2: not key=value"},
      {"nom=DURAND", "holder file, line 1: the key is none of name, born, nir, rank, insured-nir"},
      {"name=A\nname=DURAND", "holder file, line 2: this key was given already"},
      {"\n\nnir= \n", "holder file, line 3: no value"},
      {"=DURAND", "holder file, line 1: the key is none of name, born, nir, rank, insured-nir"},
  };
  for (const Case& c : cases) {
    const auto holder = ParseHolderFile(c.text);
    ASSERT_FALSE(holder.ok()) << c.text;
    EXPECT_EQ(ReasonOf(holder.status()), Reason::kUsage);
    EXPECT_EQ(DetailOf(holder.status()), c.detail);
    EXPECT_EQ(holder.status().ToString().find("DURAND"), std::string::npos);
  }
}

}  // namespace
}  // namespace sceau::cli
