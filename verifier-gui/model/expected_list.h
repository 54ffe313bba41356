// SPDX-License-Identifier: Apache-2.0
// The people from whom an attestation is expected, from a table that somebody exported, and who of
// them has sent one. Nothing of it outlives the list of files.
#ifndef SCEAU_VERIFIER_GUI_MODEL_EXPECTED_LIST_H_
#define SCEAU_VERIFIER_GUI_MODEL_EXPECTED_LIST_H_

#include <QByteArray>
#include <QString>
#include <functional>
#include <vector>

#include "sceau/report.h"
#include "sceau/verify.h"

namespace sceau::gui {

struct ExpectedMember {
  QString name;  // as the table has it
  QString born;
  ExpectedHolder asked;
};

struct ExpectedTable {
  std::vector<ExpectedMember> members;
  int unread = 0;  // lines without a name
};

// A CSV with semicolons, commas or tabs, in UTF-8 or Latin-1. A first line that names columns (nom,
// prénom, date de naissance, NIR, or name, given names, born) says which is which; without one they
// come in that order.
ExpectedTable readExpected(const QByteArray& csv);

struct Attendance {
  enum class Kind {
    kUnknown,  // nothing that a genuine seal says can be compared
    kExpected,
    kDiffers,  // the name or the number of a member, and something else is not the member's
    kUnexpected,
  };
  struct OfRow {
    Kind kind = Kind::kUnknown;
    int member = -1;  // of those that are expected or differ
  };
  std::vector<OfRow> rows;
  std::vector<int> missing;  // members who have sent nothing that names them

  int countOf(Kind kind) const;
};

// What the axis `holder` of a report becomes by a question.
using AskMember = std::function<HolderAxis(const Report&, const ExpectedHolder&)>;

// Null for a row of which nothing is known.
Attendance attendanceOf(const std::vector<ExpectedMember>& members,
                        const std::vector<const Report*>& rows, const AskMember& ask);

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_MODEL_EXPECTED_LIST_H_
