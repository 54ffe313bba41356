// SPDX-License-Identifier: Apache-2.0
// What the page of a paper should print, by fact.
#ifndef SCEAU_ATTESTATION_PRINTED_FACTS_H_
#define SCEAU_ATTESTATION_PRINTED_FACTS_H_

#include <span>
#include <vector>

#include "sceau/claims.h"

namespace sceau::attestation {

// Everything that the page of an attestation prints of it.
std::vector<PrintedFact> PrintedFactsOf(const Attestation& attestation);

// What any paper prints of its holders: names and birth dates. The row tells several apart.
std::vector<PrintedFact> PrintedFactsOf(std::span<const Subject> subjects);

}  // namespace sceau::attestation

#endif  // SCEAU_ATTESTATION_PRINTED_FACTS_H_
