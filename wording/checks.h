// SPDX-License-Identifier: Apache-2.0
// What was checked of a seal, axis by axis, in words.
#ifndef SCEAU_WORDING_CHECKS_H_
#define SCEAU_WORDING_CHECKS_H_

#include <string>
#include <vector>

#include "sceau/report.h"
#include "wording/messages.h"

namespace sceau::wording {

struct Check {
  Message label{};              // "Sceau", "Retrait" …
  std::string word;             // "ouverts le 23/11/2026"
  std::vector<Reason> reasons;  // why, and what to do next
};

// The six axes, in the order of Axes.
std::vector<Check> ChecksOf(const SealReport& seal, Date date_of_care, Language language);

// The reasons that belong to no axis.
std::vector<Reason> NotesOf(const SealReport& seal);

}  // namespace sceau::wording

#endif  // SCEAU_WORDING_CHECKS_H_
