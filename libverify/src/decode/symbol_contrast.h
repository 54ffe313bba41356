// SPDX-License-Identifier: Apache-2.0
// How much a symbol stands out in the picture that it was read from.
#ifndef SCEAU_DECODE_SYMBOL_CONTRAST_H_
#define SCEAU_DECODE_SYMBOL_CONTRAST_H_

#include "base/page.h"

namespace sceau::decode {

// Whether its dark and its light modules hardly differ.
bool IsFaint(const PageImage& image, const Corners& corners);

}  // namespace sceau::decode

#endif  // SCEAU_DECODE_SYMBOL_CONTRAST_H_
