// SPDX-License-Identifier: Apache-2.0
// The main() of tests that need Qt. QT_QPA_PLATFORM says on which screen; none unless it is set.
#include <gtest/gtest.h>

#include <QApplication>
#include <QStandardPaths>

int main(int argc, char** argv) {
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QStandardPaths::setTestModeEnabled(true);
  const QApplication app(argc, argv);
  QCoreApplication::setApplicationName(QStringLiteral("verifier-gui-test"));
  QCoreApplication::setOrganizationName(QStringLiteral("sceau-test"));
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
