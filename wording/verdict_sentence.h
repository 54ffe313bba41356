// SPDX-License-Identifier: Apache-2.0
// One sentence for one seal, that says of what each word is true.
#ifndef SCEAU_WORDING_VERDICT_SENTENCE_H_
#define SCEAU_WORDING_VERDICT_SENTENCE_H_

#include <string>

#include "sceau/report.h"

namespace sceau::wording {

// "Sceau de la CPAM de Paris intact ; droits ouverts le 23/11/2026 d'après ce document." Of a seal
// that is not genuine it says only that: what such a seal says proves nothing.
std::string VerdictSentence(const SealReport& seal, Date date_of_care, Language language);

}  // namespace sceau::wording

#endif  // SCEAU_WORDING_VERDICT_SENTENCE_H_
