// SPDX-License-Identifier: Apache-2.0
// The six checks of a seal at a glance: a sign and a word or two each.
#ifndef SCEAU_VERIFIER_GUI_MODEL_MARKS_H_
#define SCEAU_VERIFIER_GUI_MODEL_MARKS_H_

#include <QString>
#include <vector>

#include "sceau/reason.h"
#include "sceau/report.h"

namespace sceau::gui {

enum class Mark {
  kNone,  // it did not run: nothing is said for or against
  kGood,
  kLook,  // somebody must look
  kBad,
};

struct CheckMark {
  Mark mark = Mark::kNone;
  QString word;  // "Page à comparer"
};

// ✔ ○ ✘ –: each is said by a shape, whatever its colour.
QString signOf(Mark mark);

// In the order of Axes.
std::vector<CheckMark> marksOf(const SealReport& seal, Language language);

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_MODEL_MARKS_H_
