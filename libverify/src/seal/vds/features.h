// SPDX-License-Identifier: Apache-2.0
// The features of a paper, one after another, and the signature behind them: tag, length, value.
// Spec: docs/formats/vds.md §3.
#ifndef SCEAU_SEAL_VDS_FEATURES_H_
#define SCEAU_SEAL_VDS_FEATURES_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "base/bytes.h"

namespace sceau::seal::vds {

// A view of the bytes that were split, which must outlive it.
struct Feature {
  std::uint8_t tag = 0;
  ByteSpan value;
  std::size_t offset = 0;  // of the tag
  std::size_t length = 0;  // tag and length included
};

// The features from `offset` to the signature's tag or the end of `bytes`. Refuses
// seal.malformed-field, seal.truncated.
absl::StatusOr<std::vector<Feature>> SplitFeatures(ByteSpan bytes, std::size_t offset);

// The signature at `offset`, which is the last of `bytes`. Refuses seal.truncated,
// seal.malformed-field, seal.trailing-bytes.
absl::StatusOr<Feature> SplitSignature(ByteSpan bytes, std::size_t offset);

}  // namespace sceau::seal::vds

#endif  // SCEAU_SEAL_VDS_FEATURES_H_
