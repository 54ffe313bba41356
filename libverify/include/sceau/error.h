// SPDX-License-Identifier: Apache-2.0
// Errors of this library: an absl::Status that carries one of our reasons. Callers need them to
// tell users what happened, and to answer in our terms from a callback (PassphraseSource).
#ifndef SCEAU_ERROR_H_
#define SCEAU_ERROR_H_

#include <string>

#include "absl/status/status.h"
#include "sceau/public.h"
#include "sceau/reason.h"

namespace SCEAU_PUBLIC sceau {

// `detail`: lower case, no final stop, names the field and the offset or the step, never a value of
// the document (health data). The absl code follows from the reason's kind; look at ReasonOf().
absl::Status Refuse(Reason reason, const std::string& detail = {});

// The reason of an error; Reason::kInternal when it carries none. Call only on errors.
Reason ReasonOf(const absl::Status& status);

// The detail of an error; may be empty.
std::string DetailOf(const absl::Status& status);

}  // namespace sceau

#endif  // SCEAU_ERROR_H_
