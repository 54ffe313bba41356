// SPDX-License-Identifier: Apache-2.0
// One issuer of a bundle: its encoding, and the rules that it obeys.
// Spec: docs/formats/trust-bundle.md §4.
#ifndef SCEAU_TRUST_BUNDLE_ISSUER_ENTRY_H_
#define SCEAU_TRUST_BUNDLE_ISSUER_ENTRY_H_

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "codec/cbor.h"
#include "crypto/certificate_outline.h"
#include "seal/format.h"
#include "trust/bundle/bundle.h"

namespace sceau::trust {

void EncodeIssuerEntry(const IssuerEntry& entry, codec::CborWriter& writer);

// An entry whose certificates nobody has parsed, and those certificates as they stand in the file.
struct OutlinedEntry {
  IssuerEntry terms;
  std::vector<ByteSpan> certificates;
};
// Refuses trust.file-malformed, trust.file-unsupported. `field`: where it stands ("issuers/2").
absl::StatusOr<OutlinedEntry> OutlineIssuerEntry(const codec::CborItem& item,
                                                 const std::string& field);

// The same with its certificates parsed, by the rules of an entry. Refuses
// trust.leaf-not-certified too.
absl::StatusOr<IssuerEntry> DecodeIssuerEntry(const codec::CborItem& item,
                                              const std::string& field);

// The rules of an entry, wherever it was written.
absl::Status CheckIssuerEntry(const IssuerEntry& entry, const std::string& field);

// The names by which a seal of this format may call the key of this leaf, which stands in `entry`
// or in a directory (null). Nothing where the entry's grants do not lead there, or an earlier row
// of the registry gives the same id.
std::optional<seal::KeyId> KeyIdBy(const seal::Format& format, const IssuerEntry* entry,
                                   const crypto::CertificateOutline& leaf);

// A name by which seals call a key must mean one key within a bundle. Refuses trust.key-id-twice.
absl::Status RefuseSharedKeyIds(std::span<const IssuerEntry> entries);

}  // namespace sceau::trust

#endif  // SCEAU_TRUST_BUNDLE_ISSUER_ENTRY_H_
