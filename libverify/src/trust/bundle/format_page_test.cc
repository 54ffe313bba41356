// SPDX-License-Identifier: Apache-2.0
// The worked example of docs/formats/ad1.md, read off the page: a stranger who follows it must get
// what we get.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "seal/registry.h"
#include "trust/trust_store.h"

namespace sceau::trust {
namespace {

std::string Page() {
  std::ifstream in(SCEAU_SOURCE_DIR "/docs/formats/ad1.md", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The fenced blocks, in their order.
std::vector<std::string> Ad1Blocks() {
  constexpr std::string_view kFence = "```\n";
  std::vector<std::string> blocks;
  const std::string page = Page();
  for (std::size_t at = page.find(kFence); at != page.npos; at = page.find(kFence, at)) {
    const std::size_t start = at + kFence.size();
    const std::size_t end = page.find(kFence, start);
    blocks.push_back(page.substr(start, end - start));
    at = end + kFence.size();
  }
  return blocks;
}

std::string WithoutLineBreaks(std::string text) {
  std::erase(text, '\n');
  return text;
}

TEST(FormatPageTest, TheWorkedExampleOfAd1Holds) {
  const auto blocks = Ad1Blocks();
  ASSERT_EQ(blocks.size(), 5U);
  const auto certificates = crypto::Certificate::ParsePem(AsBytes(blocks[0]));
  ASSERT_TRUE(certificates.ok()) << certificates.status();
  const auto store = TrustStore::Create(*certificates, {"ad1.md"});
  ASSERT_TRUE(store.ok()) << store.status();

  const std::string text = WithoutLineBreaks(blocks[4]);
  const seal::Format* format = seal::DetectFormat(AsBytes(text));
  ASSERT_NE(format, nullptr);
  const auto parsed = seal::Parse(*format, AsBytes(text), Limits{});
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  EXPECT_EQ(ToHex(parsed->signed_bytes), WithoutLineBreaks(blocks[2]));
  EXPECT_EQ(ToHex(parsed->layers[1].bytes), WithoutLineBreaks(blocks[3]));
  EXPECT_THAT(ToHex(parsed->signed_bytes), testing::HasSubstr(WithoutLineBreaks(blocks[1])));

  const auto issuers = store->Find(parsed->key);
  ASSERT_EQ(issuers.size(), 1U);
  EXPECT_EQ(*issuers[0]->Verify(parsed->signed_bytes, parsed->signature),
            crypto::SignatureCheck::kVerified);
  const auto decoded = format->decode_claims(*parsed);
  ASSERT_TRUE(decoded.ok()) << decoded.status();
  EXPECT_EQ(decoded->claims.attestation->holder.birth_name, "LEFÈVRE");
  EXPECT_EQ(decoded->claims.attestation->valid_until, ParseIsoDate("2027-04-30"));
  EXPECT_EQ(decoded->claims.attestation->rights.size(), 2U);
}

// The table of the payload, byte for byte.
TEST(FormatPageTest, TheTableOfAd1IsThePayload) {
  const std::string page = Page();
  std::string hex;
  for (std::size_t row = page.find("\n| 0 | `a5`"); row != page.npos;
       row = page.find("\n| ", row + 1)) {
    const std::size_t start = page.find('`', row) + 1;
    std::string bytes = page.substr(start, page.find('`', start) - start);
    std::erase(bytes, ' ');
    hex += bytes;
  }
  const std::string text = WithoutLineBreaks(Ad1Blocks()[4]);
  const auto parsed = seal::Parse(*seal::DetectFormat(AsBytes(text)), AsBytes(text), Limits{});
  EXPECT_EQ(hex, ToHex(parsed->content));
}

}  // namespace
}  // namespace sceau::trust
