// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/decode_grid.h"

#include <algorithm>
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

// Decodes the values of one grid, in one way after another, and remembers which modules are known
// from the blocks that could be corrected in any of them.
class GridDecoder {
 public:
  explicit GridDecoder(const GridShape& shape)
      : shape_(shape), decoder_(SymbolDecoder::For(shape.symbology, shape.size, shape.size)) {}

  // Above `threshold` is dark. ZXing is asked where ours is not sure.
  Found Decode(const Plane<float>& values, float threshold = 0) {
    if (!decoder_) return std::optional<Symbol>();
    Decoded decoded = decoder_->Decode(ValuesOf(values, threshold));
    switch (decoded.decoding) {
      case Decoding::kDone:
        return Symbol{shape_.symbology, std::move(decoded.payload), {}};
      case Decoding::kImpossible:
        Learn(decoded.known);
        return std::optional<Symbol>();
      case Decoding::kUnsure:
        break;
    }
    SCEAU_ASSIGN_OR_RETURN(std::optional<Bytes> payload,
                           DecodeModules(shape_.symbology, Threshold(shape_, values, threshold)));
    if (!payload) return std::optional<Symbol>();
    return Symbol{shape_.symbology, *std::move(payload), {}};
  }

  // Known modules say what the filter must give, as those of the patterns do, and there are many of
  // them all over the symbol: the filter is fitted again with them, and again while that corrects
  // more blocks.
  Found DecodeWithKnown(const Plane<float>& samples, Plane<float> values) {
    constexpr int kMaxRounds = 4;
    Found found = std::optional<Symbol>();
    std::size_t before = 0;
    for (int round = 0; round < kMaxRounds && known_modules_ > before; ++round) {
      before = known_modules_;
      values = Equalize(ShapeWithKnown(), samples, std::move(values));
      found = Decode(values);
      if (!found.ok() || *found) return found;
    }
    return found;
  }

 private:
  std::vector<float> ValuesOf(const Plane<float>& values, float threshold) const {
    constexpr float kSure = 2;  // twice as dark or light as modules mostly are
    std::vector<float> modules = values.values();
    for (std::size_t i = 0; i < modules.size(); ++i) {
      const bool is_known = !known_.empty() && known_[i] != 0;
      modules[i] = is_known ? kSure * known_[i] : modules[i] - threshold;
    }
    return modules;
  }

  void Learn(const std::vector<float>& known) {
    known_.resize(std::max(known_.size(), known.size()));
    for (std::size_t i = 0; i < known.size(); ++i) {
      if (known[i] != 0) known_[i] = known[i];
    }
    known_modules_ =
        static_cast<std::size_t>(std::ranges::count_if(known_, [](float v) { return v != 0; }));
  }

  GridShape ShapeWithKnown() const {
    GridShape shape = shape_;
    for (std::size_t i = 0; i < known_.size(); ++i) {
      const int at = static_cast<int>(i);
      if (known_[i] != 0) shape.fixed.push_back({at % shape.size, at / shape.size, known_[i]});
    }
    return shape;
  }

  const GridShape& shape_;
  std::optional<SymbolDecoder> decoder_;
  std::vector<float> known_;  // as Decoded::known
  std::size_t known_modules_ = 0;
};

}  // namespace

Found DecodeGrid(const GridShape& shape, const Plane<float>& samples, Persistence persistence) {
  GridDecoder decoder(shape);
  const Plane<float> plain = PlainModules(shape, samples);
  Found found = decoder.Decode(plain);
  if (!found.ok() || *found) return found;
  const Plane<float> once = Equalize(shape, samples, plain);
  found = decoder.Decode(once);
  if (!found.ok() || *found) return found;
  found = decoder.DecodeWithKnown(samples, once);
  if (!found.ok() || *found || persistence == Persistence::kLow) return found;
  const Plane<float> thrice = Equalize(shape, samples, Equalize(shape, samples, once));
  for (const float threshold : {0.0F, -0.15F, 0.15F, -0.3F, 0.3F}) {
    for (const Plane<float>* values : {&once, &thrice, &plain}) {
      if (threshold == 0 && values != &thrice) continue;  // done above
      found = decoder.Decode(*values, threshold);
      if (!found.ok() || *found) return found;
    }
  }
  found = decoder.DecodeWithKnown(samples, thrice);
  if (!found.ok() || *found) return found;
  // The decoder of QR codes looks for mirrored ones itself.
  if (shape.symbology == Symbology::kDataMatrix) return GridDecoder(shape).Decode(Mirrored(once));
  return found;
}

}  // namespace sceau::barcode
