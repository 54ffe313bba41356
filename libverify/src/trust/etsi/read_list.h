// SPDX-License-Identifier: Apache-2.0
// A trusted list of ETSI, from signed bytes to services. Spec: ETSI TS 119 612, clauses 5.3 to 5.6;
// docs/formats/etsi-trusted-lists.md says what is left out.
#ifndef SCEAU_TRUST_ETSI_READ_LIST_H_
#define SCEAU_TRUST_ETSI_READ_LIST_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "crypto/certificate.h"
#include "sceau/date.h"
#include "sceau/limits.h"

namespace sceau::trust::etsi {

struct StatusPeriod {
  std::string status;  // URI
  Instant from;
};

// What a service signs with. One that `crypto` does not take stays in sight, with the reason.
struct Identity {
  std::optional<crypto::Certificate> certificate;
  std::string refusal;  // empty when there is a certificate
};

struct Service {
  std::string provider;
  std::string name;
  std::string type;                   // URI
  std::vector<StatusPeriod> periods;  // newest first, never empty
  std::vector<Identity> identities;
};

struct List {
  std::string scheme_operator;
  std::string territory;
  std::uint64_t sequence_number = 0;
  Instant issued;
  std::optional<Instant> next_update;  // none: a closed list (clause 5.3.15)
  std::vector<Service> services;
};

// The signature is checked first, under the pinned certificate; its dates are not. That the next
// update is overdue is a fact for the caller, no error. Refuses trust.etsi-too-large,
// trust.etsi-malformed, trust.etsi-signature.
absl::StatusOr<List> ReadList(ByteSpan xml, const crypto::Certificate& signer,
                              const Limits& limits);

// Granted, recognised or in accordance, or one of the words of before 2016 for the same. A status
// that we do not know is none of them.
bool IsInForce(const std::string& status);
// By the periods; false before the first.
bool IsInForceAt(const Service& service, Instant when);

// The services in force at `when` of which a certificate signed `leaf`, with the leaf and that
// certificate both valid then.
std::vector<const Service*> CertifiedBy(const List& list, const crypto::Certificate& leaf,
                                        Instant when);

}  // namespace sceau::trust::etsi

#endif  // SCEAU_TRUST_ETSI_READ_LIST_H_
