// SPDX-License-Identifier: Apache-2.0
// Reads the pictures that PngOf() makes, for tests.
#ifndef SCEAU_EVIDENCE_PNG_TESTING_H_
#define SCEAU_EVIDENCE_PNG_TESTING_H_

#include <string_view>

#include "base/bytes.h"
#include "codec/zlib.h"
#include "evidence/canvas.h"

namespace sceau::evidence {

// A canvas without pixels for what is not such a picture.
inline Canvas ReadPng(std::string_view png) {
  constexpr std::size_t kHeader = 8 + 25;  // signature, IHDR
  constexpr std::size_t kFrame = 12;       // of a chunk
  const auto number = [&](std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i)
      value = value << 8 | static_cast<std::uint8_t>(png[i]);
    return value;
  };
  if (png.size() < kHeader + 2 * kFrame || png.substr(12, 4) != "IHDR" ||
      png.substr(kHeader + 4, 4) != "IDAT")
    return {0, 0, {}};
  Canvas canvas(static_cast<int>(number(16)), static_cast<int>(number(20)), {});
  constexpr std::size_t kLimit = std::size_t{64} << 20;
  const auto rows = codec::Inflate(AsBytes(png.substr(kHeader + 8, number(kHeader))), kLimit,
                                   {.damaged = Reason::kInternal, .too_large = Reason::kInternal});
  const std::size_t stride = 3 * static_cast<std::size_t>(canvas.width());
  if (!rows.ok() || rows->size() != (stride + 1) * static_cast<std::size_t>(canvas.height()))
    return {0, 0, {}};
  Bytes above(stride, 0);
  for (int y = 0; y < canvas.height(); ++y) {
    const std::uint8_t* row = rows->data() + (stride + 1) * static_cast<std::size_t>(y) + 1;
    for (std::size_t i = 0; i < stride; ++i)
      above[i] = static_cast<std::uint8_t>(above[i] + row[i]);
    for (int x = 0; x < canvas.width(); ++x) {
      const std::uint8_t* pixel = above.data() + 3 * static_cast<std::size_t>(x);
      canvas.Set(x, y, {pixel[0], pixel[1], pixel[2]});
    }
  }
  return canvas;
}

}  // namespace sceau::evidence

#endif  // SCEAU_EVIDENCE_PNG_TESTING_H_
