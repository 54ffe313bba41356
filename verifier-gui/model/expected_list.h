// SPDX-License-Identifier: Apache-2.0
// The people from whom an attestation is expected, from a table that somebody exported, and who of
// them has sent one. Nothing of it outlives the list of files.
#ifndef SCEAU_VERIFIER_GUI_MODEL_EXPECTED_LIST_H_
#define SCEAU_VERIFIER_GUI_MODEL_EXPECTED_LIST_H_

#include <functional>
#include <vector>

#include "sceau/report.h"
#include "sceau/verify.h"
#include "verifier-gui/model/expected_table.h"

namespace sceau::gui {

struct Attendance {
  enum class Kind {
    kUnknown,  // nothing that a genuine seal says can be compared
    kExpected,
    kNameOnly,  // a member's name, and nothing else of that member can be compared
    kDiffers,   // the name or the number of a member, and something else is not the member's
    kUnexpected,
  };
  struct OfRow {
    Kind kind = Kind::kUnknown;
    int member = -1;  // of all but the unexpected
  };
  std::vector<OfRow> rows;
  std::vector<int> missing;  // members who have sent nothing that names them

  int countOf(Kind kind) const;
};

// What genuine seals of a report say of a question: their axis `holder`, the best of them.
using AskMember = std::function<HolderAxis(const Report&, const ExpectedHolder&)>;

// As `verifier` says, which outlives what is returned.
AskMember askBy(const Verifier& verifier);

// What `canAsk` refuses is not asked. Returns how many days and numbers that were.
int leaveUnreadable(std::vector<ExpectedMember>& members,
                    const std::function<bool(const ExpectedHolder&)>& canAsk);

// Null for a row of which nothing is known.
Attendance attendanceOf(const std::vector<ExpectedMember>& members,
                        const std::vector<const Report*>& rows, const AskMember& ask);

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_MODEL_EXPECTED_LIST_H_
