// SPDX-License-Identifier: Apache-2.0
// The JSON that callers of sceau.h pass in: docs/schemas/verify-options.schema.json.
#ifndef SCEAU_C_API_OPTIONS_H_
#define SCEAU_C_API_OPTIONS_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "sceau/verify.h"

namespace sceau::c_api {

// A question, and what the caller calls the document.
struct AskedDocument {
  Question question;
  std::string request_id;
};

// All three refuse options.unusable with the field: an unknown member, one that stands twice, a
// value of another kind, more than Limits::options_bytes. None looks at what a holder's texts say:
// whoever compares them does.

// Everything but the trust. Also policy.unusable.
absl::StatusOr<VerifyOptions> ParseOptions(std::string_view json);
absl::StatusOr<AskedDocument> ParseQuestion(std::string_view json);
absl::StatusOr<ExpectedHolder> ParseHolder(std::string_view json);

}  // namespace sceau::c_api

#endif  // SCEAU_C_API_OPTIONS_H_
