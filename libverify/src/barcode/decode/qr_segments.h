// SPDX-License-Identifier: Apache-2.0
// From the data codewords of a QR code to its payload. Spec: ISO/IEC 18004:2015, 7.4 and 8.
//
// The payload is what ZXing's reader calls the bytes of a symbol: digits and letters as ASCII,
// bytes as they are, kanji in Shift JIS, and Chinese characters (GB/T 18284) in GB 2312. Extended
// channel interpretations and the header of a structured append are read and leave nothing in it.
#ifndef SCEAU_BARCODE_DECODE_QR_SEGMENTS_H_
#define SCEAU_BARCODE_DECODE_QR_SEGMENTS_H_

#include <optional>

#include "base/bytes.h"

namespace sceau::barcode {

// Returns nothing if the codewords do not follow the standard. `version` is 1 to 40.
std::optional<Bytes> DecodeQrSegments(int version, ByteSpan codewords);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_DECODE_QR_SEGMENTS_H_
