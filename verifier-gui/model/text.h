// SPDX-License-Identifier: Apache-2.0
// The words of the window: from the table that both programs share, as Qt text.
#ifndef SCEAU_VERIFIER_GUI_MODEL_TEXT_H_
#define SCEAU_VERIFIER_GUI_MODEL_TEXT_H_

#include <QString>
#include <string>
#include <string_view>

#include "sceau/render.h"
#include "sceau/report.h"
#include "wording/messages.h"
#include "wording/typography.h"

namespace sceau::gui {

using wording::Message;

inline QString fromUtf8(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// What comes from a document, a file name or a device: every character that
// could move or hide others is written visibly.
inline QString fromOutside(std::string_view text) { return fromUtf8(EscapeForDisplay(text)); }

// Sentences of ours are set as printers do; what is put into them stays as it
// is.
template <typename... Arguments>
QString say(Message message, Language language, const Arguments&... arguments) {
  const std::string pattern = wording::Typeset(wording::Pattern(message, language), language);
  return fromUtf8(fmt::vformat(pattern, fmt::make_format_args(arguments...)));
}

inline QString sentenceOf(Reason reason, Language language) {
  return fromUtf8(wording::Typeset(ReasonSentence(reason, language), language));
}

// What wording/ has put together, with names in it.
inline QString fromWords(std::string_view words, Language language) {
  return fromOutside(wording::Typeset(words, language));
}

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_MODEL_TEXT_H_
