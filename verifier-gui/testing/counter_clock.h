// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_TESTING_COUNTER_CLOCK_H_
#define SCEAU_VERIFIER_GUI_TESTING_COUNTER_CLOCK_H_

#include "sceau/date.h"

namespace sceau::gui {

// Two days after make_documents.py ran: "expired" ended, the others go on.
inline Instant counterNow() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()) +
         std::chrono::days(2);
}

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_TESTING_COUNTER_CLOCK_H_
