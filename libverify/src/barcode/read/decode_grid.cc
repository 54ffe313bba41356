// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/decode_grid.h"

#include <utility>
#include <vector>

#include "barcode/decode/symbol_decoder.h"
#include "barcode/read/equalize.h"
#include "barcode/read/grid_shape.h"
#include "barcode/read/zxing_reader.h"
#include "base/status.h"

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

// The symbol as seen in a mirror that keeps the solid sides of a Data Matrix where they are.
Plane<float> Mirrored(const Plane<float>& values) {
  const int size = values.width();
  Plane<float> mirrored(size, size);
  for (int y = 0; y < size; ++y) {
    for (int x = 0; x < size; ++x) mirrored.at(x, y) = values.at(size - 1 - y, size - 1 - x);
  }
  return mirrored;
}

// Decodes the values of one grid, as they are or after something was done to them.
class GridDecoder {
 public:
  explicit GridDecoder(const GridShape& shape)
      : shape_(shape), decoder_(SymbolDecoder::For(shape.symbology, shape.size, shape.size)) {}

  // Above `threshold` is dark. ZXing is asked where ours is not sure.
  Found Decode(const Plane<float>& values, float threshold = 0) const {
    if (!decoder_) return std::optional<Symbol>();
    std::vector<float> modules = values.values();
    for (float& value : modules) value -= threshold;
    Decoded decoded = decoder_->Decode(modules);
    switch (decoded.decoding) {
      case Decoding::kDone:
        return Symbol{shape_.symbology, std::move(decoded.payload), {}};
      case Decoding::kImpossible:
        return std::optional<Symbol>();
      case Decoding::kUnsure:
        break;
    }
    SCEAU_ASSIGN_OR_RETURN(std::optional<Bytes> payload,
                           DecodeModules(shape_.symbology, Threshold(shape_, values, threshold)));
    if (!payload) return std::optional<Symbol>();
    return Symbol{shape_.symbology, *std::move(payload), {}};
  }

 private:
  const GridShape& shape_;
  std::optional<SymbolDecoder> decoder_;
};

}  // namespace

Found DecodeGrid(const GridShape& shape, const Plane<float>& samples, Persistence persistence) {
  const GridDecoder decoder(shape);
  const Plane<float> plain = PlainModules(shape, samples);
  Found found = decoder.Decode(plain);
  if (!found.ok() || *found) return found;
  const Plane<float> once = Equalize(shape, samples, plain);
  found = decoder.Decode(once);
  if (!found.ok() || *found || persistence == Persistence::kLow) return found;
  const Plane<float> thrice = Equalize(shape, samples, Equalize(shape, samples, once));
  for (const float threshold : {0.0F, -0.15F, 0.15F, -0.3F, 0.3F}) {
    for (const Plane<float>* values : {&once, &thrice, &plain}) {
      if (threshold == 0 && values != &thrice) continue;  // done above
      found = decoder.Decode(*values, threshold);
      if (!found.ok() || *found) return found;
    }
  }
  // The decoder of QR codes looks for mirrored ones itself.
  if (shape.symbology == Symbology::kDataMatrix) return decoder.Decode(Mirrored(once));
  return found;
}

}  // namespace sceau::barcode
