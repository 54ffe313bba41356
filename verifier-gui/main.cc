// SPDX-License-Identifier: Apache-2.0
// verifier-gui: the answer at the counter.
#include <sys/prctl.h>
#include <sys/resource.h>

#include <QApplication>
#include <QIcon>
#include <QLibraryInfo>
#include <QStandardPaths>
#include <QTimer>
#include <QTranslator>
#include <cstdio>
#include <cstdlib>

#include "sceau/version.h"
#include "verifier-gui/model/text.h"
#include "verifier-gui/options.h"
#include "verifier-gui/single_instance.h"
#include "verifier-gui/view/main_window.h"
#include "verifier-gui/view/theme.h"

namespace sceau::gui {
namespace {

// What this process holds is about patients: no memory image of it is ever
// written.
void forbidCoreDumps() {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
}

Language languageOfEnvironment() {
  return wording::LanguageOfLocale(std::getenv("LC_ALL"), std::getenv("LC_MESSAGES"),
                                   std::getenv("LANG"));
}

QStringList argumentsOf(int count, char** values) {
  QStringList arguments;
  for (int i = 1; i < count; ++i) arguments.append(QString::fromLocal8Bit(values[i]));
  return arguments;
}

void print(std::FILE* stream, const QString& text) {
  std::fputs((text + QLatin1Char('\n')).toUtf8().constData(), stream);
}

// The buttons of Qt's own dialogs.
void translateQt(Language language, QTranslator& translator) {
  QLocale::setDefault(language == Language::kFrench ? QLocale(QLocale::French, QLocale::France)
                                                    : QLocale(QLocale::English));
  if (translator.load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                      QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    QCoreApplication::installTranslator(&translator);
}

int run(int argc, char** argv) {
  forbidCoreDumps();
  const Options options = readOptions(argumentsOf(argc, argv), languageOfEnvironment());
  if (!options.mistake.isEmpty()) {
    print(stderr, QStringLiteral("verifier-gui: error: ") + options.mistake);
    return 2;
  }
  if (options.help || options.version) {
    print(stdout, options.help ? helpText(options.language)
                               : QStringLiteral("verifier-gui ") + fromUtf8(Version()));
    return 0;
  }
  QApplication app(argc, argv);
  QCoreApplication::setApplicationName(QStringLiteral("verifier-gui"));
  QCoreApplication::setOrganizationName(QStringLiteral("sceau"));
  QGuiApplication::setDesktopFileName(QStringLiteral("fr.sceau.Verifier"));
  QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/icon.png")));
  dressApplication(isSystemDark());
  QTranslator translator;
  translateQt(options.language, translator);
  // In the user's own folder: one in /tmp could be another user's, who would be
  // told the files.
  SingleInstance instance(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) +
                          QStringLiteral("/sceau-verifier-gui"));
  if (instance.handOver(options.files)) return 0;
  instance.listen();
  const auto now = [] {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  };
  MainWindow window({options.language, options.trust, now, options.idleTime, std::nullopt});
  QObject::connect(&instance, &SingleInstance::asked, &window, [&](const QStringList& files) {
    window.raiseToFront();
    window.openPaths(files);
  });
  window.show();
  window.openPaths(options.files);
  // Looking for cameras takes longer than showing the window.
  QTimer::singleShot(0, &window, &MainWindow::startCamera);
  return QApplication::exec();
}

}  // namespace
}  // namespace sceau::gui

int main(int argc, char** argv) { return sceau::gui::run(argc, argv); }
