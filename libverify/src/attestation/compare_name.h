// SPDX-License-Identifier: Apache-2.0
// Decides whether a name that somebody typed, or that a card bears, is the name of a seal.
//
// Both names are split into words, and each word has the spellings that it takes where accents are
// lost. What was asked can mean several things (either order of names, a married name), so each
// reading is compared and the best one counts; the findings say what was tolerated.
#ifndef SCEAU_ATTESTATION_COMPARE_NAME_H_
#define SCEAU_ATTESTATION_COMPARE_NAME_H_

#include <string_view>
#include <vector>

#include "sceau/claims.h"
#include "sceau/report.h"

namespace sceau::attestation {

// In the order of how much they prove.
enum class Likeness { kDiffers, kClose, kSame };

struct NameComparison {
  Likeness likeness = Likeness::kDiffers;
  std::vector<Finding> findings;  // holder.*
};

// `asked` is a family name and given names in either order, or the family name alone. A title,
// "épouse X" or "née X" may stand in it. Where the paper does not say which family name it has, the
// right given names under another one are close; where it tells neither of the two, so is one name
// alone.
NameComparison CompareName(std::string_view asked, const Subject& subject);

}  // namespace sceau::attestation

#endif  // SCEAU_ATTESTATION_COMPARE_NAME_H_
