// SPDX-License-Identifier: Apache-2.0
// Is a name that somebody typed, or a card bears, the name of a seal?
#ifndef SCEAU_ATTESTATION_COMPARE_NAME_H_
#define SCEAU_ATTESTATION_COMPARE_NAME_H_

#include <string_view>
#include <vector>

#include "sceau/attestation.h"
#include "sceau/report.h"

namespace sceau::attestation {

// In the order of how much they prove.
enum class Likeness { kDiffers, kClose, kSame };

struct NameComparison {
  Likeness likeness = Likeness::kDiffers;
  std::vector<Finding> findings;  // holder.*
};

// `asked` is a family name and given names in either order, or the family name alone, with or
// without a title, "épouse X", "née X".
NameComparison CompareName(std::string_view asked, const Holder& holder);

}  // namespace sceau::attestation

#endif  // SCEAU_ATTESTATION_COMPARE_NAME_H_
