// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_MODEL_PLAIN_WORDS_H_
#define SCEAU_VERIFIER_GUI_MODEL_PLAIN_WORDS_H_

#include <QString>

namespace sceau::gui {

// Upper case without accents, words by single spaces.
inline QString plainWords(const QString& text) {
  QString out;
  for (const QChar letter : text.normalized(QString::NormalizationForm_D)) {
    if (letter.category() == QChar::Mark_NonSpacing) continue;
    out += letter.isLetterOrNumber() ? letter.toUpper() : QLatin1Char(' ');
  }
  return out.simplified();
}

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_MODEL_PLAIN_WORDS_H_
