// SPDX-License-Identifier: Apache-2.0
// A trusted list of ETSI as it passes between the library and sceau-read-list. The program gets the
// signer's certificate and the list; what it answers is hostile until it was read here: each count,
// length, date and text is held against the limits. Certificates stay bytes.
#ifndef SCEAU_ISOLATION_TRUSTED_LIST_H_
#define SCEAU_ISOLATION_TRUSTED_LIST_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "sceau/date.h"
#include "sceau/limits.h"

namespace sceau::isolation {

struct StatusPeriod {
  std::string status;  // URI
  Instant from;
};

struct TrustService {
  std::string provider;
  std::string name;
  std::string type;                   // URI
  std::vector<StatusPeriod> periods;  // newest first, never empty
  std::vector<Bytes> certificates;    // DER; empty where the list has none that can be read
};

struct TrustedList {
  std::string scheme_operator;
  std::string territory;
  std::uint64_t sequence_number = 0;
  Instant issued;
  std::optional<Instant> next_update;  // none: a closed list (clause 5.3.15)
  std::vector<TrustService> services;
};

struct ListJob {
  ByteSpan signer;  // DER
  ByteSpan list;
};
Bytes WriteListJob(const ListJob& job);
// The spans are of `bytes`. Nothing when they are none of ours.
std::optional<ListJob> ReadListJob(ByteSpan bytes);

Bytes WriteListAnswer(const absl::StatusOr<TrustedList>& read);
// The list, or why the program refused it: trust.etsi-malformed, trust.etsi-signature,
// trust.etsi-too-large, trust.etsi-reader-stopped, internal. Refuses trust.etsi-reader-stopped for
// what the program never writes.
absl::StatusOr<TrustedList> ReadListAnswer(ByteSpan bytes, const Limits& limits);

// Of the longest answer that is read: a provider's name stands in the list once, and in the answer
// with each of its services.
std::size_t MostListAnswerBytes(const Limits& limits);

}  // namespace sceau::isolation

#endif  // SCEAU_ISOLATION_TRUSTED_LIST_H_
