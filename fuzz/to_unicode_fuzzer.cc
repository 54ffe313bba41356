// SPDX-License-Identifier: Apache-2.0
// Reads the map from the codes of a PDF's font to characters.
#include "document/pdf/text/to_unicode.h"
#include "fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const sceau::ByteSpan bytes(data, size);
  for (const std::size_t code_bytes : {std::size_t{1}, std::size_t{2}}) {
    const auto map = sceau::document::ToUnicode::Parse(bytes, code_bytes);
    if (!map) continue;
    const std::uint32_t codes = code_bytes == 1 ? 0x100 : 0x10000;
    sceau::fuzz::Check(map->size() <= codes, "no code is there twice");
    for (std::uint32_t code = 0; code < 2 * codes; code += codes / 0x100) {
      const auto characters = map->Find(code);
      sceau::fuzz::Check(!characters || (code < codes && !characters->empty()),
                         "a code that is known has characters");
    }
  }
  return 0;
}
