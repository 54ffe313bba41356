// SPDX-License-Identifier: Apache-2.0
// Passing errors on.
#ifndef SCEAU_BASE_STATUS_H_
#define SCEAU_BASE_STATUS_H_

#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "sceau/error.h"

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
