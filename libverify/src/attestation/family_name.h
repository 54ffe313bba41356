// SPDX-License-Identifier: Apache-2.0
// Compares two family names, with their particles, double names, and what a card cuts off.
#ifndef SCEAU_ATTESTATION_FAMILY_NAME_H_
#define SCEAU_ATTESTATION_FAMILY_NAME_H_

#include "attestation/compare_name.h"
#include "attestation/name_words.h"

namespace sceau::attestation {

// `is_alone` says that no given names were asked for, so that a surplus word may be one.
Likeness CompareFamilyNames(Words asked, Words sealed, bool is_alone);

// True when no word of the name can be taken for a given name: "LE GALL" and "MARTIN-DURAND", but
// not "MARTIN PAUL".
bool IsOneFamilyName(Words words);

// Moves particles from the end to the front: "GAULLE (DE)".
std::vector<NameWord> WithParticlesFirst(Words words);

// The length of the words as a card shows them, with single spaces.
std::size_t PrintedLength(Words words);

}  // namespace sceau::attestation

#endif  // SCEAU_ATTESTATION_FAMILY_NAME_H_
