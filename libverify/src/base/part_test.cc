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

// What is loaded from beside an installed library: tests/install_consumer.
TEST(PartTest, WhatIsMissingIsAnError) {
  const auto table = TakePart<Table>(nullptr, "no-such-part");
  ASSERT_FALSE(table.ok());
  EXPECT_EQ(ReasonOf(table.status()), Reason::kInternal);
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
