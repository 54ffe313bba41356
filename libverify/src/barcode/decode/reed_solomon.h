// SPDX-License-Identifier: Apache-2.0
// Corrects one Reed-Solomon block, with errors whose places are unknown and erasures whose places
// are known.
//
// A block is a polynomial that was made to vanish at `error_codewords` successive powers of 2. What
// a damaged block gives there, its syndromes, depends on the damage alone. Each erasure puts a
// known root into the polynomial that locates the damage; the algorithm of Berlekamp and Massey
// finds the shortest continuation of it that explains the syndromes, its roots are the places, and
// Forney's formula says by how much each of them is wrong. An error takes two codewords of
// redundancy, an erasure one.
#ifndef SCEAU_BARCODE_DECODE_REED_SOLOMON_H_
#define SCEAU_BARCODE_DECODE_REED_SOLOMON_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "barcode/galois_field.h"
#include "base/bytes.h"

namespace sceau::barcode {

inline constexpr std::size_t kMaxBlockCodewords = 255;
inline constexpr std::size_t kMaxErrorCodewords = 68;  // of a Data Matrix of 48 x 48 modules

// The codes of one symbology.
struct BlockCode {
  const GaloisField* field;
  std::size_t first_root;  // the exponent of the first power of 2 at which blocks vanish
};
inline constexpr BlockCode kQrBlockCode{&kQrField, 0};
inline constexpr BlockCode kDataMatrixBlockCode{&kDataMatrixField, 1};

class BlockCorrector {
 public:
  // The block as it was read, data codewords first; keeps a reference to it. It has at most
  // kMaxBlockCodewords, at most kMaxErrorCodewords of which are for correction.
  BlockCorrector(const BlockCode& code, ByteSpan block, std::size_t error_codewords);

  bool is_intact() const;

  // Finds what was printed, if that differs from what was read in the codewords of `erasures` and
  // in as few others as the redundancy allows, and writes it to `corrected`, which is as long as
  // the block. `erasures` are different places in the block, at most `error_codewords`. Returns the
  // number of errors beside the erasures; nothing, and leaves `corrected` in any state, if there is
  // no such block. As few as `error_codewords` erasures make a block of anything: the caller must
  // keep a margin.
  std::optional<std::size_t> Correct(std::span<const std::size_t> erasures,
                                     std::span<std::uint8_t> corrected) const;

 private:
  // Coefficients from x^0 on.
  using Polynomial = std::array<std::uint8_t, kMaxErrorCodewords + 1>;

  std::size_t LocatorExponent(std::size_t place) const { return block_.size() - 1 - place; }
  Polynomial ErasureLocator(std::span<const std::size_t> erasures) const;
  // Returns the degree, or more than `error_codewords` if there is no answer.
  std::size_t FindLocator(std::size_t erasures, Polynomial& locator) const;
  std::uint8_t Evaluate(const Polynomial& polynomial, std::size_t degree,
                        std::size_t exponent) const;
  Polynomial Evaluator(const Polynomial& locator, std::size_t degree) const;

  const BlockCode* code_;
  const GaloisField& field_;
  ByteSpan block_;
  std::size_t error_codewords_;
  std::array<std::uint8_t, kMaxErrorCodewords> syndromes_{};
};

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_DECODE_REED_SOLOMON_H_
