// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_TRUST_DIALOG_H_
#define SCEAU_VERIFIER_GUI_VIEW_TRUST_DIALOG_H_

#include <QWidget>

#include "verifier-gui/model/trust_state.h"

namespace sceau::gui {

// Shows what the file would change and, when the user agrees, installs it. True
// when it did.
bool askToInstall(const TrustState& trust, const QString& path, Instant now, Language language,
                  QWidget* parent);

// That the file was not installed, and why.
void tellRefusal(const absl::Status& status, Language language, QWidget* parent);

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_TRUST_DIALOG_H_
