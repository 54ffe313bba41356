// SPDX-License-Identifier: Apache-2.0
// What the library asks of its helper: one document, given as a sealed memory file, to be answered
// on a pipe; both descriptors travel with the message.
#ifndef SCEAU_ISOLATION_REQUEST_H_
#define SCEAU_ISOLATION_REQUEST_H_

#include <cstddef>
#include <optional>

#include "base/bytes.h"
#include "isolation/reader.h"
#include "sceau/limits.h"

namespace sceau::isolation {

struct Request {
  ReadSettings settings;
  Limits limits;
};

// Of every request.
inline constexpr std::size_t kRequestBytes = 263;

Bytes WriteRequest(const Request& request);
// Nothing when it is not of this version: a helper of another one would misread it.
std::optional<Request> ReadRequest(ByteSpan bytes);

}  // namespace sceau::isolation

#endif  // SCEAU_ISOLATION_REQUEST_H_
