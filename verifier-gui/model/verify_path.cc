// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/verify_path.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <utility>

namespace sceau::gui {

std::span<const std::uint8_t> viewOf(const QByteArray& bytes) {
  return {reinterpret_cast<const std::uint8_t*>(bytes.constData()),
          static_cast<std::size_t>(bytes.size())};
}

QByteArray digestOf(const QByteArray& bytes) {
  return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

Verification verifyPath(const Verifier& verifier, const QByteArray& path, const Question& question,
                        QByteArray& digest) {
  QFile file(QFile::decodeName(path));
  const bool isPlain = QFileInfo(file).isFile() &&
                       file.size() <= static_cast<qint64>(Limits{}.document_bytes) &&
                       file.open(QIODevice::ReadOnly);
  const QByteArray bytes = isPlain ? file.readAll() : QByteArray();
  auto report = bytes.isEmpty() ? verifier.VerifyFile(path.toStdString(),
                                                      question)  // says what is wrong
                                : verifier.VerifyBytes(viewOf(bytes), path.toStdString(), question);
  if (!report.ok()) return report.status();
  if (!bytes.isEmpty()) digest = digestOf(bytes);
  return *std::move(report);
}

}  // namespace sceau::gui
