// SPDX-License-Identifier: Apache-2.0
// The trust bundle: one signed file with everything that a verdict depends on.
// Spec: docs/formats/trust-bundle.md.
#ifndef SCEAU_TRUST_BUNDLE_BUNDLE_H_
#define SCEAU_TRUST_BUNDLE_BUNDLE_H_

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "crypto/certificate.h"
#include "sceau/date.h"
#include "sceau/limits.h"
#include "trust/bundle/root_set.h"
#include "trust/status_list/status_list.h"

namespace sceau::trust {

// The greatest sequence of a bundle: any JSON reader can hold it exactly.
constexpr std::uint64_t kMaxSequence = std::uint64_t{1} << 53;
constexpr std::size_t kMaxIssuers = 20'000;

// Of IssuerEntry::maximum_validity_days: ten years.
constexpr int kMaxValidityDays = 3'660;

// What an issuer may seal. Another key of the same issuer, with other dates, is another entry.
struct IssuerEntry {
  std::string name;
  // End certificates seal; an authority among them certifies the leaves beside it, and a 2d-doc
  // leaf must be certified by one.
  std::vector<crypto::Certificate> certificates;
  // Ids of seal/registry.h. One that this version does not know grants nothing, and does no harm.
  std::vector<std::string> formats;
  std::vector<std::string> funds;      // what its fund codes start with, such as "01751"
  std::optional<Instant> retired;      // what it signed from here on does not count
  std::optional<Instant> compromised;  // somebody else may have signed from here on
  bool test = false;
  // The longest time from signing to the end of an attestation; none means the standard one.
  std::optional<int> maximum_validity_days{};
  bool always_offers_status = false;  // each of its attestations can be withdrawn
};

bool Grants(const IssuerEntry& entry, std::string_view format);

// Whether an entry bears the name of an authority, as a state's list gives it: one for formats
// whose leaves authorities certify, and for no fund. The certificates below the authority say
// themselves whose seal it is.
bool IsNamedByAuthority(const IssuerEntry& entry);

struct BundleContent {
  std::uint64_t sequence = 1;
  Instant issued{};
  Instant next_update{};
  std::vector<IssuerEntry> issuers;
  std::vector<Bytes> status_lists{};  // as their issuers signed them: docs/formats/status-list.md
};

// One of the lists of a content, by the issuer of the content that signed it. Refuses
// trust.status-list-*.
absl::StatusOr<VerifiedStatusList> ReadStatusList(const BundleContent& content, ByteSpan bytes,
                                                  const Limits& limits);

// All of them, each signed by one of its issuers, in the same order and in the form of
// status_list_image.h. Refuses trust.status-list-*, and trust.file-malformed for a list that stands
// twice.
absl::StatusOr<std::vector<Bytes>> ReadStatusLists(const BundleContent& content,
                                                   const Limits& limits);

// The payload of a bundle's signed file. `roots`: signed sets, oldest first, ending with the one
// whose keys will sign the bundle.
Bytes EncodeBundle(std::span<const Bytes> roots, const BundleContent& content);

// A content without a look at its certificates, which are views into the file: of a bundle that was
// checked when it was installed, or of one that nobody has vouched for yet.
struct BundleOutline {
  BundleContent content;                            // its issuers have no certificates
  std::vector<std::vector<ByteSpan>> certificates;  // of each issuer, in DER
};
// What a file says, whoever signed it: for its publisher, and to show what it would bring. The
// outline looks into the file, which outlives it.
struct UnverifiedBundle {
  std::vector<Bytes> roots;
  BundleOutline outline;
};
// In time that is linear in the size of the file. Refuses trust.file-malformed,
// trust.file-unsupported.
absl::StatusOr<UnverifiedBundle> ReadUnverifiedBundle(const SignedFile& file);
// The content by all its rules. Refuses what OpenBundle refuses, except for the signatures.
absl::StatusOr<BundleContent> CheckContent(const SignedFile& file);
// The sets of roots in it, and the last of them, whose keys decide, whoever signed that.
absl::StatusOr<std::vector<Bytes>> RootsIn(const SignedFile& file);
absl::StatusOr<RootDraft> LastRoots(std::span<const Bytes> roots);
// Identifies a bundle by what its roots sign: adding or replacing a signature does not make it
// another bundle.
std::array<std::uint8_t, 32> DigestOf(const SignedFile& file);

// Read, and approved by roots that we trust.
struct Bundle {
  RootSet roots;  // in force from now on
  BundleContent content;
  std::array<std::uint8_t, 32> digest{};  // as by DigestOf
};

// `trusted`: the roots in force here. The content is decoded only once the signatures held. Refuses
// trust.too-large, trust.file-malformed, trust.file-unsupported, trust.roots-*,
// trust.bundle-threshold, trust.key-id-twice, trust.leaf-not-certified.
absl::StatusOr<Bundle> OpenBundle(ByteSpan bytes, const RootSet& trusted, const Limits& limits);

}  // namespace sceau::trust

#endif  // SCEAU_TRUST_BUNDLE_BUNDLE_H_
