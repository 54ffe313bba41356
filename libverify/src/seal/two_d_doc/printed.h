// SPDX-License-Identifier: Apache-2.0
// What the page of a 2D-Doc should print, as far as its sort of paper makes that certain.
// Spec: 2D-Doc 3.3.8, perimeter 01; docs/printed-page.md.
#ifndef SCEAU_SEAL_TWO_D_DOC_PRINTED_H_
#define SCEAU_SEAL_TWO_D_DOC_PRINTED_H_

#include <span>
#include <string_view>

#include "sceau/claims.h"
#include "seal/two_d_doc/fields.h"

namespace sceau::seal::two_d_doc {

// The names and birth dates of Claims::subjects, then the fields that papers print beside labels of
// their own, and what a paper of this type is titled.
void AddPrinted(std::string_view type, std::span<const Field> fields, Claims& claims);

}  // namespace sceau::seal::two_d_doc

#endif  // SCEAU_SEAL_TWO_D_DOC_PRINTED_H_
