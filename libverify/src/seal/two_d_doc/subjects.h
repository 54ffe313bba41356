// SPDX-License-Identifier: Apache-2.0
// The people whom a 2D-Doc names. Spec: 2D-Doc 3.3.8 and its specimens; docs/formats/2d-doc.md §6.
#ifndef SCEAU_SEAL_TWO_D_DOC_SUBJECTS_H_
#define SCEAU_SEAL_TWO_D_DOC_SUBJECTS_H_

#include <span>

#include "sceau/claims.h"
#include "seal/two_d_doc/fields.h"

namespace sceau::seal::two_d_doc {

// Of signed fields. A company is nobody. Whoever is named in part, or in a way that may mean
// something else, has no complete name.
void AddSubjects(std::span<const Field> fields, Claims& claims);

}  // namespace sceau::seal::two_d_doc

#endif  // SCEAU_SEAL_TWO_D_DOC_SUBJECTS_H_
