// SPDX-License-Identifier: Apache-2.0
// What a bundle holds, once its roots vouched for it.
#ifndef SCEAU_TRUST_BUNDLE_DESCRIBE_H_
#define SCEAU_TRUST_BUNDLE_DESCRIBE_H_

#include "absl/status/statusor.h"
#include "sceau/limits.h"
#include "sceau/trust_file.h"
#include "trust/bundle/signed_file.h"

namespace sceau::trust {

// Also reads its status lists, which it inflates. Refuses whatever a bundle is refused for.
absl::StatusOr<TrustFileDescription> DescribeApproved(const SignedFile& file, const Limits& limits);

}  // namespace sceau::trust

#endif  // SCEAU_TRUST_BUNDLE_DESCRIBE_H_
