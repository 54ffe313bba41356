// SPDX-License-Identifier: Apache-2.0
// How many modules the code of a seal has: it follows from the length of the seal's text.
#ifndef SCEAU_LAYOUT_CODE_SIZE_H_
#define SCEAU_LAYOUT_CODE_SIZE_H_

#include <cstddef>

namespace sceau::layout {

// Along each side of the QR code that issuing draws (docs/formats/ad1.md §1): the smallest one that
// holds so many characters in alphanumeric mode at level M. 0 when none does.
int CodeModules(std::size_t characters);

}  // namespace sceau::layout

#endif  // SCEAU_LAYOUT_CODE_SIZE_H_
