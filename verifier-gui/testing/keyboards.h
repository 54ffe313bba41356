// SPDX-License-Identifier: Apache-2.0
// What a scanner types that is set to another keyboard than the computer, for the characters of an
// ad1 seal. Read off the keys of both keyboards, by hand.
#ifndef SCEAU_VERIFIER_GUI_TESTING_KEYBOARDS_H_
#define SCEAU_VERIFIER_GUI_TESTING_KEYBOARDS_H_

#include <QString>

namespace sceau::gui {

inline QString replaced(const QString& text, const QString& meant, const QString& typed) {
  QString out;
  for (const QChar letter : text) {
    const qsizetype place = meant.indexOf(letter);
    out.append(place < 0 ? letter : typed[place]);
  }
  return out;
}

// The scanner presses the keys of a US keyboard, and the computer takes them for French ones.
inline QString asAzerty(const QString& text) {
  return replaced(text, QStringLiteral("AQZWM1234567890$%*-./:"),
                  QStringLiteral("QAWZ?&é\"'(-è_çà458):!M"));
}

// The scanner presses the keys of a French keyboard, and the computer takes them for US ones.
inline QString asQwerty(const QString& text) {
  return replaced(text, QStringLiteral("QAWZM1234567890$%*-./:"),
                  QStringLiteral("AQZW:!@#$%^&*()]\"\\6<>."));
}

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_TESTING_KEYBOARDS_H_
