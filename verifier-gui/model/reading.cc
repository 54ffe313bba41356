// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/reading.h"

#include <cstdint>

#include "verifier-gui/model/text.h"

namespace sceau::gui {
namespace {

Message nameOf(Way way) {
  switch (way) {
    case Way::kFile:
      return Message::kWayFile;
    case Way::kScanner:
      return Message::kWayScanner;
    case Way::kCamera:
      return Message::kWayCamera;
  }
  return Message::kWayFile;
}

}  // namespace

Reading ReadingCounter::count(const QByteArray& print, Way way, Instant at) {
  const Date day = ParisDay(at);
  if (day != day_) {
    day_ = day;
    number_ = 0;
    print_.clear();
  }
  const bool isAgain = !print.isEmpty() && print == print_;
  if (!isAgain) ++number_;
  print_ = print;
  return {number_, at, way, isAgain, {}};
}

QString timeOf(Instant at) {
  // Counted from the end of the day, so that clocks that were changed in its
  // night are right.
  constexpr std::int64_t kDay = std::int64_t{24} * 60 * 60;
  const Instant end = StartOfParisDay(AddDays(ParisDay(at), 1));
  const std::int64_t seconds = kDay - (end - at).count();
  return QStringLiteral("%1:%2:%3")
      .arg(seconds / 3600, 2, 10, QLatin1Char('0'))
      .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
      .arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString stampOf(const Reading& reading, Language language) {
  if (reading.number == 0) return {};
  const std::string way = say(nameOf(reading.way), language).toStdString();
  return say(Message::kStampTime, language, timeOf(reading.at).toStdString(), way) +
         QLatin1Char('\n') +
         say(reading.isAgain ? Message::kStampAgain : Message::kStampNumber, language,
             reading.number);
}

}  // namespace sceau::gui
