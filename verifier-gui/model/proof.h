// SPDX-License-Identifier: Apache-2.0
// What somebody keeps of an answer: one page to read, and the report to judge
// it by again.
#ifndef SCEAU_VERIFIER_GUI_MODEL_PROOF_H_
#define SCEAU_VERIFIER_GUI_MODEL_PROOF_H_

#include <QByteArray>
#include <QString>

#include "sceau/report.h"
#include "verifier-gui/model/answer.h"
#include "verifier-gui/model/reading.h"

namespace sceau::gui {

// In HTML, every text from outside escaped; without any social-security number.
QString proofPage(const Report& report, const Answer& answer, const Reading& reading,
                  Language language);

// The page as a PDF, with the report in JSON attached to it as report.json.
QByteArray proofPdf(const Report& report, const Answer& answer, const Reading& reading,
                    Language language);

struct Proof {
  QByteArray page;    // proofPdf()
  QByteArray record;  // proofJson()
};

// For `sceau verify --replay`: one line of JSON, numbers masked.
QByteArray proofJson(const Report& report, Language language);

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_MODEL_PROOF_H_
