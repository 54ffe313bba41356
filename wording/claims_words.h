// SPDX-License-Identifier: Apache-2.0
// What papers that are not attestations and codes that are not seals say, in words. Texts of the
// document are not escaped here.
#ifndef SCEAU_WORDING_CLAIMS_WORDS_H_
#define SCEAU_WORDING_CLAIMS_WORDS_H_

#include <string>

#include "sceau/report.h"

namespace sceau::wording {

struct FieldWords {
  std::string label;
  std::string value;
};

FieldWords WordsOf(const ClaimField& field, Language language);

// "Justificatif de domicile (facture)".
std::string KindOf(const Claims& claims, Language language);

// Of OtherSymbol::kind: "adresse web".
std::string OtherName(const std::string& kind, Language language);

}  // namespace sceau::wording

#endif  // SCEAU_WORDING_CLAIMS_WORDS_H_
