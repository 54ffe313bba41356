// SPDX-License-Identifier: Apache-2.0
// A table of people that somebody exported from a spreadsheet or a program of an insurer.
#ifndef SCEAU_VERIFIER_GUI_MODEL_EXPECTED_TABLE_H_
#define SCEAU_VERIFIER_GUI_MODEL_EXPECTED_TABLE_H_

#include <QByteArray>
#include <QString>
#include <vector>

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
  // Not so when it has too many lines, or a quotation mark that opens and never closes: what
  // follows would be missed by nobody.
  bool isWhole = true;
};

// A CSV with semicolons, commas or tabs, in UTF-8, UTF-16 or Windows-1252. A first line that names
// columns (nom, prénom, date de naissance, NIR, or name, given names, born) says which is which;
// without one they come in that order.
ExpectedTable readExpected(const QByteArray& csv);

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_MODEL_EXPECTED_TABLE_H_
