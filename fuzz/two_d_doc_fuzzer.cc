// SPDX-License-Identifier: Apache-2.0
#include "seal_fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const sceau::ByteSpan input(data, size);
  for (const sceau::seal::Format& format : sceau::seal::Formats()) {
    if (format.id == "2d-doc") sceau::fuzz::CheckSeal(format, input);
  }
  if (sceau::seal::DetectFormat(input) == nullptr) {
    sceau::fuzz::Check(!sceau::seal::NameOther(input).id.empty(),
                       "a code that is not a seal of ours has a name");
  }
  return 0;
}
