// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/options.h"

#include <QCommandLineParser>

#include "sceau/trust.h"
#include "verifier-gui/model/text.h"

namespace sceau::gui {
namespace {

constexpr int kLongestIdle = 24 * 60 * 60;

struct Parser {
  QCommandLineParser parser;
  QCommandLineOption lang{"lang", {}, "fr|en"};
  QCommandLineOption trust{"trust", {}, "DIR"};
  QCommandLineOption state{"state", {}, "DIR"};
  QCommandLineOption clear{"clear-after", {}, "SECONDS"};
  QCommandLineOption version{"version"};
  QCommandLineOption help{QStringList{"h", "help"}};

  Parser() { parser.addOptions({lang, trust, state, clear, version, help}); }
};

}  // namespace

Options readOptions(const QStringList& arguments, Language locale) {
  Options options;
  options.language = locale;
  Parser p;
  if (!p.parser.parse(QStringList{"verifier-gui"} + arguments)) {
    options.mistake = p.parser.errorText();
    return options;
  }
  if (p.parser.isSet(p.lang)) {
    const QString lang = p.parser.value(p.lang);
    if (lang != QLatin1String("fr") && lang != QLatin1String("en"))
      options.mistake = say(Message::kBadLanguage, locale);
    options.language = lang == QLatin1String("en") ? Language::kEnglish : Language::kFrench;
  }
  if (p.parser.isSet(p.clear)) {
    bool isNumber = false;
    const int seconds = p.parser.value(p.clear).toInt(&isNumber);
    if (!isNumber || seconds < 0 || seconds > kLongestIdle)
      options.mistake = say(Message::kBadIdleTime, options.language);
    options.idleTime = std::chrono::seconds(isNumber ? seconds : 0);
  }
  options.trust.directory = p.parser.value(p.trust).toStdString();
  options.trust.state =
      p.parser.isSet(p.state) ? p.parser.value(p.state).toStdString() : DefaultTrustState();
  options.version = p.parser.isSet(p.version);
  options.help = p.parser.isSet(p.help);
  options.files = p.parser.positionalArguments();
  return options;
}

QString helpText(Language language) { return say(Message::kWindowHelp, language); }

}  // namespace sceau::gui
