// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/file_dialogs.h"

#include <QFileDialog>
#include <QSaveFile>
#include <QSettings>

namespace sceau::gui {

QStringList askWhatToOpen(QWidget* parent, const QString& title) {
  QStringList paths = QFileDialog::getOpenFileNames(parent, title);
  forgetFolders();
  return paths;
}

QString askWhereToSave(QWidget* parent, const QString& title, const QString& name) {
  QString path = QFileDialog::getSaveFileName(parent, title, name);
  forgetFolders();
  return path;
}

void forgetFolders() {
  QSettings settings(QSettings::UserScope, QStringLiteral("QtProject"));
  for (const char* key : {"history", "lastVisited"})
    settings.remove(QStringLiteral("FileDialog/") + QLatin1String(key));
}

bool writePrivately(const QString& path, const QByteArray& bytes) {
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly)) return false;
  if (!file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)) return false;
  return file.write(bytes) == bytes.size() && file.commit();
}

}  // namespace sceau::gui
