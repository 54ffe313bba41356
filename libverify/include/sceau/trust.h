// SPDX-License-Identifier: Apache-2.0
// Whom we trust: the certificates of issuers, loaded once and shared by every verification.
#ifndef SCEAU_TRUST_H_
#define SCEAU_TRUST_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "sceau/limits.h"

namespace sceau {

namespace trust {
class TrustStore;
}

// Immutable; may be shared between threads.
using Trust = std::shared_ptr<const trust::TrustStore>;

// A directory of certificates, PEM or DER, one or more a file. An end certificate in it is trusted
// itself; an authority certifies its leaves, and a leaf that names an authority of the directory
// which did not sign it is refused. Errors carry trust.missing, trust.empty, trust.junk,
// trust.leaf-not-certified or trust.too-large; all or nothing.
absl::StatusOr<Trust> LoadTrustDirectory(const std::string& path, const Limits& limits = {});

}  // namespace sceau

#endif  // SCEAU_TRUST_H_
