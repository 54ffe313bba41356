// SPDX-License-Identifier: Apache-2.0
#include "base/large_memory.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace sceau {
namespace {

constexpr std::size_t kLargePage = std::size_t{2} << 20;

TEST(LargeMemoryTest, AVectorOfAnySizeHoldsWhatIsWritten) {
  for (const std::size_t count : {std::size_t{0}, std::size_t{1}, kLargePage, 2 * kLargePage + 1}) {
    std::vector<std::uint8_t, UnsetAllocator<std::uint8_t>> values;
    values.resize(count);
    for (std::size_t i = 0; i < count; ++i) values[i] = static_cast<std::uint8_t>(i % 251);
    values.resize(count + count / 2, 7);
    ASSERT_EQ(values.size(), count + count / 2);
    for (std::size_t i = 0; i < values.size(); ++i) {
      ASSERT_EQ(values[i], i < count ? i % 251 : 7U) << count;
    }
  }
}

TEST(LargeMemoryTest, LargeMemoryBeginsAtALargePage) {
  void* memory = AllocateLarge(kLargePage + 1);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(memory) % kLargePage, 0U);
  FreeLarge(memory, kLargePage + 1);
}

TEST(LargeMemoryTest, RoomKeepsWhatBytesHold) {
  Bytes bytes = {1, 2, 3};
  ReserveLarge(bytes, 3 * kLargePage);
  EXPECT_EQ(bytes, (Bytes{1, 2, 3}));
  EXPECT_GE(bytes.capacity(), 3 * kLargePage);
}

TEST(LargeMemoryTest, MemoryOfAnySizeMayBeAskedFor) {
  Bytes bytes(5 * kLargePage / 2, 9);
  PreferLargePages(bytes.data(), bytes.size());
  PreferLargePages(bytes.data(), 0);
  PreferLargePages(nullptr, 0);
  EXPECT_EQ(bytes.back(), 9);
}

}  // namespace
}  // namespace sceau
