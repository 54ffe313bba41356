// SPDX-License-Identifier: Apache-2.0
// Qt's dialogs for files, without the list of folders that Qt would keep of
// them.
#ifndef SCEAU_VERIFIER_GUI_VIEW_FILE_DIALOGS_H_
#define SCEAU_VERIFIER_GUI_VIEW_FILE_DIALOGS_H_

#include <QStringList>
#include <QWidget>

namespace sceau::gui {

QStringList askWhatToOpen(QWidget* parent, const QString& title);
// Empty where nothing was chosen.
QString askWhereToSave(QWidget* parent, const QString& title, const QString& name);

// What such dialogs wrote into the user's settings of Qt.
void forgetFolders();

// For its owner alone, as a whole or not at all.
bool writePrivately(const QString& path, const QByteArray& bytes);

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_FILE_DIALOGS_H_
