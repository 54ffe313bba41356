// SPDX-License-Identifier: Apache-2.0
// The payload of a code as a handheld scanner types it or a file holds it, without a picture.
#ifndef SCEAU_ISOLATION_SCANNER_TEXT_H_
#define SCEAU_ISOLATION_SCANNER_TEXT_H_

#include <optional>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "isolation/reader.h"
#include "sceau/limits.h"

namespace sceau::isolation {

// For bytes that are of no known file type. Any bytes after the start of a seal, or printable text
// (UTF-8 or Latin-1, with STX, ETX, EOT and the separators GS, RS and US) of the length of a code.
// The payload is what was given, line end included, except for what an editor did: a byte order
// mark is left out, UTF-16 becomes UTF-8. Refuses document.empty (white space only), seal.too-long,
// document.unknown-type.
absl::StatusOr<Bytes> ScannerText(ByteSpan bytes, const Limits& limits);

// What every reader does before it decodes: nothing is returned for a known file type, which has to
// be; a scanner's text is read as it is. Refuses as ScannerText(), document.too-large, and
// document.unsupported-type with the kind of file as detail.
absl::StatusOr<std::optional<ReadOutcome>> ReadScannerText(ByteSpan bytes, const Limits& limits);

}  // namespace sceau::isolation

#endif  // SCEAU_ISOLATION_SCANNER_TEXT_H_
