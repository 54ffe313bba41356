// SPDX-License-Identifier: Apache-2.0
// Numbers of a TrueType file. What lies beyond the end is 0: readers hold lengths against counts
// before, and no number is read outside of its bytes even where one forgets to.
#ifndef SCEAU_DOCUMENT_PDF_CONTENT_BIG_ENDIAN_H_
#define SCEAU_DOCUMENT_PDF_CONTENT_BIG_ENDIAN_H_

#include <cstddef>
#include <cstdint>

#include "base/bytes.h"

namespace sceau::document {

inline std::uint32_t BigEndian16(ByteSpan bytes, std::size_t at) {
  if (at + 2 > bytes.size()) return 0;
  return static_cast<std::uint32_t>(bytes[at] << 8 | bytes[at + 1]);
}

inline std::uint32_t BigEndian32(ByteSpan bytes, std::size_t at) {
  return BigEndian16(bytes, at) << 16 | BigEndian16(bytes, at + 2);
}

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_CONTENT_BIG_ENDIAN_H_
