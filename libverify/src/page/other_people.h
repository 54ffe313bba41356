// SPDX-License-Identifier: Apache-2.0
// Labels that speak of somebody other than the holder: a doctor, a guardian, an adviser.
#ifndef SCEAU_PAGE_OTHER_PEOPLE_H_
#define SCEAU_PAGE_OTHER_PEOPLE_H_

#include <cstddef>
#include <span>
#include <string_view>

#include "page/printed_page.h"

namespace sceau::page {

// "MEDECIN", "TUTEUR", "CONTACT".
bool IsRoleOfAnother(std::string_view letters);
// Before a name: "DR".
bool IsTitleOfAnother(std::string_view letters);

// The label that begins at the word `at` of its line stands behind such a role on the line, or
// below one: as a heading, or above other labels under it.
bool SpeaksOfAnother(std::span<const PrintedLine> lines, std::size_t line, std::size_t at);

}  // namespace sceau::page

#endif  // SCEAU_PAGE_OTHER_PEOPLE_H_
