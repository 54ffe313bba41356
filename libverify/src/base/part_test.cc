// SPDX-License-Identifier: Apache-2.0
#include "base/part.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace sceau {
namespace {

struct Table {
  int answer;
};

TEST(PartTest, WhatIsLinkedIsTaken) {
  constexpr Table kLinked{42};
  const auto table = TakePart(&kLinked, "no-such-part");
  ASSERT_TRUE(table.ok()) << table.status();
  EXPECT_EQ((*table)->answer, 42);
}

TEST(PartTest, WhatIsMissingIsSaidWithItsPath) {
  const auto table = TakePart<Table>(nullptr, "no-such-part");
  ASSERT_FALSE(table.ok());
  EXPECT_EQ(ReasonOf(table.status()), Reason::kInternal);
  const std::string beside = std::filesystem::canonical("/proc/self/exe").parent_path();
  EXPECT_TRUE(DetailOf(table.status()).starts_with(beside + "/sceau/no-such-part-"))
      << DetailOf(table.status());
}

TEST(PartTest, TheCurrentFolderIsNotLookedInto) {
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path("/");
  const auto table = LoadPart("no-such-part");
  std::filesystem::current_path(before);
  EXPECT_FALSE(DetailOf(table.status()).starts_with("/sceau/")) << DetailOf(table.status());
}

}  // namespace
}  // namespace sceau
