// SPDX-License-Identifier: Apache-2.0
// absl::Status that carries one of our reasons: could the work be done, and if not, why.
#ifndef SCEAU_BASE_STATUS_H_
#define SCEAU_BASE_STATUS_H_

#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "sceau/reason.h"

namespace sceau {

// An error with a reason. `detail`: lower case, no final stop, names the field and the offset,
// never a value of the document (health data). The absl code follows from the reason's area;
// callers look at ReasonOf().
absl::Status Refuse(Reason reason, const std::string& detail = {});

// The reason that Refuse() gave; kInternal for a status that carries none. Call only on errors.
Reason ReasonOf(const absl::Status& status);

// The detail given to Refuse().
std::string DetailOf(const absl::Status& status);

}  // namespace sceau

#define SCEAU_CONCAT_INNER(a, b) a##b
#define SCEAU_CONCAT(a, b) SCEAU_CONCAT_INNER(a, b)
// Returns the error from the enclosing function, or goes on.
#define SCEAU_RETURN_IF_ERROR(expr)                    \
  do {                                                 \
    if (absl::Status s_ = (expr); !s_.ok()) return s_; \
  } while (false)
// SCEAU_ASSIGN_OR_RETURN(auto x, F()): returns F's error, or assigns its value.
#define SCEAU_ASSIGN_OR_RETURN(lhs, expr) \
  SCEAU_ASSIGN_OR_RETURN_IMPL(SCEAU_CONCAT(result_, __LINE__), lhs, expr)
#define SCEAU_ASSIGN_OR_RETURN_IMPL(result, lhs, expr) \
  auto result = (expr);                                \
  if (!result.ok()) return result.status();            \
  lhs = *std::move(result)

#endif  // SCEAU_BASE_STATUS_H_
