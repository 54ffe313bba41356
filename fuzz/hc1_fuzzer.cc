// SPDX-License-Identifier: Apache-2.0
// Reaches behind Base45: the input is the envelope, or the zlib stream around it. An input that
// starts with "HC1:" is taken as text.
#include "codec/base45.h"
#include "seal_fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const sceau::ByteSpan input(data, size);
  std::string text(sceau::AsText(input));
  if (!text.starts_with("HC1:")) text = "HC1:" + sceau::codec::EncodeBase45(input);
  const sceau::seal::Format* format = sceau::seal::DetectFormat(sceau::AsBytes(text));
  sceau::fuzz::Check(format != nullptr && format->id == "hc1", "the prefix is claimed by hc1");
  sceau::fuzz::CheckSeal(*format, sceau::AsBytes(text));
  return 0;
}
