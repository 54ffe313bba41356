// SPDX-License-Identifier: Apache-2.0
// A trusted list, read by sceau-read-list: untrusted XML is parsed in a process that has no
// files, no network, no keys and no time but its own.
#ifndef SCEAU_ISOLATION_READ_LIST_APART_H_
#define SCEAU_ISOLATION_READ_LIST_APART_H_

#include <string>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "isolation/trusted_list.h"
#include "sceau/limits.h"

namespace sceau::isolation {

// `programs`: the folder of the program that does it. `signer` is the DER of the pinned
// certificate. Refuses what ReadListAnswer() does, trust.etsi-reader-stopped when the program gave
// no whole answer in time, isolation.unavailable when it cannot work here.
absl::StatusOr<TrustedList> ReadListApart(ByteSpan list, ByteSpan signer, const Limits& limits,
                                          const std::string& programs);

}  // namespace sceau::isolation

#endif  // SCEAU_ISOLATION_READ_LIST_APART_H_
