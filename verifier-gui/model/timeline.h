// SPDX-License-Identifier: Apache-2.0
// The rights of an attestation as bars on one scale, with the day of care on it.
#ifndef SCEAU_VERIFIER_GUI_MODEL_TIMELINE_H_
#define SCEAU_VERIFIER_GUI_MODEL_TIMELINE_H_

#include <QString>
#include <vector>

#include "sceau/attestation.h"
#include "sceau/reason.h"

namespace sceau::gui {

// From 0, the first day of the scale, to 1, its last.
struct TimelineBar {
  QString label;   // "assurance maladie (base)"
  QString period;  // "assurance maladie (base) : du … au …"
  double from = 0;
  double to = 1;
  bool startsBefore = false;  // the scale
  bool endsAfter = false;
  bool coversDay = false;
};

struct Timeline {
  std::vector<TimelineBar> bars;  // the attestation's own period first, then its rights
  double day = 0;
  QString dayText;
  QString firstText;
  QString lastText;
  QString spoken;  // all of it, for a screen reader
};

Timeline timelineOf(const Attestation& attestation, Date day, Language language);

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_MODEL_TIMELINE_H_
