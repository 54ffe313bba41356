// SPDX-License-Identifier: Apache-2.0
// The rights of an attestation as dated words, one row for each sort of right
// and for each dependant.
#ifndef SCEAU_VERIFIER_GUI_MODEL_RIGHTS_ROWS_H_
#define SCEAU_VERIFIER_GUI_MODEL_RIGHTS_ROWS_H_

#include <QString>
#include <vector>

#include "sceau/attestation.h"
#include "sceau/reason.h"

namespace sceau::gui {

struct RightRow {
  QString label;        // "Assurance maladie (base)"
  QString words;        // "ouverts jusqu’au 06/09/2027"
  bool isOpen = false;  // on the day, by an attestation that is in date then
};

// Of several periods of one right: the one that covers the day, else the next,
// else the last. After its last day an attestation says nothing about the
// rights, and the words say no more than it.
std::vector<RightRow> rightsRowsOf(const Attestation& attestation, Date day, Language language);

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_MODEL_RIGHTS_ROWS_H_
