// SPDX-License-Identifier: Apache-2.0
// Compares two lists of given names: usual names, compound names, and lists that are not complete.
#ifndef SCEAU_ATTESTATION_GIVEN_NAMES_H_
#define SCEAU_ATTESTATION_GIVEN_NAMES_H_

#include "attestation/compare_name.h"
#include "attestation/name_words.h"

namespace sceau::attestation {

struct GivenNamesComparison {
  Likeness likeness = Likeness::kDiffers;
  bool incomplete = false;  // one list lacks names of the other, and not only the last sealed ones
};

// An empty `asked` agrees with everything. `may_be_cut` says that the name asked for is as long as
// a card's line.
GivenNamesComparison CompareGivenNames(Words asked, Words sealed, bool may_be_cut);

}  // namespace sceau::attestation

#endif  // SCEAU_ATTESTATION_GIVEN_NAMES_H_
