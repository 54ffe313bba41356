// SPDX-License-Identifier: Apache-2.0
#include "seal/ad1/cbor_fields.h"

#include "base/status.h"
#include "fmt/format.h"
#include "seal/ad1/labels.h"

namespace sceau::seal::ad1 {

using codec::CborItem;

absl::Status MalformedClaim(std::string_view field, std::string_view what, const CborItem& item) {
  return Refuse(Reason::kSealMalformedClaims,
                fmt::format("{}: {} at offset {}", field, what, item.offset));
}

absl::StatusOr<const CborItem*> Require(const CborItem& map, std::int64_t key,
                                        std::string_view field) {
  const CborItem* item = map.Find(key);
  if (item == nullptr) {
    return Refuse(Reason::kSealMalformedClaims, fmt::format("{}: missing", field));
  }
  return item;
}

absl::StatusOr<std::string> TextOf(const CborItem& item, std::string_view field) {
  if (!item.IsText()) return MalformedClaim(field, "no text", item);
  return std::string(item.text());
}

absl::StatusOr<std::uint64_t> UnsignedOf(const CborItem& item, std::string_view field,
                                         std::uint64_t maximum) {
  if (!item.IsUnsigned()) return MalformedClaim(field, "no unsigned integer", item);
  if (item.argument > maximum) return MalformedClaim(field, "out of range", item);
  return item.argument;
}

absl::Status CheckArray(const CborItem& item, std::string_view field, std::size_t least,
                        std::size_t most) {
  if (item.type != CborItem::Type::kArray) return MalformedClaim(field, "no array", item);
  if (item.children.size() < least || item.children.size() > most) {
    return MalformedClaim(field, "wrong number of items", item);
  }
  return absl::OkStatus();
}

absl::Status CheckKeys(const CborItem& map, std::string_view field,
                       std::initializer_list<std::int64_t> known, std::vector<Finding>& notes) {
  if (map.type != CborItem::Type::kMap) return MalformedClaim(field, "no map", map);
  for (std::size_t i = 0; i < map.children.size(); i += 2) {
    const CborItem& key = map.children[i];
    if (!key.IsUnsigned()) return MalformedClaim(field, "a key is not an unsigned integer", key);
    const std::string place =
        fmt::format("{}: key {} at offset {}", field, key.argument, key.offset);
    if (key.argument >= kFirstCriticalKey) return Refuse(Reason::kSealUnsupportedCritical, place);
    const bool is_known = std::ranges::any_of(known, [&](std::int64_t number) {
      return key.argument == static_cast<std::uint64_t>(number);
    });
    if (!is_known) notes.push_back({Reason::kSealUnknownField, place});
  }
  return absl::OkStatus();
}

}  // namespace sceau::seal::ad1
