// SPDX-License-Identifier: Apache-2.0
// Whether two papers surely name different people.
#ifndef SCEAU_ATTESTATION_OTHER_PEOPLE_H_
#define SCEAU_ATTESTATION_OTHER_PEOPLE_H_

#include "sceau/claims.h"

namespace sceau::attestation {

// No person of the one can be a person of the other. A shared given name is enough to leave it
// open, since a family name changes by marriage and an invoice need not say which one it has; so is
// a name that is cut, and a couple of whom not both are named. False when either names nobody.
bool AreOtherPeople(const Claims& a, const Claims& b);

}  // namespace sceau::attestation

#endif  // SCEAU_ATTESTATION_OTHER_PEOPLE_H_
