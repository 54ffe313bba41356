// SPDX-License-Identifier: Apache-2.0
// Inflates any bytes as one zlib stream under a bound; what is deflated comes back as it was.
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "base/status.h"
#include "codec/zlib.h"
#include "fuzz_check.h"

namespace {

constexpr std::size_t kLimit = 4096;
constexpr std::uint8_t kPackedOf = 8;
constexpr sceau::codec::InflateReasons kReasons = {sceau::Reason::kSealMalformedCbor,
                                                   sceau::Reason::kSealTooLong};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sceau;  // NOLINT(google-build-using-namespace)
  const ByteSpan bytes{data, size};
  const auto inflated = codec::Inflate(bytes, kLimit, kReasons);
  if (inflated.ok()) {
    fuzz::Check(inflated->size() <= kLimit, "no more than the limit");
  } else {
    const Reason reason = ReasonOf(inflated.status());
    fuzz::Check(reason == kReasons.damaged || reason == kReasons.too_large, "one of two reasons");
  }
  // Deflating costs far more than finding damage, so only one input of several is deflated.
  if (size > kLimit || (size > 0 && data[size - 1] % kPackedOf != 0)) return 0;
  const auto packed = codec::Deflate(bytes, codec::DeflateKind::kSparse);
  fuzz::Check(packed.ok(), "anything can be packed");
  const auto back = codec::Inflate(*packed, kLimit, kReasons);
  fuzz::Check(back.ok() && std::ranges::equal(*back, bytes), "what was packed comes back");
  return 0;
}
