// SPDX-License-Identifier: Apache-2.0
#include "capture/blob.h"

#include <algorithm>
#include <cstddef>

namespace sceau::capture {

Blob TakeBlob(Plane<std::uint8_t>& dark, int x, int y) {
  Blob blob{{x, y, x + 1, y + 1}, {{x, y}}};
  dark.At(x, y) = 0;
  for (std::size_t i = 0; i < blob.pixels.size(); ++i) {
    const auto [cx, cy] = blob.pixels[i];
    blob.box = {std::min(blob.box.left, cx), std::min(blob.box.top, cy),
                std::max(blob.box.right, cx + 1), std::max(blob.box.bottom, cy + 1)};
    for (int ny = std::max(0, cy - 1); ny <= std::min(dark.height() - 1, cy + 1); ++ny) {
      for (int nx = std::max(0, cx - 1); nx <= std::min(dark.width() - 1, cx + 1); ++nx) {
        if (dark.At(nx, ny) == 0) continue;
        dark.At(nx, ny) = 0;
        blob.pixels.emplace_back(nx, ny);
      }
    }
  }
  return blob;
}

}  // namespace sceau::capture
