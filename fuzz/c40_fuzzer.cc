// SPDX-License-Identifier: Apache-2.0
// C40: bytes that decode to a text are encoded from it so that they decode to the same text.
#include "codec/c40.h"
#include "fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const sceau::ByteSpan input(data, size);
  if (const auto text = sceau::codec::DecodeC40(input)) {
    const auto bytes = sceau::codec::EncodeC40(*text);
    sceau::fuzz::Check(bytes.has_value(), "decoded text can be encoded");
    sceau::fuzz::Check(sceau::codec::DecodeC40(*bytes) == text, "text round-trips");
  }
  if (const auto bytes = sceau::codec::EncodeC40(sceau::AsText(input))) {
    sceau::fuzz::Check(sceau::codec::DecodeC40(*bytes).has_value(), "encoded bytes can be decoded");
  }
  return 0;
}
