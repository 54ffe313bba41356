// SPDX-License-Identifier: Apache-2.0
// The empty back of a sheet, and the blank page that ends a print job.
#ifndef SCEAU_DECODE_BLANK_PAGE_H_
#define SCEAU_DECODE_BLANK_PAGE_H_

#include "base/page.h"

namespace sceau::decode {

// Whether a person sees nothing on it, of whatever shade it is: within 16 pixels no two places
// differ by more than the noise of a scanner. A page with a speck, a hole or a shadow's edge may
// show something.
bool IsBlank(ImageView image);

}  // namespace sceau::decode

#endif  // SCEAU_DECODE_BLANK_PAGE_H_
