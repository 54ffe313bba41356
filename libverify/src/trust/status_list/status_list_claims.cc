// SPDX-License-Identifier: Apache-2.0
#include "trust/status_list/status_list_claims.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "base/status.h"
#include "codec/cbor.h"
#include "codec/zlib.h"
#include "trust/status_list/status_list_labels.h"

namespace sceau::trust {
namespace {

using codec::CborItem;

constexpr int kClaimsDepth = 8;                                // with room for unknown claims
constexpr int kDetailsDepth = 1;                               // one array of byte strings
constexpr std::uint64_t kMaxEntries = std::uint64_t{1} << 32;  // whatever the limits: see indices
constexpr codec::InflateReasons kInflateReasons{.damaged = Reason::kTrustStatusListMalformed,
                                                .too_large = Reason::kTrustStatusListTooLarge};

absl::Status MalformedClaims(const std::string& detail) {
  return Refuse(Reason::kTrustStatusListMalformed, detail);
}

absl::StatusOr<Instant> InstantOf(const CborItem& claims, std::int64_t label,
                                  const std::string& name) {
  const CborItem* item = claims.Find(label);
  if (item == nullptr || !item->IsUnsigned() || item->argument >= kYear3000) {
    return MalformedClaims("claim " + name);
  }
  return Instant(std::chrono::seconds(item->argument));
}

absl::StatusOr<std::uint64_t> NumberOf(const CborItem& claims, const seal::CertificateHash& key) {
  const CborItem* item = claims.Find(kClaimSubject);
  if (item == nullptr || !item->IsText()) return MalformedClaims("claim sub");
  const std::string_view subject = item->text();
  const std::string_view digits = subject.substr(subject.rfind(':') + 1);
  std::uint64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  // Written again, so that one list has one name: no leading zero, nothing after the digits.
  if (subject != StatusListSubject(key, number)) {
    return MalformedClaims("claim sub is not the key id and a number");
  }
  return number;
}

// The value under a text key of a map; null if absent.
const CborItem* FindText(const CborItem& map, std::string_view key) {
  for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
    if (map.children[i].IsText() && map.children[i].text() == key) return &map.children[i + 1];
  }
  return nullptr;
}

absl::StatusOr<Bytes> ReadList(const CborItem& claims, const Limits& limits, int& bits) {
  const CborItem* map = claims.Find(kClaimStatusList);
  if (map == nullptr || map->type != CborItem::Type::kMap)
    return MalformedClaims("claim status_list");
  const CborItem* width = FindText(*map, kKeyBits);
  const CborItem* list = FindText(*map, kKeyList);
  if (width == nullptr || !width->IsUnsigned()) return MalformedClaims("status_list.bits");
  if (width->argument == 4 || width->argument == 8) {
    return MalformedClaims("status_list.bits: only 1 and 2 bits per entry are taken");
  }
  if (width->argument != 1 && width->argument != 2) return MalformedClaims("status_list.bits");
  bits = static_cast<int>(width->argument);
  if (list == nullptr || list->type != CborItem::Type::kBytes)
    return MalformedClaims("status_list.lst");
  const std::uint64_t entries = std::min(limits.status_entries, kMaxEntries);
  auto packed = codec::Inflate(list->string, entries / (8U / width->argument), kInflateReasons);
  if (!packed.ok()) {
    return Refuse(ReasonOf(packed.status()), "status_list.lst: " + DetailOf(packed.status()));
  }
  if (packed->empty()) return MalformedClaims("status_list.lst: no entries");
  return packed;
}

absl::Status ReadGivenUntil(const CborItem& claims, StatusListHeader& header) {
  if (claims.Find(kClaimGivenUntil) == nullptr) return absl::OkStatus();
  SCEAU_ASSIGN_OR_RETURN(header.given_until, InstantOf(claims, kClaimGivenUntil, "given_until"));
  if (*header.given_until > header.issued) {
    return MalformedClaims("claim given_until is after iat");
  }
  if (header.bits != 2) return MalformedClaims("claim given_until with 1 bit an entry");
  return absl::OkStatus();
}

// Skips four entries at once where none is a withdrawal, as is nearly always so.
bool HoldsNoneWithdrawn(std::uint8_t byte, int bits) {
  return byte == 0 || (bits == 2 && byte == 0xFF);
}

std::uint64_t CountWithdrawn(ByteSpan packed, int bits) {
  std::uint64_t count = 0;
  const unsigned per_byte = 8U / static_cast<unsigned>(bits);
  for (const std::uint8_t& byte : packed) {
    if (HoldsNoneWithdrawn(byte, bits)) continue;
    for (unsigned i = 0; i < per_byte; ++i) {
      if (IsWithdrawn(StatusAt({&byte, 1}, bits, i))) ++count;
    }
  }
  return count;
}

std::vector<std::uint32_t> WithdrawnIndices(ByteSpan packed, int bits, std::uint64_t count) {
  std::vector<std::uint32_t> indices;
  indices.reserve(static_cast<std::size_t>(count));
  const unsigned per_byte = 8U / static_cast<unsigned>(bits);
  for (std::size_t at = 0; at < packed.size(); ++at) {
    if (HoldsNoneWithdrawn(packed[at], bits)) continue;
    for (unsigned i = 0; i < per_byte; ++i) {
      if (!IsWithdrawn(StatusAt(packed.subspan(at, 1), bits, i))) continue;
      indices.push_back(static_cast<std::uint32_t>(at * per_byte + i));
    }
  }
  return indices;
}

absl::StatusOr<Bytes> InflateDetails(ByteSpan stream, std::uint64_t count) {
  // Three byte strings of `count` bytes, their heads and that of the array: more is not such an
  // array.
  constexpr std::size_t kHeads = 1 + std::size_t{3} * 9;
  auto bytes = codec::Inflate(stream, 3 * static_cast<std::size_t>(count) + kHeads,
                              {.damaged = Reason::kTrustStatusListMalformed,
                               .too_large = Reason::kTrustStatusListMalformed});
  if (!bytes.ok()) return MalformedClaims("details: " + DetailOf(bytes.status()));
  return bytes;
}

// Days (low bytes, high bytes) and reasons. The item is a view of `bytes`.
absl::StatusOr<CborItem> DecodeColumns(ByteSpan bytes, std::uint64_t count) {
  auto array = codec::DecodeCbor(bytes, kDetailsDepth);
  if (!array.ok()) return MalformedClaims("details: " + DetailOf(array.status()));
  if (array->type != CborItem::Type::kArray || array->children.size() != 3) {
    return MalformedClaims("details: no array of three");
  }
  for (const CborItem& column : array->children) {
    if (column.type != CborItem::Type::kBytes || column.string.size() != count) {
      return MalformedClaims("details: a column without one byte for each withdrawn entry");
    }
  }
  return array;
}

absl::StatusOr<WithdrawalDetails> ReadDetails(const CborItem& claim, ByteSpan packed, int bits,
                                              const Limits& limits) {
  if (claim.type != CborItem::Type::kBytes) return MalformedClaims("details");
  const std::uint64_t count = CountWithdrawn(packed, bits);
  if (count > limits.status_withdrawals) {
    return Refuse(Reason::kTrustStatusListTooLarge, "number of withdrawals with details");
  }
  SCEAU_ASSIGN_OR_RETURN(const Bytes bytes, InflateDetails(claim.string, count));
  SCEAU_ASSIGN_OR_RETURN(const CborItem array, DecodeColumns(bytes, count));
  WithdrawalDetails details;
  details.indices = WithdrawnIndices(packed, bits, count);
  details.days.reserve(static_cast<std::size_t>(count));
  const ByteSpan low = array.children[0].string;
  const ByteSpan high = array.children[1].string;
  for (std::size_t i = 0; i < low.size(); ++i) {
    details.days.push_back(static_cast<std::uint16_t>(low[i] | high[i] << 8));
  }
  details.reasons = ToBytes(array.children[2].string);
  return details;
}

}  // namespace

absl::StatusOr<StatusListClaims> DecodeStatusListClaims(ByteSpan payload,
                                                        const seal::CertificateHash& key,
                                                        const Limits& limits) {
  const auto map = codec::DecodeCbor(payload, kClaimsDepth);
  if (!map.ok()) return MalformedClaims("claims: " + DetailOf(map.status()));
  if (map->type != CborItem::Type::kMap) return MalformedClaims("claims: no map");
  StatusListClaims claims;
  claims.header.key = key;
  SCEAU_ASSIGN_OR_RETURN(claims.header.number, NumberOf(*map, key));
  SCEAU_ASSIGN_OR_RETURN(claims.header.expires, InstantOf(*map, kClaimExpires, "exp"));
  SCEAU_ASSIGN_OR_RETURN(claims.header.issued, InstantOf(*map, kClaimIssuedAt, "iat"));
  if (claims.header.expires <= claims.header.issued)
    return MalformedClaims("claim exp is not after iat");
  const CborItem* time_to_live = map->Find(kClaimTimeToLive);
  if (time_to_live != nullptr && !time_to_live->IsUnsigned()) return MalformedClaims("claim ttl");
  SCEAU_ASSIGN_OR_RETURN(claims.packed, ReadList(*map, limits, claims.header.bits));
  SCEAU_RETURN_IF_ERROR(ReadGivenUntil(*map, claims.header));
  if (const CborItem* details = map->Find(kClaimDetails)) {
    SCEAU_ASSIGN_OR_RETURN(claims.details,
                           ReadDetails(*details, claims.packed, claims.header.bits, limits));
  }
  return claims;
}

}  // namespace sceau::trust
