// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/single_instance.h"

#include <QDir>
#include <QLocalSocket>

namespace sceau::gui {
namespace {

constexpr int kMilliseconds = 500;
// Nobody means to open a hundred thousand files.
constexpr qint64 kLongestMessage = qint64{4} << 20;

}  // namespace

SingleInstance::SingleInstance(const QString& name, QObject* parent)
    : QObject(parent), name_(name) {
  server_.setSocketOptions(QLocalServer::UserAccessOption);
  connect(&server_, &QLocalServer::newConnection, this, &SingleInstance::receive);
}

bool SingleInstance::handOver(const QStringList& files) const {
  QLocalSocket socket;
  socket.connectToServer(name_);
  if (!socket.waitForConnected(kMilliseconds)) return false;
  QStringList absolute;
  for (const QString& file : files) absolute.append(QDir::current().absoluteFilePath(file));
  socket.write(absolute.join(QChar(u'\0')).toUtf8());
  socket.flush();
  socket.disconnectFromServer();
  return socket.state() == QLocalSocket::UnconnectedState ||
         socket.waitForDisconnected(kMilliseconds);
}

void SingleInstance::listen() {
  if (server_.listen(name_)) return;
  QLocalServer::removeServer(name_);  // left by a crash: nobody answered on it
  server_.listen(name_);
}

void SingleInstance::receive() {
  QLocalSocket* socket = server_.nextPendingConnection();
  connect(socket, &QLocalSocket::disconnected, this, [this, socket] {
    const QByteArray message = socket->read(kLongestMessage);
    socket->deleteLater();
    emit asked(QString::fromUtf8(message).split(QChar(u'\0'), Qt::SkipEmptyParts));
  });
}

}  // namespace sceau::gui
