// SPDX-License-Identifier: Apache-2.0
// Base32 is canonical: a text that decodes is encoded to the same text, and any bytes survive
// encoding and decoding.
#include <algorithm>

#include "codec/base32.h"
#include "fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const sceau::ByteSpan input(data, size);
  const auto text = sceau::AsText(input);
  if (const auto bytes = sceau::codec::DecodeBase32(text)) {
    sceau::fuzz::Check(sceau::codec::EncodeBase32(*bytes) == text,
                       "decoded text encodes to itself");
  }
  const auto back = sceau::codec::DecodeBase32(sceau::codec::EncodeBase32(input));
  sceau::fuzz::Check(back && std::equal(back->begin(), back->end(), input.begin(), input.end()),
                     "bytes round-trip");
  return 0;
}
