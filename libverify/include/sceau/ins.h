// SPDX-License-Identifier: Apache-2.0
// The Data Matrix of the French national health identity (INS) on a patient's papers. Nobody signed
// it: it proves nothing, and serves to ask whether a seal names the same person.
// Spec: ANS, Datamatrix INS, version 2.2.
#ifndef SCEAU_INS_H_
#define SCEAU_INS_H_

#include <optional>
#include <string_view>

#include "sceau/public.h"
#include "sceau/verify.h"

namespace SCEAU_PUBLIC sceau {

// Name (birth name, then given names), date of birth and number, from the text of the code (ASCII,
// GS after what is shorter than its field). Nothing for another text, one that lacks a field or its
// separators, and one that is meant for tests or demonstrations (its OID says so).
std::optional<ExpectedHolder> HolderOfIns(std::string_view text);

}  // namespace sceau

#endif  // SCEAU_INS_H_
