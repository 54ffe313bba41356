// SPDX-License-Identifier: Apache-2.0
// The modules of a symbol, as the writers draw them and the reader samples them.
#ifndef SCEAU_BARCODE_MODULES_H_
#define SCEAU_BARCODE_MODULES_H_

#include <cstddef>
#include <vector>

#include "base/page.h"

namespace sceau::barcode {

// A square symbol without its quiet zone.
struct Modules {
  int size = 0;
  std::vector<bool> dark;  // row by row from the top left
  std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(size) +
           static_cast<std::size_t>(x);
  }
  bool at(int x, int y) const { return dark[index(x, y)]; }
  bool operator==(const Modules&) const = default;
};

// The quiet zone that we draw, in modules. The standards ask for 4 around a QR code and 1 around a
// Data Matrix; we leave 2 around the latter.
constexpr int QuietZone(Symbology symbology) { return symbology == Symbology::kQrCode ? 4 : 2; }

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_MODULES_H_
