// SPDX-License-Identifier: Apache-2.0
// Writes a payload as a QR code. Spec: ISO/IEC 18004.
#ifndef SCEAU_BARCODE_WRITE_QR_CODE_H_
#define SCEAU_BARCODE_WRITE_QR_CODE_H_

#include "absl/status/statusor.h"
#include "barcode/modules.h"
#include "base/bytes.h"

namespace sceau::barcode {

// The smallest version at level M that holds the payload, in one mode (numeric, alphanumeric or
// byte) and without an ECI: the payload is bytes. Errors: claims.too-large-for-code; kInternal for
// an empty payload or when ZXing's writer fails, as for bytes from 80 to 9F from version 2.2 on.
absl::StatusOr<Modules> WriteQrCode(ByteSpan payload);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_WRITE_QR_CODE_H_
