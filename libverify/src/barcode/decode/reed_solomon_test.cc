// SPDX-License-Identifier: Apache-2.0
#include "barcode/decode/reed_solomon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

namespace sceau::barcode {
namespace {

struct Form {
  const BlockCode* code;
  std::size_t codewords;
  std::size_t error_codewords;
};
constexpr Form kForms[] = {
    {&kQrBlockCode, 26, 17},         {&kQrBlockCode, 70, 26},
    {&kQrBlockCode, 148, 30},        {&kDataMatrixBlockCode, 8, 5},
    {&kDataMatrixBlockCode, 68, 24}, {&kDataMatrixBlockCode, 242, 68},
};

// Divides by the generator polynomial, which has the successive powers of 2 as its roots.
Bytes Printed(const Form& form, std::mt19937& random) {
  const GaloisField& field = *form.code->field;
  Bytes generator{1};
  for (std::size_t i = 0; i < form.error_codewords; ++i) {
    generator.push_back(0);
    for (std::size_t j = generator.size() - 1; j > 0; --j)
      generator[j] ^= field.Multiply(generator[j - 1], field.Power(form.code->first_root + i));
  }
  Bytes block(form.codewords);
  const std::size_t data = form.codewords - form.error_codewords;
  for (std::size_t i = 0; i < data; ++i) block[i] = static_cast<std::uint8_t>(random());
  Bytes rest = block;
  for (std::size_t i = 0; i < data; ++i) {
    const std::uint8_t factor = rest[i];
    for (std::size_t j = 0; j < generator.size(); ++j)
      rest[i + j] ^= field.Multiply(generator[j], factor);
  }
  std::copy(rest.begin() + static_cast<std::ptrdiff_t>(data), rest.end(),
            block.begin() + static_cast<std::ptrdiff_t>(data));
  return block;
}

// Makes the first places of a random order wrong.
std::vector<std::size_t> Places(std::size_t count, std::mt19937& random) {
  std::vector<std::size_t> places(count);
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::ranges::shuffle(places, random);
  return places;
}

// The worked example of ISO/IEC 16022, annex O, and of ISO/IEC 18004, annex I.
TEST(BlockCorrectorTest, WorkedExamplesAreIntact) {
  const Bytes data_matrix{142, 164, 186, 114, 25, 5, 88, 102};
  EXPECT_TRUE(BlockCorrector(kDataMatrixBlockCode, data_matrix, 5).is_intact());
  EXPECT_FALSE(BlockCorrector(kQrBlockCode, data_matrix, 5).is_intact());
  const Bytes qr{0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC,
                 0x11, 0xEC, 0x11, 0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55};
  EXPECT_TRUE(BlockCorrector(kQrBlockCode, qr, 10).is_intact());
}

TEST(BlockCorrectorTest, MendsAllThatTheRedundancyAllows) {
  std::mt19937 random(1960);
  for (const Form& form : kForms) {
    for (std::size_t erased = 0; erased <= form.error_codewords; ++erased) {
      const std::size_t most = (form.error_codewords - erased) / 2;
      const Bytes printed = Printed(form, random);
      const std::vector<std::size_t> places = Places(form.codewords, random);
      Bytes read = printed;
      for (std::size_t i = 0; i < erased; ++i)  // an erased codeword may be right
        read[places[i]] = static_cast<std::uint8_t>(random());
      for (std::size_t i = erased; i < erased + most; ++i)
        read[places[i]] ^= static_cast<std::uint8_t>(1 + random() % 255);
      Bytes corrected(form.codewords);
      const auto errors = BlockCorrector(*form.code, read, form.error_codewords)
                              .Correct(std::span(places).first(erased), corrected);
      ASSERT_TRUE(errors.has_value()) << form.codewords << ' ' << erased;
      EXPECT_EQ(*errors, most);
      EXPECT_EQ(corrected, printed);
    }
  }
}

// Beyond that an answer is another block that can be printed, or there is none.
TEST(BlockCorrectorTest, GivesNothingButBlocks) {
  std::mt19937 random(1960);
  std::size_t answers = 0;
  for (int round = 0; round < 20'000; ++round) {
    const Form& form = kForms[random() % std::size(kForms)];
    Bytes read(form.codewords);
    std::ranges::generate(read, [&] { return static_cast<std::uint8_t>(random()); });
    const std::size_t erased = random() % (form.error_codewords + 1);
    const std::vector<std::size_t> places = Places(form.codewords, random);
    Bytes corrected(form.codewords);
    const auto errors = BlockCorrector(*form.code, read, form.error_codewords)
                            .Correct(std::span(places).first(erased), corrected);
    if (!errors) continue;
    ++answers;
    EXPECT_LE(2 * *errors + erased, form.error_codewords);
    EXPECT_TRUE(BlockCorrector(*form.code, corrected, form.error_codewords).is_intact());
    std::size_t changed = 0;
    for (std::size_t i = erased; i < places.size(); ++i)
      changed += corrected[places[i]] != read[places[i]];
    EXPECT_EQ(changed, *errors);
  }
  EXPECT_GT(answers, 200U);  // those with as many erasures as there are error codewords
}

TEST(BlockCorrectorTest, MoreErasuresThanRedundancyAreRefused) {
  std::mt19937 random(1960);
  const Bytes printed = Printed(kForms[3], random);
  const std::vector<std::size_t> places = Places(8, random);
  Bytes corrected(8);
  const BlockCorrector corrector(kDataMatrixBlockCode, printed, 5);
  EXPECT_FALSE(corrector.Correct(std::span(places).first(6), corrected).has_value());
  EXPECT_TRUE(corrector.Correct(std::span(places).first(5), corrected).has_value());
}

}  // namespace
}  // namespace sceau::barcode
