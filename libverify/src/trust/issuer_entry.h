// SPDX-License-Identifier: Apache-2.0
// One issuer of a bundle: its encoding, and the rules that it obeys.
// Spec: docs/formats/trust-bundle.md §4.
#ifndef SCEAU_TRUST_ISSUER_ENTRY_H_
#define SCEAU_TRUST_ISSUER_ENTRY_H_

#include <span>
#include <string>

#include "absl/status/statusor.h"
#include "codec/cbor.h"
#include "trust/bundle.h"

namespace sceau::trust {

void EncodeIssuerEntry(const IssuerEntry& entry, codec::CborWriter& writer);

// Refuses trust.file-malformed, trust.file-unsupported, trust.leaf-not-certified. `field`: where it
// stands ("issuers/2").
absl::StatusOr<IssuerEntry> DecodeIssuerEntry(const codec::CborItem& item,
                                              const std::string& field);

// The rules of an entry, wherever it was written.
absl::Status CheckIssuerEntry(const IssuerEntry& entry, const std::string& field);

// A seal names its key by 8 bytes, or by two names: in one bundle that must be one key. Refuses
// trust.key-id-twice.
absl::Status RefuseSharedKeyIds(std::span<const IssuerEntry> entries);

}  // namespace sceau::trust

#endif  // SCEAU_TRUST_ISSUER_ENTRY_H_
