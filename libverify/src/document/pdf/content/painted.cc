// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/content/painted.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/seen.h"

namespace sceau::document {
namespace {

// Pixels: symbols are located to about one, and neighbours may abut.
constexpr double kSlack = 2;
constexpr std::uint8_t kWhite = 255;

std::uint8_t Mixed(std::uint8_t ground, std::uint8_t ink, double alpha) {
  return static_cast<std::uint8_t>(std::lround(ground + (int{ink} - int{ground}) * alpha));
}

}  // namespace

// A symbol is seen against the last plain colour that the page paints under all of it, by its own
// shapes or by others.
Sight Paintings::OnGround(const Painter& painter, std::size_t base, const Box& symbol) const {
  const bool is_own = all_[base].LiesUnder(symbol);
  std::uint8_t ground = is_own ? *all_[base].gray : kWhite;
  bool known = true;
  for (std::size_t i = 0; i < base && !is_own; ++i) {
    const Painting& painting = all_[i];
    if (!painting.box.Touches(symbol)) continue;
    known = painting.LiesUnder(symbol);
    if (known) ground = *painting.gray;
  }
  if (!known) return Sight::kUnsure;
  std::uint8_t darkest = painter.darkest;
  std::uint8_t lightest = painter.lightest;
  if (is_own) {
    darkest = 255;
    lightest = 0;
    for (const std::size_t i : painter.paintings) {
      if (i <= base || !all_[i].gray) continue;
      darkest = std::min(darkest, *all_[i].gray);
      lightest = std::max(lightest, *all_[i].gray);
    }
  }
  darkest = Mixed(ground, darkest, painter.alpha);
  lightest = Mixed(ground, lightest, painter.alpha);
  if (IsFaint(ground, darkest) && IsFaint(ground, lightest)) return Sight::kHidden;
  // Where its dark modules are like the ground, its light ones may stand out, or be the ground.
  return std::abs(int{ground} - int{darkest}) < kClearContrast ? Sight::kUnsure : Sight::kShown;
}

// The first of the painter's paintings that matters: a ground of its own covers those before it.
std::size_t Paintings::BaseOf(const Painter& painter, const Box& symbol) const {
  const auto ground = std::find_if(painter.paintings.rbegin(), painter.paintings.rend(),
                                   [&](std::size_t i) { return all_[i].LiesUnder(symbol); });
  return ground != painter.paintings.rend() ? *ground : painter.paintings.front();
}

Sight Paintings::SightOf(const Painter& painter, const Box& symbol, const Box& page) const {
  const Box core = symbol.Grown(-std::min({kSlack, symbol.width() / 4, symbol.height() / 4}));
  if (painter.hidden || !page.Touches(core) || !painter.clip.Touches(core)) return Sight::kHidden;
  Sight sight = Sight::kShown;
  if (!painter.sure || !painter.clip_exact || !page.Holds(core) || !painter.clip.Holds(core))
    sight = Sight::kUnsure;
  if (painter.paintings.empty()) return Sight::kUnsure;
  const std::size_t base = BaseOf(painter, core);
  for (std::size_t i = base; i < all_.size(); ++i) {
    const Painting& painting = all_[i];
    if (!painting.box.Touches(core) || std::ranges::binary_search(painter.paintings, i)) continue;
    const bool later = i > painter.paintings.back();
    if (later && painting.covers && painting.box.Holds(core)) return Sight::kHidden;
    sight = Sight::kUnsure;
  }
  if (painter.opaque || sight != Sight::kShown) return sight;
  return OnGround(painter, base, core);
}

bool Paintings::IsAllThatIsSeen(const Painter& painter, const Box& box, const Box& page) const {
  const Box seen = Common(box, page);
  if (painter.paintings.empty() || painter.hidden || !painter.sure || !painter.opaque ||
      !painter.clip_exact || !painter.clip.Holds(seen))
    return false;
  for (std::size_t i = 0; i < all_.size(); ++i) {
    const Painting& painting = all_[i];
    if (std::ranges::binary_search(painter.paintings, i)) continue;
    const Box at = Common(painting.box, page);
    if (at.IsEmpty()) continue;
    const bool before = i < painter.paintings.front();
    if (!before || !(painting.gray == kWhite || seen.Holds(at))) return false;
  }
  return true;
}

}  // namespace sceau::document
