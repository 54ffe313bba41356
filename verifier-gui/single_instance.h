// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_SINGLE_INSTANCE_H_
#define SCEAU_VERIFIER_GUI_SINGLE_INSTANCE_H_

#include <QLocalServer>
#include <QObject>
#include <QStringList>

namespace sceau::gui {

// One window for a user: a second start hands its files to the first and ends.
class SingleInstance : public QObject {
  Q_OBJECT
 public:
  explicit SingleInstance(const QString& name, QObject* parent = nullptr);

  // True when another one runs and took the files.
  bool handOver(const QStringList& files) const;
  void listen();

 signals:
  void asked(const QStringList& files);

 private:
  void receive();

  QString name_;
  QLocalServer server_;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_SINGLE_INSTANCE_H_
