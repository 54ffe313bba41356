// SPDX-License-Identifier: Apache-2.0
#include "codec/zlib.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <fstream>
#include <limits>
#include <string>

#include "base/status.h"

namespace sceau::codec {
namespace {

constexpr InflateReasons kReasons{.damaged = Reason::kSealMalformedField,
                                  .too_large = Reason::kSealTooLong};
constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

// "sceau" as Python's zlib.compress() writes it at level 9.
const Bytes kSceau = {0x78, 0xDA, 0x2B, 0x4E, 0x4E, 0x4D, 0x2C, 0x05, 0x00, 0x06, 0x36, 0x02, 0x12};

std::optional<Reason> InflateRefusal(ByteSpan stream, std::size_t limit) {
  const auto inflated = Inflate(stream, limit, kReasons);
  if (inflated.ok()) return std::nullopt;
  return ReasonOf(inflated.status());
}

Bytes Compressed(const Bytes& bytes) { return *Deflate(bytes, DeflateKind::kSparse); }

TEST(ZlibTest, AStreamMadeElsewhereIsInflated) {
  const auto inflated = Inflate(kSceau, kNoLimit, kReasons);
  ASSERT_TRUE(inflated.ok()) << inflated.status();
  EXPECT_EQ(AsText(*inflated), "sceau");
}

TEST(ZlibTest, BothKindsComeBackAsTheyWere) {
  Bytes noise(300'000);
  std::uint32_t state = 1;
  for (std::uint8_t& byte : noise)
    byte = static_cast<std::uint8_t>((state = state * 69069 + 1) >> 24);
  for (const Bytes& bytes : {Bytes{}, Bytes{7}, Bytes(1'000'000, 0), noise}) {
    for (const DeflateKind kind : {DeflateKind::kSparse, DeflateKind::kNoise}) {
      const auto stream = Deflate(bytes, kind);
      ASSERT_TRUE(stream.ok()) << stream.status();
      const auto inflated = Inflate(*stream, bytes.size(), kReasons);
      ASSERT_TRUE(inflated.ok()) << inflated.status();
      EXPECT_EQ(*inflated, bytes);
    }
  }
}

TEST(ZlibTest, RepeatsAreSoughtInSparseBytesOnly) {
  const Bytes zeros(1'000'000, 0);
  EXPECT_LT(Deflate(zeros, DeflateKind::kSparse)->size(), 2'000U);
  EXPECT_GT(Deflate(zeros, DeflateKind::kNoise)->size(), 100'000U);
}

TEST(ZlibTest, TheLimitIsTheLastSizeThatIsTaken) {
  for (const std::size_t size : {std::size_t{1}, std::size_t{65'535}, std::size_t{65'536},
                                 std::size_t{65'537}, std::size_t{1'000'000}}) {
    const Bytes stream = Compressed(Bytes(size, 1));
    EXPECT_EQ(InflateRefusal(stream, size), std::nullopt) << size;
    EXPECT_EQ(InflateRefusal(stream, size - 1), Reason::kSealTooLong) << size;
  }
  EXPECT_EQ(InflateRefusal(Compressed({}), 0), std::nullopt);
}

// A bomb whose end is damaged: what refuses it shows that inflating stopped at the limit.
TEST(ZlibTest, NothingIsInflatedBeyondTheLimit) {
  Bytes bomb = Compressed(Bytes(50'000'000, 0));
  bomb.back() ^= 1;
  EXPECT_EQ(InflateRefusal(bomb, 1'000), Reason::kSealTooLong);
  EXPECT_EQ(InflateRefusal(bomb, 50'000'000), Reason::kSealMalformedField);
}

#ifndef __SANITIZE_ADDRESS__  // whose shadow takes 20 TB of addresses
TEST(ZlibTest, WhatMemoryDoesNotHoldIsTooLarge) {
  const Bytes packed = *Deflate(Bytes(std::size_t{64} << 20), DeflateKind::kSparse);
  rlimit before{};
  ::getrlimit(RLIMIT_AS, &before);
  std::size_t pages = 0;
  std::ifstream("/proc/self/statm") >> pages;
  const auto now = static_cast<rlim_t>(pages) * static_cast<rlim_t>(::getpagesize());
  const rlimit little{now + (rlim_t{16} << 20), before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_AS, &little), 0);
  const auto inflated = Inflate(packed, std::size_t{64} << 20, kReasons);
  ::setrlimit(RLIMIT_AS, &before);
  EXPECT_EQ(ReasonOf(inflated.status()), kReasons.too_large);
}
#endif

TEST(ZlibTest, EveryCutAndEveryTrailingByteIsRefused) {
  for (std::size_t size = 0; size < kSceau.size(); ++size) {
    EXPECT_EQ(InflateRefusal(ByteSpan(kSceau).first(size), kNoLimit), Reason::kSealMalformedField)
        << size;
  }
  Bytes longer = kSceau;
  longer.push_back(0);
  EXPECT_EQ(InflateRefusal(longer, kNoLimit), Reason::kSealMalformedField);
}

TEST(ZlibTest, DamageIsRefused) {
  const struct {
    const char* what;
    std::size_t at;
    std::uint8_t value;
  } cases[] = {
      {"another method", 0, 0x79},        {"a wrong header check", 1, 0xDB},
      {"a preset dictionary", 1, 0xF9},  // FDICT set, check bits right
      {"a reserved block type", 2, 0x2F}, {"a wrong checksum", 12, 0x13},
  };
  for (const auto& damage : cases) {
    Bytes stream = kSceau;
    stream[damage.at] = damage.value;
    EXPECT_EQ(InflateRefusal(stream, kNoLimit), Reason::kSealMalformedField) << damage.what;
  }
  // gzip and raw deflate are other formats.
  EXPECT_EQ(InflateRefusal(Bytes{0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0},
                           kNoLimit),
            Reason::kSealMalformedField);
  EXPECT_EQ(InflateRefusal(ByteSpan(kSceau).subspan(2), kNoLimit), Reason::kSealMalformedField);
}

}  // namespace
}  // namespace sceau::codec
