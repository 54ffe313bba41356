// SPDX-License-Identifier: Apache-2.0
// JSON that people write for us (claims, policies), read so that two readers cannot disagree.
#ifndef SCEAU_CODEC_STRICT_JSON_H_
#define SCEAU_CODEC_STRICT_JSON_H_

#include <string_view>

#include "absl/status/statusor.h"
#include "nlohmann/json.hpp"
#include "sceau/reason.h"

namespace sceau::codec {

// Parses JSON by RFC 8259, at most 8 levels deep and with each member of an object once. Anything
// else is refused with `reason`.
absl::StatusOr<nlohmann::json> ParseStrictJson(std::string_view text, Reason reason);

}  // namespace sceau::codec

#endif  // SCEAU_CODEC_STRICT_JSON_H_
