// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/timeline.h"

#include <QStringList>
#include <algorithm>
#include <optional>

#include "verifier-gui/model/text.h"
#include "wording/words.h"

namespace sceau::gui {
namespace {

constexpr int kMarginDays = 15;

// The attestation's own days and the day of care, with a margin on either side.
struct Scale {
  Date first{};
  Date last{};

  double placeOf(Date date) const {
    return static_cast<double>(DaysBetween(first, date)) / DaysBetween(first, last);
  }
};

Scale scaleOf(const Attestation& attestation, Date day) {
  return {AddDays(std::min(attestation.valid_from, day), -kMarginDays),
          AddDays(std::max(attestation.valid_until, day), kMarginDays)};
}

TimelineBar barOf(const Scale& scale, Date from, std::optional<Date> until, Date day) {
  TimelineBar bar;
  bar.startsBefore = from < scale.first;
  bar.endsAfter = !until || *until > scale.last;
  // The last day is included: the bar ends where the next one starts.
  const double end = bar.endsAfter ? 1 : scale.placeOf(AddDays(*until, 1));
  bar.from = std::clamp(scale.placeOf(from), 0.0, 1.0);
  bar.to = std::clamp(end, bar.from, 1.0);
  bar.coversDay = from <= day && (!until || day <= *until);
  return bar;
}

QString periodOf(const QString& label, Date from, std::optional<Date> until, Language language) {
  const std::string kind = label.toStdString();
  const std::string start = wording::ShowDate(from, language);
  return until
             ? say(Message::kRightUntil, language, kind, start, wording::ShowDate(*until, language))
             : say(Message::kRightOpenEnded, language, kind, start);
}

}  // namespace

Timeline timelineOf(const Attestation& attestation, Date day, Language language) {
  const Scale scale = scaleOf(attestation, day);
  Timeline timeline;
  QStringList spoken;
  const auto add = [&](const QString& label, Date from, std::optional<Date> until) {
    TimelineBar bar = barOf(scale, from, until, day);
    bar.label = label;
    bar.period = periodOf(label, from, until, language);
    spoken.append(bar.period);
    timeline.bars.push_back(bar);
  };
  add(say(Message::kLabelValidity, language), attestation.valid_from, attestation.valid_until);
  for (const Right& right : attestation.rights)
    add(say(wording::NameOf(right.kind), language), right.from, right.until);
  timeline.day = scale.placeOf(day);
  timeline.dayText = fromUtf8(wording::ShowDate(day, language));
  timeline.firstText = fromUtf8(wording::ShowDate(scale.first, language));
  timeline.lastText = fromUtf8(wording::ShowDate(scale.last, language));
  timeline.spoken = spoken.join(QStringLiteral(". "));
  return timeline;
}

}  // namespace sceau::gui
