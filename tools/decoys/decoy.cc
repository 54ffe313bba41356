// SPDX-License-Identifier: Apache-2.0
#include "decoys/decoy.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "decoys/kinds.h"

namespace sceau::decoys {
namespace {

struct Kind {
  std::string_view name;
  void (*draw)(Picture&, Random&) = nullptr;
  std::vector<Bytes> (*draw_codes)(Picture&, Random&) = nullptr;
};

constexpr std::array<Kind, 12> kKinds = {{
    {"photograph", DrawPhotograph},
    {"noise", DrawNoise},
    {"text", DrawTextPage},
    {"halftone", DrawHalftone},
    {"checkerboard", DrawCheckerboard},
    {"moire", DrawMoire},
    {"hollow-qr", DrawHollowQr},
    {"hollow-data-matrix", DrawHollowDataMatrix},
    {"other-symbologies", DrawOtherSymbologies},
    {"everyday-qr", nullptr, DrawEverydayQr},
    {"random-data-matrix", nullptr, DrawRandomDataMatrix},
    {"broken-seal", nullptr, DrawBrokenSeals},
}};

// The picture as a lens and a sensor give it.
PageImage Take(const Picture& drawn, Random& random) {
  const double sigma = Between(random, 0.0, 1.2);
  Picture seen = sigma < 0.3 ? drawn : degrade::Blur(drawn, sigma);
  degrade::AddNoise(seen, Between(random, 0.0, 8.0), random);
  PageImage image{seen.width, seen.height, {}};
  image.pixels.reserve(seen.light.size());
  std::ranges::transform(seen.light, std::back_inserter(image.pixels), [](float light) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(light, 0.0F, 255.0F)));
  });
  return image;
}

}  // namespace

Decoy MakeDecoy(std::uint64_t seed, int width, int height) {
  const Kind& kind = kKinds[static_cast<std::size_t>(seed % kKinds.size())];
  Random random(seed);
  Picture picture(width, height, kPaper);
  Decoy decoy;
  decoy.kind = kind.name;
  if (kind.draw != nullptr) {
    kind.draw(picture, random);
  } else {
    if (random.Uniform() < 0.5) DrawTextPage(picture, random);
    decoy.codes = kind.draw_codes(picture, random);
    decoy.may_look_sealed = kind.draw_codes == DrawBrokenSeals;
  }
  decoy.image = Take(picture, random);
  return decoy;
}

}  // namespace sceau::decoys
