// SPDX-License-Identifier: Apache-2.0
// The seal formats that we read, one row for each, and the names of codes that are not a seal of
// ours.
#ifndef SCEAU_SEAL_REGISTRY_H_
#define SCEAU_SEAL_REGISTRY_H_

#include <span>
#include <string_view>

#include "base/bytes.h"
#include "seal/format.h"

namespace sceau::seal {

std::span<const Format> Formats();

// Null when no format claims the payload.
const Format* DetectFormat(ByteSpan payload);

// Null when there is no format of that id.
const Format* FindFormat(std::string_view id);

// The payload taken apart as one of this format. Refuses what Format::parse refuses.
absl::StatusOr<ParsedSeal> Parse(const Format& format, ByteSpan payload, const Limits& limits);

// What a payload that no format claims seems to be.
struct OtherKind {
  std::string_view id;   // "2d-doc-binary", "ins", "smart-health-card", "web-address", "text",
                         // "binary" …
  bool is_seal = false;  // a seal of a format that we cannot verify -> seal.unsupported-format
};
OtherKind NameOther(ByteSpan payload);

}  // namespace sceau::seal

#endif  // SCEAU_SEAL_REGISTRY_H_
