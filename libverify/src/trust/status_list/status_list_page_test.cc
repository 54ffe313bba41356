// SPDX-License-Identifier: Apache-2.0
// The worked example of docs/formats/status-list.md, read off the page.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "trust/status_list/status_list.h"
#include "trust/status_list/status_list_image.h"

namespace sceau::trust {
namespace {

// The fenced blocks, in their order.
std::vector<std::string> StatusListBlocks() {
  std::ifstream in(SCEAU_SOURCE_DIR "/docs/formats/status-list.md", std::ios::binary);
  const std::string page{std::istreambuf_iterator<char>(in), {}};
  constexpr std::string_view kFence = "```\n";
  std::vector<std::string> blocks;
  for (std::size_t at = page.find(kFence); at != page.npos; at = page.find(kFence, at)) {
    const std::size_t start = at + kFence.size();
    const std::size_t end = page.find(kFence, start);
    blocks.push_back(page.substr(start, end - start));
    at = end + kFence.size();
  }
  return blocks;
}

Bytes FromHex(std::string hex) {
  std::erase(hex, '\n');
  Bytes bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes.push_back(static_cast<std::uint8_t>(std::stoi(hex.substr(i, 2), nullptr, 16)));
  }
  return bytes;
}

TEST(StatusListPageTest, TheWorkedExampleHolds) {
  const auto blocks = StatusListBlocks();
  ASSERT_EQ(blocks.size(), 3U);
  const auto certificates = crypto::Certificate::ParsePem(AsBytes(blocks[0]));
  ASSERT_TRUE(certificates.ok()) << certificates.status();
  const auto parsed = ParseStatusList(FromHex(blocks[2]), {});
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  EXPECT_THAT(ToHex(parsed->signed_bytes), testing::HasSubstr(ToHex(FromHex(blocks[1]))));

  const auto list = VerifiedStatusList::Verify(*parsed, certificates->front(), {});
  ASSERT_TRUE(list.ok()) << list.status();
  EXPECT_EQ(ToHex(list->packed()), "100800");
  EXPECT_EQ(list->header().number, 1U);
  const Bytes bytes = WriteStatusListImage(*list);
  const StatusListImage image = *StatusListImage::Read(bytes);
  EXPECT_EQ(
      image.Lookup(2).withdrawal,
      (Withdrawal{2, StatusValue::kInvalid, *ParseIsoDate("2026-11-20"), WithdrawalReason::kLost}));
  EXPECT_EQ(image.Lookup(5).withdrawal,
            (Withdrawal{5, StatusValue::kSuspended, *ParseIsoDate("2026-11-23"),
                        WithdrawalReason::kFraud}));
  EXPECT_EQ(image.Lookup(11).value, StatusValue::kValid);
  EXPECT_EQ(image.Lookup(12).value, StatusValue::kOutsideList);
}

}  // namespace
}  // namespace sceau::trust
