// SPDX-License-Identifier: Apache-2.0
// What on a page of words certainly contradicts its seal.
#ifndef SCEAU_PAGE_DIFFERENCES_H_
#define SCEAU_PAGE_DIFFERENCES_H_

#include <optional>
#include <string>
#include <vector>

#include "page/match_place.h"
#include "page/printed_page.h"
#include "page/sealed_facts.h"
#include "sceau/report.h"

namespace sceau::page {

struct Difference {
  Reason reason = Reason::kDocumentPrintedNameDiffers;
  std::optional<FactKey> fact{};  // nothing: of what the seal does not say
  Box box{};
  std::string seen{};
};

// A fact that stands on the page as the seal has it.
ComparedFact Agreeing(FactKey fact, const Box& box, const std::string& seen);

// By its title, and by two things at least that it says of a person: a letter or a form that has
// the code on it may have one.
bool IsAttestation(const PrintedPage& printed);

// Of the holder and of the paper itself; the page is an attestation's.
std::vector<Difference> FindDifferences(const SealedFacts& sealed, const PrintedPage& printed,
                                        const PlaceMatcher& matcher);

// The period is that of the attestation itself: "Cette attestation est valable du … au …", and not
// of another paper: "Votre attestation de mutuelle est valable du … au …".
bool IsOfValidity(const PrintedPeriod& period, const PrintedPage& printed);

// How the solidarity complement is paid for, where its line says so: "AVEC" or "SANS".
std::string ParticipationIn(const PrintedLine& line);
// The same of a right of the seal; "" of any other right.
std::string ParticipationOf(const SealedRight& right);

}  // namespace sceau::page

#endif  // SCEAU_PAGE_DIFFERENCES_H_
