// SPDX-License-Identifier: Apache-2.0
// Turns a payload into the modules of a symbol. Spec: ISO/IEC 18004 (QR), ISO/IEC 16022 (Data
// Matrix ECC 200).
#ifndef SCEAU_BARCODE_WRITE_H_
#define SCEAU_BARCODE_WRITE_H_

#include <cstddef>
#include <vector>

#include "absl/status/statusor.h"
#include "base/bytes.h"
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

// Quiet zone in modules: the standard asks for 4 around a QR code, 1 around a Data Matrix (we leave
// 2).
constexpr int QuietZone(Symbology symbology) { return symbology == Symbology::kQrCode ? 4 : 2; }

// QR: level M, one mode for the whole payload (numeric, alphanumeric or byte), the smallest
// version. Data Matrix: the smallest square. No ECI: the payload is bytes. Refuses
// claims.too-large-for-code, and an empty payload as kInternal.
absl::StatusOr<Modules> WriteSymbol(Symbology symbology, ByteSpan payload);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_WRITE_H_
