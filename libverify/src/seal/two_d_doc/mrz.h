// SPDX-License-Identifier: Apache-2.0
// The name in a machine-readable zone. Spec: ICAO 9303-4 to 9303-6; the French identity card of
// 1994 has its own.
#ifndef SCEAU_SEAL_TWO_D_DOC_MRZ_H_
#define SCEAU_SEAL_TWO_D_DOC_MRZ_H_

#include <optional>
#include <string_view>

#include "sceau/claims.h"

namespace sceau::seal::two_d_doc {

// `zone`: all lines, one after another, with spaces or "<" as fillers. Nothing when it has another
// form. Its birth date has no century and is left out.
std::optional<Subject> SubjectOfMrz(std::string_view zone);

}  // namespace sceau::seal::two_d_doc

#endif  // SCEAU_SEAL_TWO_D_DOC_MRZ_H_
