// SPDX-License-Identifier: Apache-2.0
// Two family names: particles, double names, and what a card cuts off.
#ifndef SCEAU_ATTESTATION_FAMILY_NAME_H_
#define SCEAU_ATTESTATION_FAMILY_NAME_H_

#include "attestation/compare_name.h"
#include "attestation/name_words.h"

namespace sceau::attestation {

// `is_alone`: no given names were asked for, so that a word too many may be one.
Likeness CompareFamilyNames(Words asked, Words sealed, bool is_alone);

// Whether no word of it can be taken for a given name: "LE GALL", "MARTIN-DURAND", and not
// "MARTIN PAUL".
bool IsOneFamilyName(Words words);

// The words with particles at their end put first: "GAULLE (DE)".
std::vector<NameWord> WithParticlesFirst(Words words);

// As a card shows the words, with single spaces.
std::size_t PrintedLength(Words words);

}  // namespace sceau::attestation

#endif  // SCEAU_ATTESTATION_FAMILY_NAME_H_
