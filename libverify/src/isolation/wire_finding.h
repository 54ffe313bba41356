// SPDX-License-Identifier: Apache-2.0
// A reason with its detail, as it passes from a helper to the library.
#ifndef SCEAU_ISOLATION_WIRE_FINDING_H_
#define SCEAU_ISOLATION_WIRE_FINDING_H_

#include <cstddef>
#include <optional>
#include <span>

#include "base/byte_reader.h"
#include "base/bytes.h"
#include "base/page.h"

namespace sceau::isolation {

// No detail of ours is longer.
inline constexpr std::size_t kMaxDetailBytes = 200;

void AppendFinding(Bytes& to, const Finding& finding);
// Nothing when it is cut, its reason is none of those that this helper may have, or its detail is
// not in plain ASCII.
std::optional<Finding> TakeFinding(ByteReader& from, std::span<const Reason> possible);

}  // namespace sceau::isolation

#endif  // SCEAU_ISOLATION_WIRE_FINDING_H_
