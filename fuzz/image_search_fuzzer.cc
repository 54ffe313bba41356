// SPDX-License-Identifier: Apache-2.0
// Searches any pixels for symbols. The first two bytes are the width and whether a program drew
// them; the rest are rows.
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "barcode/read/read_symbols.h"
#include "fuzz_check.h"

namespace {

constexpr std::size_t kMaxPixels = 20'000;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sceau;  // NOLINT(google-build-using-namespace)
  if (size < 3) return 0;
  const int width = std::max<int>(1, data[0]);
  const bool drawn = (data[1] & 1) != 0;
  const int height = static_cast<int>(std::min(size - 2, kMaxPixels)) / width;
  if (height == 0) return 0;
  const ImageView image{data + 2, width, height, width};
  const auto read = barcode::ReadSymbols(image, {.max_symbols = 4, .drawn = drawn});
  if (!read.ok()) return 0;
  fuzz::Check(read->symbols.size() <= 4, "symbols within the limit");
  for (const Symbol& symbol : read->symbols)
    fuzz::Check(symbol.payload.size() <= 7089, "no more than a symbol holds");
  return 0;
}
