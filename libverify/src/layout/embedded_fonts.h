// SPDX-License-Identifier: Apache-2.0
// The two faces of the page, compiled into the library: issuing and verifying draw with the same
// bytes, whatever fonts a computer has.
#ifndef SCEAU_LAYOUT_EMBEDDED_FONTS_H_
#define SCEAU_LAYOUT_EMBEDDED_FONTS_H_

#include "base/bytes.h"
#include "layout/page_style.h"

namespace sceau::layout {

// A whole TrueType file, Open Sans 1.10 by its own name table. It stays for the life of the
// program.
ByteSpan FontFile(Face face);

}  // namespace sceau::layout

#endif  // SCEAU_LAYOUT_EMBEDDED_FONTS_H_
