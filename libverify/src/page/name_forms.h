// SPDX-License-Identifier: Apache-2.0
// The ways in which a name is written short, cut off or with a slip.
#ifndef SCEAU_PAGE_NAME_FORMS_H_
#define SCEAU_PAGE_NAME_FORMS_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "page/printed_page.h"

namespace sceau::page {

// The words of a name, between spaces and hyphens.
std::vector<Letters> NameParts(std::string_view name);
Letters Joined(const std::vector<Letters>& parts);

// "ANNESOPHIE" of "Anne-Sophie Marie".
Letters FirstGivenName(std::string_view given_names);

// The fewest letters to change, add or leave out. Takes the product of both lengths.
std::size_t LettersApart(std::string_view a, std::string_view b);

// A slip, a lost accent or a name cut off: nothing that a person would rely on.
bool AreNear(std::string_view one, std::string_view other);

// "JP" of "Jean Pierre Louis", two letters at least and in their order.
bool AreInitialsOf(std::string_view letters, const std::vector<Letters>& parts);

// As it is, and with each "Saint" short and long: "STMARTIN", "SAINTMARTIN".
std::vector<Letters> SaintForms(const std::vector<Letters>& parts);

// The name stands on the page, or what may be meant for it: cut off, one long part of several,
// or with another "Saint".
bool MayPrintFormOf(const PrintedPage& printed, const std::vector<Letters>& parts);

}  // namespace sceau::page

#endif  // SCEAU_PAGE_NAME_FORMS_H_
