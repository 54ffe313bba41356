// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/marks.h"

#include <utility>

#include "verifier-gui/model/text.h"

namespace sceau::gui {
namespace {

using Glance = std::pair<Mark, Message>;

Glance glanceAt(SealAxis axis) {
  switch (axis) {
    case SealAxis::kGenuine:
      return {Mark::kGood, Message::kMarkSeal};
    case SealAxis::kAltered:
    case SealAxis::kIssuerNotAllowed:
      return {Mark::kBad, Message::kMarkSealBad};
    case SealAxis::kIssuerUnknown:
    case SealAxis::kUnsupported:
    case SealAxis::kMalformed:
    case SealAxis::kTestIssuer:
      return {Mark::kLook, Message::kMarkSealOpen};
    case SealAxis::kNotRun:
      break;
  }
  return {Mark::kNone, Message::kAxisSeal};
}

Glance glanceAt(StatusAxis axis) {
  switch (axis) {
    case StatusAxis::kCurrent:
      return {Mark::kGood, Message::kMarkStatusCurrent};
    case StatusAxis::kRevoked:
      return {Mark::kBad, Message::kMarkStatusRevoked};
    case StatusAxis::kSuspended:
      return {Mark::kBad, Message::kMarkStatusSuspended};
    case StatusAxis::kNeverIssued:
      return {Mark::kBad, Message::kMarkStatusNeverIssued};
    case StatusAxis::kUnknown:
      return {Mark::kLook, Message::kMarkStatusUnknown};
    case StatusAxis::kNotRun:
    case StatusAxis::kNotOffered:
      break;
  }
  return {Mark::kNone, Message::kAxisStatus};
}

Glance glanceAt(RightsAxis axis) {
  switch (axis) {
    case RightsAxis::kOpen:
      return {Mark::kGood, Message::kMarkRightsOpen};
    case RightsAxis::kClosed:
    case RightsAxis::kGap:
    case RightsAxis::kNotYet:
      return {Mark::kBad, Message::kMarkRightsClosed};
    case RightsAxis::kExpired:
      return {Mark::kBad, Message::kMarkExpired};
    case RightsAxis::kNotRun:
    case RightsAxis::kNotApplicable:
      break;
  }
  return {Mark::kNone, Message::kAxisRights};
}

Glance glanceAt(HolderAxis axis) {
  switch (axis) {
    case HolderAxis::kMatches:
      return {Mark::kGood, Message::kMarkHolder};
    case HolderAxis::kDiffers:
      return {Mark::kBad, Message::kMarkHolderDiffers};
    case HolderAxis::kClose:
      return {Mark::kLook, Message::kMarkHolderClose};
    case HolderAxis::kNotAsked:
      return {Mark::kLook, Message::kMarkHolderToCompare};
    case HolderAxis::kNotRun:
      break;
  }
  return {Mark::kNone, Message::kAxisHolder};
}

Glance glanceAt(DocumentAxis axis) {
  switch (axis) {
    case DocumentAxis::kAgrees:
      return {Mark::kGood, Message::kMarkPage};
    case DocumentAxis::kDiffers:
      return {Mark::kBad, Message::kMarkPageDiffers};
    case DocumentAxis::kNotCompared:
      return {Mark::kLook, Message::kMarkPageToCompare};
    case DocumentAxis::kNotRun:
      break;
  }
  return {Mark::kNone, Message::kMarkPageNone};
}

Glance glanceAt(FreshnessAxis axis) {
  switch (axis) {
    case FreshnessAxis::kFresh:
      return {Mark::kGood, Message::kMarkListFresh};
    case FreshnessAxis::kStale:
      return {Mark::kLook, Message::kMarkListStale};
    case FreshnessAxis::kClockSuspect:
      return {Mark::kLook, Message::kMarkClock};
    case FreshnessAxis::kUndated:
    case FreshnessAxis::kNotRun:
      break;
  }
  return {Mark::kNone, Message::kMarkListNone};
}

}  // namespace

QString signOf(Mark mark) {
  switch (mark) {
    case Mark::kGood:
      return QStringLiteral("✔");
    case Mark::kLook:
      return QStringLiteral("○");
    case Mark::kBad:
      return QStringLiteral("✘");
    case Mark::kNone:
      break;
  }
  return QStringLiteral("–");
}

std::vector<CheckMark> marksOf(const SealReport& seal, Language language) {
  const Axes& axes = seal.axes;
  std::vector<CheckMark> marks;
  // What a seal that nobody vouches for says is compared with nothing.
  const bool isGenuine = axes.seal == SealAxis::kGenuine;
  for (Glance glance : {glanceAt(axes.seal), glanceAt(axes.status), glanceAt(axes.rights),
                        glanceAt(axes.holder), glanceAt(axes.document), glanceAt(axes.freshness)}) {
    const bool isAdvice = glance.second == Message::kMarkHolderToCompare ||
                          glance.second == Message::kMarkPageToCompare;
    if (isAdvice && !isGenuine) {
      const bool isPage = glance.second == Message::kMarkPageToCompare;
      glance = {Mark::kNone, isPage ? Message::kMarkPageNone : Message::kAxisHolder};
    }
    marks.push_back({glance.first, say(glance.second, language)});
  }
  return marks;
}

}  // namespace sceau::gui
