// SPDX-License-Identifier: Apache-2.0
// The kinds of rights as JSON names them (docs/schemas/claims.schema.json).
#ifndef SCEAU_ATTESTATION_RIGHT_KIND_NAMES_H_
#define SCEAU_ATTESTATION_RIGHT_KIND_NAMES_H_

#include <array>
#include <string_view>

#include "sceau/attestation.h"

namespace sceau::attestation {

struct RightKindName {
  RightKind kind;
  std::string_view name;
};

inline constexpr auto kRightKindNames = std::to_array<RightKindName>({
    {RightKind::kBase, "base"},
    {RightKind::kC2sWithoutParticipation, "c2s-without-participation"},
    {RightKind::kC2sWithParticipation, "c2s-with-participation"},
    {RightKind::kAme, "ame"},
    {RightKind::kMaternity, "maternity"},
    {RightKind::kAlsaceMoselle, "alsace-moselle"},
});

}  // namespace sceau::attestation

#endif  // SCEAU_ATTESTATION_RIGHT_KIND_NAMES_H_
