// SPDX-License-Identifier: Apache-2.0
// What a trust file says, before anybody trusts it: for its publisher, and to show a user what an
// installation would change. Format: docs/formats/trust-bundle.md.
#ifndef SCEAU_TRUST_FILE_H_
#define SCEAU_TRUST_FILE_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "sceau/date.h"
#include "sceau/limits.h"
#include "sceau/public.h"

namespace SCEAU_PUBLIC sceau {

// All texts are UTF-8 without characters that move a terminal.

struct DescribedKey {
  std::string key_id;  // 16 hexadecimal digits: the start of the SHA-256 of its certificate
  std::string name;    // the certificate's common name
  Instant not_before{};
  Instant not_after{};

  bool operator==(const DescribedKey&) const = default;
};

struct DescribedRoot {
  DescribedKey key;
  bool has_signed = false;  // this file

  bool operator==(const DescribedRoot&) const = default;
};

// One end certificate and what it may seal.
struct DescribedIssuer {
  DescribedKey key;
  std::string name;  // as users will read it
  std::vector<std::string> formats;
  std::vector<std::string> funds;
  std::optional<Instant> retired;
  std::optional<Instant> compromised;
  bool test = false;
  std::string authority{};  // who certified it; empty for one that stands by itself
  std::optional<int> maximum_validity_days{};  // from signing to the end of an attestation
  bool always_offers_status = false;

  bool operator==(const DescribedIssuer&) const = default;
};

struct DescribedStatusList {
  std::string key_id;  // of its issuer
  std::uint64_t number = 0;
  Instant issued{};
  Instant expires{};
  std::uint64_t entries = 0;
  std::uint64_t withdrawn = 0;
  std::uint64_t suspended = 0;

  bool operator==(const DescribedStatusList&) const = default;
};

struct DescribedBundle {
  std::uint64_t sequence = 0;
  Instant issued{};
  Instant next_update{};
  std::vector<DescribedIssuer> issuers;
  std::size_t status_list_count = 0;
  std::vector<DescribedStatusList> status_lists;  // of an approved bundle only
};

struct TrustFileDescription {
  std::string digest;  // SHA-256 of what is signed, whoever signs it, hexadecimal
  // A bundle that the roots of this computer signed; what others hold was read without a check.
  bool approved = false;
  // The set of roots that this file is, or, in a bundle, the one whose keys sign it.
  std::uint64_t roots_version = 0;
  std::size_t threshold = 0;
  std::vector<DescribedRoot> roots;
  std::optional<DescribedBundle> bundle;  // none for a set of roots

  std::size_t signature_count() const;
};

// Whoever signed it: nothing is checked or inflated, in time that is linear in the size of the
// file. Errors: trust.file-malformed, trust.file-unsupported, trust.too-large. Missing signatures
// are not errors.
absl::StatusOr<TrustFileDescription> DescribeTrustFile(std::span<const std::uint8_t> file,
                                                       const Limits& limits = {});

// The file in force in a state directory (sceau/trust.h): the bundle with its status lists, or the
// pinned roots before the first one. Also trust.not-installed, trust.state-unusable.
absl::StatusOr<TrustFileDescription> DescribeInstalledTrust(const std::string& state,
                                                            const Limits& limits = {});

// A bundle that the roots of a state directory, or their successors, signed, with its status lists;
// whether it may follow what is installed is not asked. Refuses what InstallBundle refuses but for
// that, its signatures first.
absl::StatusOr<TrustFileDescription> DescribeBundleFor(const std::string& state,
                                                       std::span<const std::uint8_t> bundle,
                                                       const Limits& limits = {});

enum class TrustChangeKind {
  kRootAdded,
  kRootRemoved,
  kIssuerAdded,
  kIssuerRemoved,
  kIssuerRetired,
  kIssuerCompromised,
  kIssuerChanged,  // its name, what it may seal, or whether it is for tests
  kStatusListAdded,
  kStatusListRemoved,
  kStatusListChanged,
};
struct TrustChange {
  TrustChangeKind kind{};
  std::string key_id;
  std::string name;                 // of the key's holder, or the number of the list
  std::optional<Instant> since;     // retired, compromised
  std::int64_t more_withdrawn = 0;  // lists: withdrawn and suspended, after minus before

  bool operator==(const TrustChange&) const = default;
};

// In the order of the enumeration, then of the files. Status lists are compared between approved
// bundles only.
std::vector<TrustChange> CompareTrustFiles(const TrustFileDescription& before,
                                           const TrustFileDescription& after);

}  // namespace sceau

#endif  // SCEAU_TRUST_FILE_H_
