// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/decode_grid.h"

#include <utility>

#include "barcode/read/equalize.h"
#include "barcode/read/grid_shape.h"
#include "barcode/read/zxing_reader.h"

namespace sceau::barcode {
namespace {

using Found = absl::StatusOr<std::optional<Symbol>>;

Modules Threshold(const GridShape& shape, const Plane<float>& values, float threshold) {
  Modules modules;
  modules.size = shape.size;
  modules.dark.resize(static_cast<std::size_t>(shape.size) * static_cast<std::size_t>(shape.size));
  for (int y = 0; y < shape.size; ++y) {
    for (int x = 0; x < shape.size; ++x)
      modules.dark[modules.index(x, y)] = values.at(x, y) > threshold;
  }
  for (const FixedModule& module : shape.fixed)
    modules.dark[modules.index(module.x, module.y)] = module.dark > 0;
  return modules;
}

// The modules as seen in a mirror that keeps the solid sides of a Data Matrix where they are.
Modules Mirrored(const Modules& modules) {
  Modules mirrored = modules;
  const int last = modules.size - 1;
  for (int y = 0; y <= last; ++y) {
    for (int x = 0; x <= last; ++x)
      mirrored.dark[mirrored.index(x, y)] = modules.at(last - y, last - x);
  }
  return mirrored;
}

Found DecodeOne(Symbology symbology, const Modules& modules) {
  auto payload = DecodeModules(symbology, modules);
  if (!payload.ok()) return payload.status();
  if (!*payload) return std::optional<Symbol>();
  return Symbol{symbology, **std::move(payload), {}};
}

}  // namespace

Found DecodeGrid(const GridShape& shape, const Plane<float>& samples, Persistence persistence) {
  const Plane<float> plain = PlainModules(shape, samples);
  Found found = DecodeOne(shape.symbology, Threshold(shape, plain, 0));
  if (!found.ok() || *found) return found;
  const Plane<float> once = Equalize(shape, samples, plain);
  found = DecodeOne(shape.symbology, Threshold(shape, once, 0));
  if (!found.ok() || *found || persistence == Persistence::kLow) return found;
  const Plane<float> thrice = Equalize(shape, samples, Equalize(shape, samples, once));
  for (const float threshold : {0.0F, -0.15F, 0.15F, -0.3F, 0.3F}) {
    for (const Plane<float>* values : {&once, &thrice, &plain}) {
      if (threshold == 0 && values != &thrice) continue;  // done above
      found = DecodeOne(shape.symbology, Threshold(shape, *values, threshold));
      if (!found.ok() || *found) return found;
    }
  }
  // ZXing mirrors QR codes itself.
  if (shape.symbology == Symbology::kDataMatrix)
    return DecodeOne(shape.symbology, Mirrored(Threshold(shape, once, 0)));
  return found;
}

}  // namespace sceau::barcode
