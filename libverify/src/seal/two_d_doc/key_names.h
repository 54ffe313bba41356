// SPDX-License-Identifier: Apache-2.0
// The keys of 2D-Doc are named by two common names: of the authority that certified them, and of
// themselves. Spec: docs/formats/2d-doc.md.
#ifndef SCEAU_SEAL_TWO_D_DOC_KEY_NAMES_H_
#define SCEAU_SEAL_TWO_D_DOC_KEY_NAMES_H_

#include <string_view>

#include "seal/key_id.h"

namespace sceau::seal::two_d_doc {

KeyId KeyIdOf(std::string_view authority, std::string_view certificate);  // "FR00/0001"

// Whether it is of the State's test authority, whose certificates are anybody's.
bool IsTestKey(const KeyId& key);

// Whether an authority of this common name is one of 2D-Doc: the header of a seal names it by four
// capitals or digits.
bool IsAuthorityName(std::string_view common_name);

extern const KeyNaming kKeysByCommonNames;

}  // namespace sceau::seal::two_d_doc

#endif  // SCEAU_SEAL_TWO_D_DOC_KEY_NAMES_H_
