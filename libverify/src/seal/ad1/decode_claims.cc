// SPDX-License-Identifier: Apache-2.0
#include "seal/ad1/decode_claims.h"

#include <utility>

#include "attestation/claims_json.h"
#include "attestation/claims_of.h"
#include "base/status.h"
#include "codec/cbor.h"
#include "fmt/format.h"
#include "seal/ad1/cbor_fields.h"
#include "seal/ad1/labels.h"

namespace sceau::seal::ad1 {
namespace {

using codec::CborItem;
using Notes = std::vector<Finding>;

constexpr std::uint64_t kMaxRank = 99;
// More than attestation::Check allows, so that it is the one to say how many are too many.
constexpr std::size_t kManyItems = 1000;

absl::StatusOr<CborItem> Decode(ByteSpan claims) {
  auto item = codec::DecodeCbor(claims, kClaimsDepth);
  if (item.ok() || ReasonOf(item.status()) != Reason::kSealTruncated) return item;
  // The text was read whole: it is the claims themselves that are cut.
  return Refuse(Reason::kSealMalformedCbor, DetailOf(item.status()));
}

absl::StatusOr<Instant> InstantAt(const CborItem& claims, std::int64_t key,
                                  std::string_view field) {
  SCEAU_ASSIGN_OR_RETURN(const CborItem* item, Require(claims, key, field));
  SCEAU_ASSIGN_OR_RETURN(const std::uint64_t seconds, UnsignedOf(*item, field, kYear3000 - 1));
  return Instant{std::chrono::seconds{static_cast<std::int64_t>(seconds)}};
}

absl::StatusOr<Date> StartOfDayAt(const CborItem& claims, std::int64_t key,
                                  std::string_view field) {
  SCEAU_ASSIGN_OR_RETURN(const Instant instant, InstantAt(claims, key, field));
  const Date day = ParisDay(instant);
  if (StartOfParisDay(day) != instant) {
    return MalformedClaim(field, "not the start of a paris day", *claims.Find(key));
  }
  return day;
}

absl::StatusOr<std::string> TextAt(const CborItem& map, std::int64_t key, std::string_view field) {
  SCEAU_ASSIGN_OR_RETURN(const CborItem* item, Require(map, key, field));
  return TextOf(*item, field);
}

absl::Status OptionalTextAt(const CborItem& map, std::int64_t key, std::string_view field,
                            std::optional<std::string>& out) {
  const CborItem* item = map.Find(key);
  if (item == nullptr) return absl::OkStatus();
  SCEAU_ASSIGN_OR_RETURN(out, TextOf(*item, field));
  return absl::OkStatus();
}

absl::StatusOr<std::uint8_t> RankOf(const CborItem& item, std::string_view field) {
  SCEAU_ASSIGN_OR_RETURN(const std::uint64_t rank, UnsignedOf(item, field, kMaxRank));
  return static_cast<std::uint8_t>(rank);
}

absl::StatusOr<Date> DayOf(const CborItem& item, std::string_view field) {
  const auto day = item.IsUnsigned() ? DateFromNumber(item.argument) : std::nullopt;
  if (!day) return MalformedClaim(field, "no day that exists", item);
  return *day;
}

absl::Status ReadHolder(const CborItem& map, Holder& holder, Notes& notes) {
  SCEAU_RETURN_IF_ERROR(
      CheckKeys(map, "/holder",
                {kBirthName, kNameInUse, kGivenNames, kBirthDate, kBirthRank, kNir, kRole}, notes));
  SCEAU_ASSIGN_OR_RETURN(holder.birth_name, TextAt(map, kBirthName, "/holder/birth_name"));
  SCEAU_RETURN_IF_ERROR(OptionalTextAt(map, kNameInUse, "/holder/name_in_use", holder.name_in_use));
  SCEAU_ASSIGN_OR_RETURN(holder.given_names, TextAt(map, kGivenNames, "/holder/given_names"));
  SCEAU_ASSIGN_OR_RETURN(holder.birth_date, TextAt(map, kBirthDate, "/holder/birth_date"));
  SCEAU_ASSIGN_OR_RETURN(const CborItem* rank, Require(map, kBirthRank, "/holder/birth_rank"));
  SCEAU_ASSIGN_OR_RETURN(holder.birth_rank, RankOf(*rank, "/holder/birth_rank"));
  SCEAU_RETURN_IF_ERROR(OptionalTextAt(map, kNir, "/holder/nir", holder.nir));
  SCEAU_ASSIGN_OR_RETURN(const CborItem* role_item, Require(map, kRole, "/holder/role"));
  SCEAU_ASSIGN_OR_RETURN(
      const std::uint64_t role,
      UnsignedOf(*role_item, "/holder/role", static_cast<std::uint64_t>(Role::kDependant)));
  holder.role = static_cast<Role>(role);
  return absl::OkStatus();
}

absl::Status ReadFund(const CborItem& item, Fund& fund) {
  SCEAU_RETURN_IF_ERROR(CheckArray(item, "/fund", 2, 2));
  SCEAU_ASSIGN_OR_RETURN(fund.code, TextOf(item.children[0], "/fund/code"));
  SCEAU_ASSIGN_OR_RETURN(fund.name, TextOf(item.children[1], "/fund/name"));
  return absl::OkStatus();
}

absl::StatusOr<Right> ReadRight(const CborItem& item, const std::string& field) {
  SCEAU_RETURN_IF_ERROR(CheckArray(item, field, 2, 3));
  const CborItem& kind = item.children[0];
  if (!kind.IsUnsigned()) return MalformedClaim(field + "/kind", "no unsigned integer", kind);
  // A right that we cannot name must not be passed over: it may be the one that counts.
  if (kind.argument > static_cast<std::uint64_t>(RightKind::kAlsaceMoselle)) {
    return Refuse(Reason::kSealUnsupportedCritical,
                  fmt::format("{}/kind at offset {}", field, kind.offset));
  }
  Right right;
  right.kind = static_cast<RightKind>(kind.argument);
  SCEAU_ASSIGN_OR_RETURN(right.from, DayOf(item.children[1], field + "/from"));
  if (item.children.size() == 3) {
    SCEAU_ASSIGN_OR_RETURN(right.until, DayOf(item.children[2], field + "/until"));
  }
  return right;
}

absl::Status ReadRights(const CborItem& item, std::vector<Right>& rights) {
  SCEAU_RETURN_IF_ERROR(CheckArray(item, "/rights", 1, kManyItems));
  for (std::size_t i = 0; i < item.children.size(); ++i) {
    SCEAU_ASSIGN_OR_RETURN(Right right, ReadRight(item.children[i], fmt::format("/rights/{}", i)));
    rights.push_back(right);
  }
  return absl::OkStatus();
}

absl::Status ReadDependants(const CborItem& item, std::vector<Dependant>& dependants) {
  SCEAU_RETURN_IF_ERROR(CheckArray(item, "/dependants", 1, kManyItems));
  for (std::size_t i = 0; i < item.children.size(); ++i) {
    const CborItem& row = item.children[i];
    const std::string field = fmt::format("/dependants/{}", i);
    SCEAU_RETURN_IF_ERROR(CheckArray(row, field, 4, 4));
    Dependant& dependant = dependants.emplace_back();
    SCEAU_ASSIGN_OR_RETURN(dependant.name, TextOf(row.children[0], field + "/name"));
    SCEAU_ASSIGN_OR_RETURN(dependant.given_names, TextOf(row.children[1], field + "/given_names"));
    SCEAU_ASSIGN_OR_RETURN(dependant.birth_date, TextOf(row.children[2], field + "/birth_date"));
    SCEAU_ASSIGN_OR_RETURN(dependant.birth_rank, RankOf(row.children[3], field + "/birth_rank"));
  }
  return absl::OkStatus();
}

absl::Status ReadDigests(const CborItem& item, std::vector<SaltedDigest>& digests) {
  SCEAU_RETURN_IF_ERROR(CheckArray(item, "/digests", 1, kManyItems));
  for (const CborItem& child : item.children) {
    SCEAU_ASSIGN_OR_RETURN(const SaltedDigest digest,
                           BytesOf<std::tuple_size_v<SaltedDigest>>(child, "/digests"));
    digests.push_back(digest);
  }
  return absl::OkStatus();
}

absl::Status ReadStatus(const CborItem& item, std::optional<StatusReference>& status) {
  SCEAU_RETURN_IF_ERROR(CheckArray(item, "/status", 2, 2));
  StatusReference reference;
  SCEAU_ASSIGN_OR_RETURN(reference.list, UnsignedOf(item.children[0], "/status/list", UINT64_MAX));
  SCEAU_ASSIGN_OR_RETURN(reference.index,
                         UnsignedOf(item.children[1], "/status/index", UINT64_MAX));
  status = reference;
  return absl::OkStatus();
}

absl::Status ReadOptionalItems(const CborItem& map, Attestation& attestation) {
  if (const CborItem* item = map.Find(kDependants)) {
    SCEAU_RETURN_IF_ERROR(ReadDependants(*item, attestation.dependants));
  }
  if (const CborItem* item = map.Find(kStatus)) {
    SCEAU_RETURN_IF_ERROR(ReadStatus(*item, attestation.status));
  }
  if (const CborItem* item = map.Find(kReplaces)) {
    SCEAU_ASSIGN_OR_RETURN(attestation.replaces,
                           BytesOf<std::tuple_size_v<DocumentId>>(*item, "/replaces"));
  }
  if (const CborItem* item = map.Find(kDigests)) {
    SCEAU_RETURN_IF_ERROR(ReadDigests(*item, attestation.digests));
  }
  if (const CborItem* item = map.Find(kLayout)) {
    SCEAU_ASSIGN_OR_RETURN(attestation.layout, UnsignedOf(*item, "/layout", UINT64_MAX));
  }
  return absl::OkStatus();
}

// The version comes first: another one may give every other key another meaning.
absl::Status CheckVersion(const CborItem& map) {
  if (map.type != CborItem::Type::kMap) return MalformedClaim("attestation", "no map", map);
  SCEAU_ASSIGN_OR_RETURN(const CborItem* item, Require(map, kVersion, "/version"));
  SCEAU_ASSIGN_OR_RETURN(const std::uint64_t version, UnsignedOf(*item, "/version", UINT64_MAX));
  if (version == kAttestationVersion) return absl::OkStatus();
  return Refuse(Reason::kSealUnsupportedVersion,
                fmt::format("/version at offset {}", item->offset));
}

absl::Status ReadAttestation(const CborItem& map, Attestation& attestation, Notes& notes) {
  SCEAU_RETURN_IF_ERROR(CheckVersion(map));
  SCEAU_RETURN_IF_ERROR(CheckKeys(
      map, "attestation",
      {kVersion, kHolder, kFund, kRights, kDependants, kStatus, kReplaces, kDigests, kLayout},
      notes));
  SCEAU_ASSIGN_OR_RETURN(const CborItem* holder, Require(map, kHolder, "/holder"));
  SCEAU_RETURN_IF_ERROR(ReadHolder(*holder, attestation.holder, notes));
  SCEAU_ASSIGN_OR_RETURN(const CborItem* fund, Require(map, kFund, "/fund"));
  SCEAU_RETURN_IF_ERROR(ReadFund(*fund, attestation.fund));
  SCEAU_ASSIGN_OR_RETURN(const CborItem* rights, Require(map, kRights, "/rights"));
  SCEAU_RETURN_IF_ERROR(ReadRights(*rights, attestation.rights));
  return ReadOptionalItems(map, attestation);
}

// RFC 8392 §3: claims that a reader does not know are ignored; we list them. What a reader must
// understand has its place in the attestation map.
absl::Status NoteUnknownClaims(const CborItem& claims, Notes& notes) {
  for (std::size_t i = 0; i < claims.children.size(); i += 2) {
    const CborItem& key = claims.children[i];
    if (key.type != CborItem::Type::kNegative && !key.IsUnsigned() && !key.IsText()) {
      return MalformedClaim("claims", "a key is neither integer nor text", key);
    }
    const bool known = key.IsUnsigned()
                           ? key.argument >= static_cast<std::uint64_t>(kClaimExpires) &&
                                 key.argument <= static_cast<std::uint64_t>(kClaimDocumentId)
                           : key.IsInteger(kClaimAttestation);
    if (!known) {
      notes.push_back({Reason::kSealUnknownField, fmt::format("claim at offset {}", key.offset)});
    }
  }
  return absl::OkStatus();
}

absl::Status ReadDates(const CborItem& claims, Attestation& attestation) {
  SCEAU_ASSIGN_OR_RETURN(const Date end, StartOfDayAt(claims, kClaimExpires, "exp"));
  SCEAU_ASSIGN_OR_RETURN(attestation.valid_from, StartOfDayAt(claims, kClaimNotBefore, "nbf"));
  SCEAU_ASSIGN_OR_RETURN(attestation.issued_at, InstantAt(claims, kClaimIssuedAt, "iat"));
  if (end <= attestation.valid_from) {
    return Refuse(Reason::kSealMalformedClaims, "exp: not after nbf");
  }
  if (attestation.issued_at > StartOfParisDay(end)) {
    return Refuse(Reason::kSealMalformedClaims, "iat: after exp");
  }
  attestation.valid_until = AddDays(end, -1);
  return absl::OkStatus();
}

absl::StatusOr<Attestation> ReadClaims(const CborItem& claims, Notes& notes) {
  if (claims.type != CborItem::Type::kMap) return MalformedClaim("claims", "no map", claims);
  SCEAU_ASSIGN_OR_RETURN(const CborItem* map, Require(claims, kClaimAttestation, "attestation"));
  Attestation attestation;
  SCEAU_RETURN_IF_ERROR(ReadAttestation(*map, attestation, notes));
  SCEAU_RETURN_IF_ERROR(NoteUnknownClaims(claims, notes));
  SCEAU_RETURN_IF_ERROR(ReadDates(claims, attestation));
  SCEAU_ASSIGN_OR_RETURN(const CborItem* id, Require(claims, kClaimDocumentId, "cti"));
  SCEAU_ASSIGN_OR_RETURN(attestation.document_id,
                         BytesOf<std::tuple_size_v<DocumentId>>(*id, "cti"));
  if (const absl::Status status = attestation::Check(attestation); !status.ok()) {
    return Refuse(Reason::kSealMalformedClaims, DetailOf(status));
  }
  return attestation;
}

}  // namespace

absl::StatusOr<DecodedClaims> DecodeClaims(const ParsedSeal& seal) {
  SCEAU_ASSIGN_OR_RETURN(const CborItem claims, Decode(seal.content));
  DecodedClaims decoded;
  SCEAU_ASSIGN_OR_RETURN(Attestation attestation, ReadClaims(claims, decoded.notes));
  decoded.claims = attestation::ClaimsOf(std::move(attestation));
  return decoded;
}

}  // namespace sceau::seal::ad1
