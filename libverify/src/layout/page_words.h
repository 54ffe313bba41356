// SPDX-License-Identifier: Apache-2.0
// The French words of the page: what an attestation's values are called and how they are written.
#ifndef SCEAU_LAYOUT_PAGE_WORDS_H_
#define SCEAU_LAYOUT_PAGE_WORDS_H_

#include <string>
#include <string_view>

#include "sceau/attestation.h"

namespace sceau::layout {

std::string FrenchDate(Date date);                       // "23/11/2026"
std::string FrenchBirthDate(std::string_view yyyymmdd);  // as carried: "00/00/1984", "31/02/1950"
std::string GroupedNir(std::string_view nir);            // "2 84 05 88 321 025 32"
std::string GroupedFundCode(std::string_view code);      // "01 751 0000"
std::string GroupedDocumentId(const DocumentId& id);     // four groups of four Base32 characters
std::string_view RightName(RightKind kind);
std::string_view RoleName(Role role);

}  // namespace sceau::layout

#endif  // SCEAU_LAYOUT_PAGE_WORDS_H_
