// SPDX-License-Identifier: Apache-2.0
// Every mutant of one bit of a genuine seal, of each format and algorithm, in its text and under
// its encodings: none may be believed. SCEAU_MUTANTS=N tries N more, of one to three bits, on seals
// that are made anew; SCEAU_SEED chooses which.
#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>
#include <random>

#include "attack_testing.h"
#include "codec/base32.h"
#include "trust/trust_testing.h"

namespace sceau::attacks {
namespace {

// What is signed with its signature, and how it becomes a text.
struct Sealed {
  Bytes bytes;
  std::function<std::string(ByteSpan)> write;
};

class BitFlipTest : public testing::Test {
 protected:
  std::vector<Sealed> Seals() const {
    std::vector<Sealed> seals;
    for (const TestIssuer* issuer : {&es256_, &es384_, &eddsa_})
      seals.push_back({ForgedSeal(*issuer).Envelope(), TextOf});
    for (const trust::TestParty* leaf : {&p256_, &p384_}) {
      const std::string certificate = leaf->certificate.subject_common_name();
      const std::string text =
          "DC04FR99" + certificate + "2645264601" + "01FR10MME/FICTION/ZOE\x1D" + "26FR";
      Bytes bytes = ToBytes(AsBytes(text));
      const Bytes signature = *leaf->key.Sign(bytes);
      bytes.insert(bytes.end(), signature.begin(), signature.end());
      seals.push_back({bytes, [length = text.size()](ByteSpan sealed) {
                         const ByteSpan head = sealed.first(length);
                         return std::string(head.begin(), head.end()) + "\x1F" +
                                codec::EncodeBase32(sealed.subspan(length));
                       }});
    }
    return seals;
  }

  bool IsTaken(std::string_view text) const {
    return IsBelieved(JudgeSeen(trust_, text, Morning("2026-11-23"), "insurer"));
  }

  // A scanner fault explains some mutants, and then the report says which.
  bool IsTakenAsTyped(std::string_view text) const {
    const Report report = Judge(trust_, text, Morning("2026-11-23"), "insurer");
    const auto is_fault = [](const Finding& finding) {
      return AreaOf(finding.reason) == ReasonArea::kScanner;
    };
    return IsBelieved(report) && std::ranges::none_of(report.seals.front().reasons, is_fault);
  }

  const TestIssuer es256_{crypto::Algorithm::kEs256, "Caisse une"};
  const TestIssuer es384_{crypto::Algorithm::kEs384, "Caisse deux"};
  const TestIssuer eddsa_{crypto::Algorithm::kEdDsa, "Caisse trois"};
  const trust::TestParty authority_ = trust::MakeParty({.common_name = "FR99", .authority = true});
  const trust::TestParty p256_ = trust::MakeParty({.common_name = "0256"}, &authority_);
  const trust::TestParty p384_ = trust::MakeParty(
      {.common_name = "0384", .algorithm = crypto::Algorithm::kEs384}, &authority_);
  const Trust trust_ = TrustOf({es256_.certificate, es384_.certificate, eddsa_.certificate,
                                authority_.certificate, p256_.certificate, p384_.certificate});
};

template <typename Container>
void Flip(Container& bytes, std::size_t bit) {
  using Byte = typename Container::value_type;
  bytes[bit / 8] = static_cast<Byte>(static_cast<std::uint8_t>(bytes[bit / 8]) ^ (1U << (bit % 8)));
}

TEST_F(BitFlipTest, A02NoMutantVerifies) {
  constexpr std::size_t kTypedOf = 61;  // typed text is read in hundreds of ways
  for (const Sealed& seal : Seals()) {
    const std::string text = seal.write(seal.bytes);
    ASSERT_TRUE(IsTaken(text)) << EscapeForDisplay(text);
    for (std::size_t bit = 0; bit < seal.bytes.size() * 8; ++bit) {
      Bytes mutant = seal.bytes;
      Flip(mutant, bit);
      EXPECT_FALSE(IsTaken(seal.write(mutant))) << ToHex(seal.bytes) << " bit " << bit;
    }
    for (std::size_t bit = 0; bit < text.size() * 8; ++bit) {
      std::string mutant = text;
      Flip(mutant, bit);
      EXPECT_FALSE(IsTaken(mutant)) << EscapeForDisplay(mutant) << " bit " << bit;
      if (bit % kTypedOf == 0) {
        EXPECT_FALSE(IsTakenAsTyped(mutant)) << EscapeForDisplay(mutant) << " bit " << bit;
      }
    }
  }
}

long FromEnvironment(const char* name, long otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : std::strtol(value, nullptr, 10);
}

TEST_F(BitFlipTest, A02NoMutantOfManySealsVerifies) {
  const long count = FromEnvironment("SCEAU_MUTANTS", 1000);
  std::mt19937_64 random(static_cast<std::uint64_t>(FromEnvironment("SCEAU_SEED", 1)));
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  constexpr long kMutantsOfOneSeal = 100;
  std::vector<Sealed> seals;
  for (long i = 0; i < count; ++i) {
    if (i % kMutantsOfOneSeal == 0) seals = Seals();
    const Sealed& seal = seals[below(seals.size())];
    Bytes mutant = seal.bytes;
    const std::size_t flips = 1 + below(3);
    for (std::size_t flip = 0; flip < flips; ++flip) Flip(mutant, below(mutant.size() * 8));
    if (mutant == seal.bytes) continue;  // the same bit twice
    EXPECT_FALSE(IsTaken(seal.write(mutant))) << ToHex(seal.bytes) << "\n" << ToHex(mutant);
  }
}

}  // namespace
}  // namespace sceau::attacks
