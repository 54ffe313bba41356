// SPDX-License-Identifier: Apache-2.0
#include "barcode/decode/module_values.h"

#include <algorithm>
#include <cmath>

namespace sceau::barcode {
namespace {

// Values on any scale are taken alike: surenesses are measured by their mean, and none counts for
// more than this many times it.
constexpr float kMaxSureness = 4;
// A bit is wrong with a chance that falls exponentially with how sure it is. Measured on hard
// captures: 3 to 6 read alike.
constexpr float kSteepness = 4;

float Sureness(float value) { return std::isnan(value) ? 0 : std::min(std::abs(value), 1e6F); }

float MeanSureness(ModuleValues values, std::span<const BitPlace> places) {
  float sum = 0;
  for (const BitPlace& place : places) sum += Sureness(values[place.module]);
  return places.empty() ? 0 : sum / static_cast<float>(places.size());
}

}  // namespace

ReadBlock ReadCodewords(ModuleValues values, std::span<const BitPlace> places) {
  const float mean = MeanSureness(values, places);
  const float scale = mean > 0 ? 1 / mean : 0;
  ReadBlock block;
  for (std::size_t first = 0; first + 8 <= places.size(); first += 8) {
    unsigned codeword = 0;
    float doubt = 0;  // one doubtful bit makes a codeword doubtful, several make it more so
    for (const BitPlace& place : places.subspan(first, 8)) {
      const float value = values[place.module];
      const bool is_dark = value > 0;
      codeword = codeword << 1 | (is_dark != place.is_inverted ? 1U : 0U);
      doubt += std::exp(-kSteepness * std::min(Sureness(value) * scale, kMaxSureness));
    }
    block.numbers.push_back(block.codewords.size());
    block.codewords.push_back(static_cast<std::uint8_t>(codeword));
    block.doubts.push_back(doubt);
  }
  return block;
}

std::vector<float> KnownModules(std::span<const ReadBlock> blocks, std::span<const BitPlace> places,
                                std::size_t count) {
  std::vector<float> modules;
  for (const ReadBlock& block : blocks) {
    if (!block.is_corrected) continue;
    modules.resize(count);
    for (std::size_t i = 0; i < block.codewords.size(); ++i) {
      for (std::size_t bit = 0; bit < 8; ++bit) {
        const BitPlace& place = places[8 * block.numbers[i] + bit];
        const bool is_one = ((block.codewords[i] >> (7 - bit)) & 1) != 0;
        modules[place.module] = is_one != place.is_inverted ? 1.0F : -1.0F;
      }
    }
  }
  return modules;
}

}  // namespace sceau::barcode
