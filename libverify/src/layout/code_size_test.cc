// SPDX-License-Identifier: Apache-2.0
#include "layout/code_size.h"

#include <gtest/gtest.h>

#include <limits>

namespace sceau::layout {
namespace {

// The capacities of ISO/IEC 18004:2015, table 7, alphanumeric, level M.
TEST(CodeSizeTest, IsTheSmallestCodeThatHoldsTheText) {
  const struct {
    std::size_t characters;
    int version;
  } rows[] = {{1, 1},     {20, 1},    {21, 2},    {38, 2},    {262, 9},   {263, 10}, {311, 10},
              {1542, 26}, {1543, 27}, {1637, 27}, {3220, 39}, {3221, 40}, {3391, 40}};
  for (const auto& row : rows)
    EXPECT_EQ(CodeModules(row.characters), 17 + 4 * row.version) << row.characters;
  EXPECT_EQ(CodeModules(3392), 0);
  EXPECT_EQ(CodeModules(std::numeric_limits<std::size_t>::max()), 0);
}

}  // namespace
}  // namespace sceau::layout
