// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/testing/trust_vectors.h"

#include <gtest/gtest.h>

#include <QFile>

#include "sceau/trust_file.h"

namespace sceau::gui {

QString trustVector(const char* name) {
  return QStringLiteral(SCEAU_SOURCE_DIR "/test-vectors/trust/bundle/") + QLatin1String(name);
}

Instant issuedOfTrustVector() {
  QFile file(trustVector("bundle.trust"));
  EXPECT_TRUE(file.open(QIODevice::ReadOnly));
  const QByteArray bytes = file.readAll();
  const auto described =
      DescribeTrustFile({reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                         static_cast<std::size_t>(bytes.size())});
  EXPECT_TRUE(described.ok() && described->bundle);
  return described->bundle->issued;
}

}  // namespace sceau::gui
