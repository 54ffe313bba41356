// SPDX-License-Identifier: Apache-2.0
// The zlib format, in memory and under a bound. Spec: RFC 1950, RFC 1951.
#ifndef SCEAU_CODEC_ZLIB_H_
#define SCEAU_CODEC_ZLIB_H_

#include <cstddef>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "sceau/reason.h"

namespace sceau::codec {

// The reason for each way of failing.
struct InflateReasons {
  Reason damaged;    // cut short, trailing bytes, a wrong checksum, a preset dictionary, not zlib
  Reason too_large;  // more than the limit
};

// Inflates one zlib stream, which must be the whole of `stream`. It stops as soon as it has made
// more than `limit` bytes, and its memory grows with what was made, whatever the stream claims.
absl::StatusOr<Bytes> Inflate(ByteSpan stream, std::size_t limit, InflateReasons reasons);

// What the bytes are like. It steers the size only: any reader takes both.
enum class DeflateKind {
  kSparse,  // runs and repeats
  kNoise,   // single values of uneven frequency: looking for repeats costs time and gains nothing
};

// Deflates at the highest level. Error: internal when zlib has no memory.
absl::StatusOr<Bytes> Deflate(ByteSpan bytes, DeflateKind kind);

}  // namespace sceau::codec

#endif  // SCEAU_CODEC_ZLIB_H_
