// SPDX-License-Identifier: Apache-2.0
// The command line of the desktop app.
#ifndef SCEAU_VERIFIER_GUI_OPTIONS_H_
#define SCEAU_VERIFIER_GUI_OPTIONS_H_

#include <QStringList>
#include <chrono>
#include <optional>

#include "sceau/reason.h"
#include "verifier-gui/model/trust_state.h"

namespace sceau::gui {

struct Options {
  Language language = Language::kFrench;
  TrustPlace trust;
  std::chrono::seconds idleTime = std::chrono::minutes{2};
  QStringList files;

  bool version = false;
  bool help = false;
  QString mistake;  // what cannot be understood; empty when all is well
};

// `arguments` without the program's name; `locale` when --lang says nothing.
Options readOptions(const QStringList& arguments, Language locale);
QString helpText(Language language);

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_OPTIONS_H_
