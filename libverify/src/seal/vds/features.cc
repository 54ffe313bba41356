// SPDX-License-Identifier: Apache-2.0
#include "seal/vds/features.h"

#include <optional>
#include <string_view>

#include "base/byte_reader.h"
#include "base/status.h"
#include "fmt/format.h"

namespace sceau::seal::vds {
namespace {

constexpr std::uint8_t kSignatureTag = 0xFF;

absl::Status Truncated(std::size_t offset) {
  return Refuse(Reason::kSealTruncated, fmt::format("feature at offset {}", offset));
}

// As DER writes it: one byte below 128, else 0x81 or 0x82 before one or two, in the shortest form.
absl::StatusOr<std::size_t> TakeLength(ByteReader& reader, std::size_t offset) {
  constexpr std::uint8_t kLongForm = 0x80;
  constexpr std::size_t kMaxLengthBytes = 2;
  const auto malformed = [&] {
    return Refuse(Reason::kSealMalformedField, fmt::format("length at offset {}", offset));
  };
  const auto first = reader.TakeByte();
  if (!first) return Truncated(offset);
  if (*first < kLongForm) return std::size_t{*first};
  const std::size_t count = *first & 0x7FU;
  if (count == 0 || count > kMaxLengthBytes) return malformed();
  const auto bytes = reader.Take(count);
  if (!bytes) return Truncated(offset);
  std::size_t length = 0;
  for (const std::uint8_t byte : *bytes) length = length << 8 | byte;
  if (length < kLongForm || bytes->front() == 0) return malformed();
  return length;
}

absl::StatusOr<Feature> TakeFeature(ByteSpan bytes, std::size_t offset) {
  ByteReader reader(bytes.subspan(offset));
  const auto tag = reader.TakeByte();
  if (!tag) return Truncated(offset);
  SCEAU_ASSIGN_OR_RETURN(const std::size_t length, TakeLength(reader, offset));
  const auto value = reader.Take(length);
  if (!value) return Truncated(offset);
  return Feature{*tag, *value, offset, reader.offset()};
}

}  // namespace

absl::StatusOr<std::vector<Feature>> SplitFeatures(ByteSpan bytes, std::size_t offset) {
  std::vector<Feature> features;
  while (offset < bytes.size() && bytes[offset] != kSignatureTag) {
    SCEAU_ASSIGN_OR_RETURN(const Feature feature, TakeFeature(bytes, offset));
    offset += feature.length;
    features.push_back(feature);
  }
  return features;
}

absl::StatusOr<Feature> SplitSignature(ByteSpan bytes, std::size_t offset) {
  if (offset >= bytes.size()) return Refuse(Reason::kSealTruncated, "no signature");
  SCEAU_ASSIGN_OR_RETURN(const Feature signature, TakeFeature(bytes, offset));
  if (signature.value.empty()) return Refuse(Reason::kSealTruncated, "no signature");
  const std::size_t end = offset + signature.length;
  if (end < bytes.size())
    return Refuse(Reason::kSealTrailingBytes, fmt::format("at offset {}", end));
  return signature;
}

}  // namespace sceau::seal::vds
