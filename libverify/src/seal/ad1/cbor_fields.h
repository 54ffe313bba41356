// SPDX-License-Identifier: Apache-2.0
// Typed reading of decoded claims: each refusal names the field and its offset, never its value.
#ifndef SCEAU_SEAL_AD1_CBOR_FIELDS_H_
#define SCEAU_SEAL_AD1_CBOR_FIELDS_H_

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "codec/cbor.h"
#include "sceau/report.h"

namespace sceau::seal::ad1 {

// seal.malformed-claims: "/holder/nir: no text at offset 12".
absl::Status MalformedClaim(std::string_view field, std::string_view what,
                            const codec::CborItem& item);

// The value under `key` of `map`; its absence is refused.
absl::StatusOr<const codec::CborItem*> Require(const codec::CborItem& map, std::int64_t key,
                                               std::string_view field);

absl::StatusOr<std::string> TextOf(const codec::CborItem& item, std::string_view field);
absl::StatusOr<std::uint64_t> UnsignedOf(const codec::CborItem& item, std::string_view field,
                                         std::uint64_t maximum);
// An array of `least` to `most` items.
absl::Status CheckArray(const codec::CborItem& item, std::string_view field, std::size_t least,
                        std::size_t most);

template <std::size_t kSize>
absl::StatusOr<std::array<std::uint8_t, kSize>> BytesOf(const codec::CborItem& item,
                                                        std::string_view field) {
  if (item.type != codec::CborItem::Type::kBytes || item.string.size() != kSize) {
    return MalformedClaim(field, "wrong type or length", item);
  }
  std::array<std::uint8_t, kSize> bytes{};
  std::ranges::copy(item.string, bytes.begin());
  return bytes;
}

// `map` is a map whose keys are unsigned integers. Keys that are not `known` are noted
// (seal.unknown-field), or refused when they are critical (seal.unsupported-critical).
absl::Status CheckKeys(const codec::CborItem& map, std::string_view field,
                       std::initializer_list<std::int64_t> known, std::vector<Finding>& notes);

}  // namespace sceau::seal::ad1

#endif  // SCEAU_SEAL_AD1_CBOR_FIELDS_H_
