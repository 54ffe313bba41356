// SPDX-License-Identifier: Apache-2.0
// An envelope that splits is written again the same from its parts, and every part lies where it
// says.
#include <algorithm>

#include "base/status.h"
#include "fuzz_check.h"
#include "seal/cose/sign1.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sceau;
  constexpr int kDepth = 8;
  const ByteSpan input(data, size);
  const auto split = seal::cose::SplitSign1(input, kDepth);
  if (!split.ok()) {
    fuzz::Check(AreaOf(ReasonOf(split.status())) == ReasonArea::kSeal,
                "a refusal has a seal.* reason");
    return 0;
  }
  for (const seal::cose::Slice* slice :
       {&split->protected_header, &split->payload, &split->signature}) {
    fuzz::Check(slice->offset <= size && slice->bytes.size() <= size - slice->offset,
                "a slice lies within the envelope");
    fuzz::Check(slice->bytes.empty() || slice->bytes.data() == data + slice->offset,
                "a slice is where it says");
  }
  const Bytes again = seal::cose::JoinSign1(split->protected_header.bytes, split->payload.bytes,
                                            split->signature.bytes);
  fuzz::Check(std::equal(again.begin(), again.end(), input.begin(), input.end()),
              "an envelope has one form");
  return 0;
}
