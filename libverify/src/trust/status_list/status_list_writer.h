// SPDX-License-Identifier: Apache-2.0
// Writes and signs a status list. Spec: docs/formats/status-list.md.
#ifndef SCEAU_TRUST_STATUS_LIST_STATUS_LIST_WRITER_H_
#define SCEAU_TRUST_STATUS_LIST_STATUS_LIST_WRITER_H_

#include <cstdint>
#include <optional>
#include <span>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "crypto/private_key.h"
#include "sceau/limits.h"
#include "trust/status_list/status_value.h"

namespace sceau::trust {

// Entries that follow one another.
struct EntryRange {
  std::uint64_t first = 0;
  std::uint64_t count = 0;
};

struct StatusListContent {
  std::uint64_t number = 0;  // of the list
  Instant issued{};
  Instant expires{};
  std::uint64_t size = 0;                     // entries; the list is filled up to a whole byte
  std::span<const Withdrawal> withdrawals{};  // by ascending index; all others are valid
  bool with_details = true;                   // whether to say since when, and why
  // Until when the entries that were given are known, `issued` at the latest; and those that were
  // given to no attestation by then, ascending. Without the first there are none of the second.
  std::optional<Instant> given_until{};
  std::span<const EntryRange> not_given{};
};

// The signed list, 2 bits for each entry. ECDSA draws a fresh nonce: signing again gives other
// bytes. Refuses usage for a content that no list can carry, trust.status-list-too-large for one
// that readers with these limits would refuse, key.certificate-mismatch, and
// key.certificate-out-of-date when the certificate is not valid at `issued`.
absl::StatusOr<Bytes> SignStatusList(const StatusListContent& content,
                                     const crypto::PrivateKey& key,
                                     const crypto::Certificate& certificate, const Limits& limits);

}  // namespace sceau::trust

#endif  // SCEAU_TRUST_STATUS_LIST_STATUS_LIST_WRITER_H_
