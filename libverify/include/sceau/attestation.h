// SPDX-License-Identifier: Apache-2.0
// What an attestation de droits says, as plain values. Checked by attestation::Check (JSON in) or
// by the ad1 decoder (seal in): a value that came from either obeys every rule noted here.
#ifndef SCEAU_ATTESTATION_H_
#define SCEAU_ATTESTATION_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sceau/date.h"
#include "sceau/public.h"

namespace SCEAU_PUBLIC sceau {

// All texts are UTF-8, NFC, 1 to 100 characters, without control or bidirectional formatting
// characters.

// The ten random bytes that name an attestation (claim cti); printed as 16 Base32 characters (RFC
// 4648).
using DocumentId = std::array<std::uint8_t, 10>;

std::string FormatDocumentId(const DocumentId& id);
// As people copy it from a page: in either case, with spaces or hyphens between.
std::optional<DocumentId> ParseDocumentId(std::string_view text);

enum class Role : std::uint8_t { kInsured = 0, kDependant = 1 };

struct Holder {
  std::string birth_name;
  std::optional<std::string> name_in_use;
  std::string given_names;  // separated by single spaces
  std::string
      birth_date;  // YYYYMMDD as carried: lunar days and unknown parts "00" are kept as they are
  std::uint8_t birth_rank = 1;  // 0 to 99: one digit on cards, two in some regimes
  std::optional<std::string>
      nir;  // 13 characters and key, 15 in all, upper case; never printed unmasked by default
  Role role = Role::kInsured;

  bool operator==(const Holder&) const = default;
};

struct Fund {
  std::string
      code;  // regime (2 digits), fund (3 digits or letters), centre (4 digits): "017510000"
  std::string name;

  bool operator==(const Fund&) const = default;
};

enum class RightKind : std::uint8_t {
  kBase = 0,
  kC2sWithoutParticipation = 1,
  kC2sWithParticipation = 2,
  kAme = 3,
  kMaternity = 4,
  kAlsaceMoselle = 5,
};

// Both days included; no `until` means open-ended.
struct Right {
  RightKind kind = RightKind::kBase;
  Date from;
  std::optional<Date> until;

  bool operator==(const Right&) const = default;
};

struct Dependant {
  std::string name;
  std::string given_names;
  std::string birth_date;  // as Holder::birth_date
  std::uint8_t birth_rank = 1;

  bool operator==(const Dependant&) const = default;
};

// Where the issuer publishes whether this attestation was withdrawn.
struct StatusReference {
  std::uint64_t list = 0;
  std::uint64_t index = 0;

  bool operator==(const StatusReference&) const = default;
};

using SaltedDigest = std::array<std::uint8_t, 16>;

struct Attestation {
  DocumentId document_id{};
  Instant issued_at{};  // iat
  Date valid_from{};    // nbf = start of this Paris day
  Date valid_until{};   // last valid day, included; exp = start of the day after
  Holder holder;
  Fund fund;
  std::vector<Right> rights;  // 1 to 16, sorted by kind then start, no overlap within a kind
  std::vector<Dependant> dependants;  // 0 to 12
  std::optional<StatusReference> status;
  std::optional<DocumentId> replaces;
  std::vector<SaltedDigest> digests;  // 0 to 16
  // The page that it was issued with, by number (docs/formats/ad1.md §6). Nothing: the seal does
  // not say, and stands on any page.
  std::optional<std::uint64_t> layout;

  bool operator==(const Attestation&) const = default;
};

}  // namespace sceau

#endif  // SCEAU_ATTESTATION_H_
