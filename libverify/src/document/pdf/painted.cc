// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/painted.h"

#include <algorithm>
#include <cstdlib>

namespace sceau::document {
namespace {

// Pixels: symbols are located to about one, and neighbours may abut.
constexpr double kSlack = 2;
// Luminance: less is not seen, more is.
constexpr int kNoContrast = 16;
constexpr int kContrast = 96;
constexpr std::uint8_t kWhite = 255;

}  // namespace

// What is not opaque is seen against what the page has painted before it.
Sight Paintings::OnGround(const Painter& painter, const Box& symbol) const {
  std::uint8_t ground = kWhite;
  bool known = true;
  for (std::size_t i = 0; i < painter.paintings.front(); ++i) {
    const Painting& painting = all_[i];
    if (!painting.box.Touches(symbol)) continue;
    const bool covers = painting.covers && painting.box.Holds(symbol);
    known = covers && painting.gray.has_value();
    if (known) ground = *painting.gray;
  }
  if (!known) return Sight::kUnsure;
  const int contrast = std::abs(int{ground} - int{painter.darkest});
  if (contrast < kNoContrast) return Sight::kHidden;
  return contrast < kContrast ? Sight::kUnsure : Sight::kShown;
}

Sight Paintings::SightOf(const Painter& painter, const Box& symbol, const Box& page) const {
  const Box core = symbol.Grown(-std::min({kSlack, symbol.width() / 4, symbol.height() / 4}));
  if (painter.hidden || !page.Touches(core) || !painter.clip.Touches(core)) return Sight::kHidden;
  Sight sight = Sight::kShown;
  if (!painter.sure || !painter.clip_exact || !page.Holds(core) || !painter.clip.Holds(core))
    sight = Sight::kUnsure;
  if (painter.paintings.empty()) return Sight::kUnsure;
  for (std::size_t i = painter.paintings.front(); i < all_.size(); ++i) {
    const Painting& painting = all_[i];
    if (!painting.box.Touches(core) || std::ranges::binary_search(painter.paintings, i)) continue;
    const bool later = i > painter.paintings.back();
    if (later && painting.covers && painting.box.Holds(core)) return Sight::kHidden;
    sight = Sight::kUnsure;
  }
  if (painter.opaque || sight != Sight::kShown) return sight;
  return OnGround(painter, core);
}

}  // namespace sceau::document
