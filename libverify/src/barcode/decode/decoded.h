// SPDX-License-Identifier: Apache-2.0
// What the decoders answer.
#ifndef SCEAU_BARCODE_DECODE_DECODED_H_
#define SCEAU_BARCODE_DECODE_DECODED_H_

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "base/bytes.h"

namespace sceau::barcode {

enum class Decoding : std::uint8_t {
  kDone,
  // Nothing that can be printed lies within reach of these modules.
  kImpossible,
  // Something may have been printed, and another reader may say what: so little redundancy would be
  // left over that noise could look like it, or the codewords do not follow the standard.
  kUnsure,
};

struct Decoded {
  Decoding decoding = Decoding::kImpossible;
  Bytes payload;  // not empty if it is done
  // Where it is not done: what is known of the modules from the blocks that could be corrected. 1
  // is dark, -1 light and 0 not known; empty if nothing is.
  std::vector<float> known = {};

  // An empty payload is one that nobody prints.
  static Decoded From(std::optional<Bytes> payload) {
    if (!payload || payload->empty()) return {Decoding::kUnsure, {}, {}};
    return {Decoding::kDone, *std::move(payload), {}};
  }
};

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_DECODE_DECODED_H_
