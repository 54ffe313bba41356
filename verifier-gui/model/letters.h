// SPDX-License-Identifier: Apache-2.0
// Two names letter by letter: which agree, which differ by an accent or their case alone, which one
// of them lacks.
#ifndef SCEAU_VERIFIER_GUI_MODEL_LETTERS_H_
#define SCEAU_VERIFIER_GUI_MODEL_LETTERS_H_

#include <QString>
#include <vector>

#include "sceau/attestation.h"

namespace sceau::gui {

enum class LetterKind {
  kSame,
  kAlike,    // except for an accent, a ligature's half or the case
  kMissing,  // in the seal and not in what was asked
  kExtra,    // in what was asked and not in the seal
};

struct LetterRun {
  LetterKind kind = LetterKind::kSame;
  QString text;  // as the seal has it; as asked for kExtra

  bool operator==(const LetterRun&) const = default;
};

std::vector<LetterRun> compareLetters(const QString& asked, const QString& sealed);

// The way of writing the holder's names (family name or name in use, before or after the given
// names, all of these or the first) that lies nearest to what was asked.
QString nearestName(const QString& asked, const Holder& holder);

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_MODEL_LETTERS_H_
