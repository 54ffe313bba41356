// SPDX-License-Identifier: Apache-2.0
// What a report says to somebody at a counter: one sentence, then what to
// compare, then why.
#ifndef SCEAU_VERIFIER_GUI_MODEL_ANSWER_H_
#define SCEAU_VERIFIER_GUI_MODEL_ANSWER_H_

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "absl/status/status.h"
#include "sceau/report.h"
#include "verifier-gui/model/marks.h"
#include "verifier-gui/model/rights_rows.h"

namespace sceau::gui {

// Each has its colour, its shape and its word; none differs from another by its
// colour alone.
enum class Tone {
  kUnsure,   // not confirmed: unknown issuer, stale list, unreadable
  kGood,     // a genuine seal that the policy accepts
  kCompare,  // the same, but nobody compared its page: whoever relies on the
             // page must
  kRefused,  // altered, withdrawn, another person, another page
  kNotOpen,  // a genuine seal whose rights are not open on the day: never called
             // forged
  kNoSeal,
  kTest,  // of a test issuer: worth nothing
};

// What to compare with an identity document, from a genuine seal alone.
struct Identity {
  QString name;
  QString nameInUse;  // empty when there is none
  QString born;       // "née le 12/05/1984"
  QString birthDate;  // "12/05/1984"
  QString nirMasked;  // empty when the seal has none
  QString nirInFull;
};

// A line of a table: "Droits", "ouverts le 23/11/2026", and what to do about
// it.
struct CheckRow {
  QString label;
  QString word;
  QStringList advice;
};

// A fact that the page prints otherwise than its seal says, as a picture of
// both.
struct DifferenceRow {
  QString label;  // "Date de naissance"
  QByteArray png;
  QString legend;       // what each part of the picture is
  QString signedValue;  // what the seal says, as a person writes it; empty for a
                        // number that is covered
};

struct Answer {
  Tone tone = Tone::kUnsure;
  QString word;      // "CONFORME"
  QString sentence;  // "Sceau de la CPAM de Paris intact ; droits ouverts …"
  QStringList next;  // why not, and what to do
  std::optional<Identity> identity;
  std::vector<RightRow> rights;
  QString rightsDay;  // the day that they are said of
  std::vector<CheckMark> marks;
  std::vector<CheckRow> details;  // what else a genuine seal says
  std::vector<CheckRow> checks;
  std::vector<DifferenceRow> differences;  // empty where no pictures were asked for
  int page = 0;                            // from 1; 0 when there is nothing to outline
  Corners corners{};
  // Where the page prints the number, in the pixels of the corners, where that
  // is certain: elsewhere the whole page is covered.
  std::optional<Box> numberBox;
};

// Of the report's seal number `seal`; of a document without one, of the
// document.
Answer answerOf(const Report& report, std::size_t seal, Language language);

// Of the example that the window carries (model/example.h): whatever is asked of it, that it is one
// before all else, then what an answer shows.
Answer exampleAnswerOf(const Report& report, Language language);

// Of a document that could not even be read.
Answer answerOf(const absl::Status& status, Language language);

// The tone alone, for lists.
Tone toneOf(const Report& report);
Tone toneOf(const SealReport& seal);
// 0 for what must be seen first.
int rankOf(Tone tone);
QString wordOf(Tone tone, Language language);  // that of the command

// The numbers of the seals in the order in which somebody should look at them.
std::vector<std::size_t> sealsWorstFirst(const Report& report);

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_MODEL_ANSWER_H_
