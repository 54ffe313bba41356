// SPDX-License-Identifier: Apache-2.0
#include "seal/hc1/envelope.h"

#include "base/status.h"
#include "codec/cbor.h"
#include "fmt/format.h"
#include "seal/cose/key_header.h"

namespace sceau::seal::hc1 {
namespace {

using codec::CborItem;
using codec::LenientCbor;

constexpr std::uint64_t kSign1Tag = 18;     // RFC 9052 §2
constexpr std::uint64_t kWebTokenTag = 61;  // RFC 8392 §6
constexpr std::size_t kMembers = 4;
constexpr std::int64_t kHeaderCritical = 2;  // RFC 9052 §3.1

absl::Status MalformedEnvelope(std::string_view what, const CborItem& item) {
  return Refuse(Reason::kSealMalformedCose, fmt::format("{} at offset {}", what, item.offset));
}

absl::StatusOr<const CborItem*> MembersOf(const CborItem& root) {
  const CborItem* item = &root;
  while (item->type == CborItem::Type::kTag) {
    if (item->argument != kSign1Tag && item->argument != kWebTokenTag)
      return MalformedEnvelope("another tag than 18 and 61", *item);
    item = &item->children.front();
  }
  if (item->type != CborItem::Type::kArray || item->children.size() != kMembers)
    return MalformedEnvelope("not an array of four", *item);
  return item;
}

// An empty string stands for an empty header (RFC 9052 §3).
absl::StatusOr<LenientCbor> DecodeProtected(ByteSpan bytes, int max_depth) {
  constexpr std::uint8_t kEmptyMap[] = {0xA0};
  auto header = codec::DecodeLenientCbor(bytes.empty() ? ByteSpan(kEmptyMap) : bytes, max_depth);
  if (!header.ok())
    return Refuse(Reason::kSealMalformedCose, "protected header: " + DetailOf(header.status()));
  if (header->root.type != CborItem::Type::kMap)
    return MalformedEnvelope("the protected header is not a map", header->root);
  return header;
}

absl::StatusOr<std::optional<StatedAlgorithm>> AlgorithmIn(const CborItem* label) {
  if (label == nullptr) return std::nullopt;
  if (label->IsInteger(cose::kEs256)) return StatedAlgorithm::kEs256;
  if (label->IsInteger(cose::kPs256)) return StatedAlgorithm::kPs256;
  return Refuse(Reason::kSealUnsupportedAlgorithm, "header");
}

}  // namespace

absl::StatusOr<Envelope> SplitEnvelope(ByteSpan bytes, int max_depth) {
  SCEAU_ASSIGN_OR_RETURN(const LenientCbor decoded, codec::DecodeLenientCbor(bytes, max_depth));
  SCEAU_ASSIGN_OR_RETURN(const CborItem* members, MembersOf(decoded.root));
  const std::vector<CborItem>& parts = members->children;
  for (const std::size_t place : {0U, 2U, 3U}) {
    if (parts[place].type != CborItem::Type::kBytes)
      return MalformedEnvelope("not [header, map, payload, signature]", parts[place]);
  }
  if (parts[1].type != CborItem::Type::kMap)
    return MalformedEnvelope("the unprotected header is not a map", parts[1]);
  SCEAU_ASSIGN_OR_RETURN(const LenientCbor header, DecodeProtected(parts[0].string, max_depth));
  if (header.root.Find(kHeaderCritical) != nullptr)
    return Refuse(Reason::kSealUnsupportedCritical, "protected header");
  const auto find = [&](std::int64_t label) {
    const CborItem* item = header.root.Find(label);
    return item != nullptr ? item : parts[1].Find(label);
  };
  Envelope envelope{.protected_header = ToBytes(parts[0].string),
                    .payload = ToBytes(parts[2].string),
                    .signature = ToBytes(parts[3].string),
                    .key = {},
                    .algorithm = {}};
  SCEAU_ASSIGN_OR_RETURN(envelope.algorithm, AlgorithmIn(find(cose::kHeaderAlgorithm)));
  if (const CborItem* key = find(cose::kHeaderKeyId); key != nullptr) {
    if (key->type != CborItem::Type::kBytes)
      return MalformedEnvelope("the key id is not bytes", *key);
    envelope.key = KeyId(ToHex(key->string));
  }
  return envelope;
}

}  // namespace sceau::seal::hc1
