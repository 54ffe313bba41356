// SPDX-License-Identifier: Apache-2.0
#include "barcode/decode/reed_solomon.h"

#include <algorithm>

namespace sceau::barcode {

BlockCorrector::BlockCorrector(const BlockCode& code, ByteSpan block, std::size_t error_codewords)
    : code_(&code), field_(*code.field), block_(block), error_codewords_(error_codewords) {
  for (std::size_t i = 0; i < error_codewords_; ++i) {
    const std::size_t root = code_->first_root + i;
    std::uint8_t sum = 0;
    for (const std::uint8_t codeword : block_) {
      const std::uint8_t shifted =
          sum == 0 ? std::uint8_t{0} : field_.Power(field_.Logarithm(sum) + root);
      sum = static_cast<std::uint8_t>(shifted ^ codeword);
    }
    syndromes_[i] = sum;
  }
}

bool BlockCorrector::is_intact() const {
  return std::ranges::all_of(syndromes_, [](std::uint8_t syndrome) { return syndrome == 0; });
}

// The product of 1 - X x over the locators X of the erasures.
BlockCorrector::Polynomial BlockCorrector::ErasureLocator(
    std::span<const std::size_t> erasures) const {
  Polynomial product{1};
  std::size_t degree = 0;
  for (const std::size_t place : erasures) {
    const std::uint8_t locator = field_.Power(LocatorExponent(place));
    ++degree;
    for (std::size_t i = degree; i > 0; --i) product[i] ^= field_.Multiply(product[i - 1], locator);
  }
  return product;
}

// Berlekamp and Massey's algorithm, begun with the erasures' locator (Blahut). `previous` is the
// locator before the last change of the degree, times the power of x by which that lies behind.
std::size_t BlockCorrector::FindLocator(std::size_t erasures, Polynomial& locator) const {
  Polynomial previous = locator;
  std::size_t degree = erasures;
  for (std::size_t k = erasures; k < error_codewords_; ++k) {
    std::uint8_t discrepancy = 0;
    for (std::size_t i = 0; i <= std::min(degree, k); ++i)
      discrepancy ^= field_.Multiply(locator[i], syndromes_[k - i]);
    std::shift_right(previous.begin(), previous.end(), 1);
    previous[0] = 0;
    if (discrepancy == 0) continue;
    const Polynomial before = locator;
    for (std::size_t i = 0; i < locator.size(); ++i)
      locator[i] ^= field_.Multiply(discrepancy, previous[i]);
    if (2 * degree > k + erasures) continue;
    for (std::size_t i = 0; i < before.size(); ++i)
      previous[i] = field_.Divide(before[i], discrepancy);
    degree = k + 1 + erasures - degree;
  }
  return degree;
}

// The value at 2 to the power of -`exponent`.
std::uint8_t BlockCorrector::Evaluate(const Polynomial& polynomial, std::size_t degree,
                                      std::size_t exponent) const {
  const std::size_t at = (255 - exponent) % 255;
  std::uint8_t value = 0;
  for (std::size_t i = degree + 1; i-- > 0;) {
    const std::uint8_t shifted =
        value == 0 ? std::uint8_t{0} : field_.Power(field_.Logarithm(value) + at);
    value = static_cast<std::uint8_t>(shifted ^ polynomial[i]);
  }
  return value;
}

// The syndromes times the locator, up to the power of x that the syndromes reach.
BlockCorrector::Polynomial BlockCorrector::Evaluator(const Polynomial& locator,
                                                     std::size_t degree) const {
  Polynomial evaluator{};
  for (std::size_t i = 0; i < error_codewords_; ++i) {
    for (std::size_t j = 0; j <= std::min(i, degree); ++j)
      evaluator[i] ^= field_.Multiply(locator[j], syndromes_[i - j]);
  }
  return evaluator;
}

std::optional<std::size_t> BlockCorrector::Correct(std::span<const std::size_t> erasures,
                                                   std::span<std::uint8_t> corrected) const {
  if (erasures.size() > error_codewords_) return std::nullopt;
  Polynomial locator = ErasureLocator(erasures);
  const std::size_t degree = FindLocator(erasures.size(), locator);
  if (degree < erasures.size() || 2 * degree - erasures.size() > error_codewords_)
    return std::nullopt;

  const Polynomial evaluator = Evaluator(locator, degree);
  Polynomial derivative{};  // in these fields even powers vanish
  for (std::size_t i = 1; i <= degree; i += 2) derivative[i - 1] = locator[i];

  std::ranges::copy(block_, corrected.begin());
  std::size_t roots = 0;
  for (std::size_t place = 0; place < block_.size(); ++place) {
    const std::size_t exponent = LocatorExponent(place);
    if (Evaluate(locator, degree, exponent) != 0) continue;
    ++roots;
    const std::uint8_t slope = Evaluate(derivative, degree, exponent);
    if (slope == 0) return std::nullopt;  // a double root
    const std::uint8_t ratio =
        field_.Divide(Evaluate(evaluator, error_codewords_ - 1, exponent), slope);
    // Forney's formula has the locator to the power of 1 - first_root.
    const std::size_t power = code_->first_root == 0 ? exponent : 0;
    corrected[place] ^= field_.Multiply(ratio, field_.Power(power));
  }
  // A locator with roots elsewhere, or fewer than its degree, explains nothing. The last look makes
  // sure that what is given is a block, whatever came before.
  if (roots != degree) return std::nullopt;
  if (!BlockCorrector(*code_, ByteSpan(corrected), error_codewords_).is_intact())
    return std::nullopt;
  return degree - erasures.size();
}

}  // namespace sceau::barcode
