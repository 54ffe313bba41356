// SPDX-License-Identifier: Apache-2.0
// How a ledger knows a person again.
#ifndef SCEAU_ISSUE_LEDGER_HOLDER_HASH_H_
#define SCEAU_ISSUE_LEDGER_HOLDER_HASH_H_

#include <string>

#include "issue/ledger/ledger_store.h"

namespace sceau::issue {

// `nir`: 15 characters, as attestation::Nir has them.
KeyedHash HolderHash(const LedgerStore& ledger, const std::string& nir);

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_LEDGER_HOLDER_HASH_H_
