// SPDX-License-Identifier: Apache-2.0
#include "seal_fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const sceau::seal::Format* format = sceau::seal::FindFormat("vds");
  sceau::fuzz::CheckSeal(*format, sceau::ByteSpan(data, size));
  return 0;
}
