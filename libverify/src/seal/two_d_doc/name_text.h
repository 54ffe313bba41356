// SPDX-License-Identifier: Apache-2.0
// The names in one text of a 2D-Doc, as issuers write them: "MME/FICTION/ZOE", "FICTION ZOE",
// "M FICTION KARIM ET MME MARTIN ZOE", "FICTION NEE MARTIN".
#ifndef SCEAU_SEAL_TWO_D_DOC_NAME_TEXT_H_
#define SCEAU_SEAL_TWO_D_DOC_NAME_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "sceau/claims.h"

namespace sceau::seal::two_d_doc {

// Names apart, as the fields or the slashes of a text tell them apart.
struct NameParts {
  std::string title{};
  std::string family_name{};
  std::string given_names{};
  bool is_cut = false;
};

struct NamedPeople {
  std::vector<Subject> subjects{};
  bool names_not_all = false;  // "M ET MME FICTION"
};

// What a company, a public body or a house is called, as far as its words tell.
bool NamesNoPerson(std::string_view text);

NamedPeople PeopleIn(const NameParts& parts);

// Of one text. `is_person`: the field is only for people, so that nobody needs a title to be one.
NamedPeople PeopleIn(std::string_view line, bool is_cut, bool is_person);

// A family name, with the birth name apart where the text says so; by default of either sort.
void SetFamilyName(std::string_view text, Subject& subject);

}  // namespace sceau::seal::two_d_doc

#endif  // SCEAU_SEAL_TWO_D_DOC_NAME_TEXT_H_
