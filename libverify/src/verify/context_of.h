// SPDX-License-Identifier: Apache-2.0
// What a caller asks for, checked once, and what one document is then judged by.
#ifndef SCEAU_VERIFY_CONTEXT_OF_H_
#define SCEAU_VERIFY_CONTEXT_OF_H_

#include "absl/status/status.h"
#include "verify/pipeline.h"

namespace sceau::verify {

// Refuses what Verifier::Create() refuses; fills in what was left to us.
absl::Status Complete(VerifyOptions& options);

// Of completed options, which outlive it. The clock is asked here.
Context ContextOf(const VerifyOptions& options, isolation::Reader* reader);

}  // namespace sceau::verify

#endif  // SCEAU_VERIFY_CONTEXT_OF_H_
