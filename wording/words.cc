// SPDX-License-Identifier: Apache-2.0
#include "wording/words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "sceau/render.h"

namespace sceau::wording {
namespace {

constexpr std::string_view kCompareMark = "◐";

// Before these "de" becomes "d'". Not before H, which may be aspirated, nor before initials in
// general: only whole names are known here.
constexpr std::array<std::string_view, 17> kElided = {"A", "E", "I", "O", "U", "a", "e", "i", "o",
                                                      "u", "À", "Â", "É", "È", "Ê", "Î", "Ô"};

// What funds and other issuers are called, by the article that their name takes after "de".
constexpr std::string_view kFeminineNames[] = {
    "Banque",     "CAMIEG", "CAVIMAC", "CGSS",     "CNAM",    "CNMSS",     "CPAM",
    "CPRPSNCF",   "CRPCEN", "CSS",     "Caisse",   "Chambre", "Direction", "DGFiP",
    "Fédération", "MGEN",   "MNH",     "MSA",      "Mairie",  "Mutualité", "Mutuelle",
    "Préfecture", "RATP",   "SNCF",    "Sécurité", "Société"};
constexpr std::string_view kMasculineNames[] = {"Centre",    "Fonds",  "GIE",   "Groupement",
                                                "Ministère", "Régime", "Sénat", "Service"};
constexpr std::string_view kElidedNames[] = {"ANTS",      "Agence", "Assemblée", "Assistance",
                                             "Assurance", "ENIM",   "Hôpital",   "Institut",
                                             "Office",    "Union",  "Urssaf",    "URSSAF"};

bool BeginsWithOneOf(std::string_view name, std::span<const std::string_view> words) {
  const std::string_view first = name.substr(0, name.find_first_of(" -'’("));
  return std::ranges::find(words, first) != words.end();
}

// The names that are known; others go without an article, as a person's would.
Message OfName(std::string_view name) {
  if (BeginsWithOneOf(name, kFeminineNames)) return Message::kOfFeminine;
  if (BeginsWithOneOf(name, kMasculineNames)) return Message::kOfMasculine;
  if (BeginsWithOneOf(name, kElidedNames)) return Message::kOfBeforeVowel;
  const bool elided =
      std::ranges::any_of(kElided, [&](std::string_view vowel) { return name.starts_with(vowel); });
  return elided ? Message::kOfElided : Message::kOf;
}

bool HasReason(const SealReport& seal, Reason reason) {
  return std::ranges::any_of(seal.reasons,
                             [reason](const Finding& found) { return found.reason == reason; });
}

// With the date of care.
Message UndatedWordOf(RightsAxis axis) {
  switch (axis) {
    case RightsAxis::kNotRun:
      return Message::kNotChecked;
    case RightsAxis::kOpen:
      return Message::kRightsOpen;
    case RightsAxis::kClosed:
      return Message::kRightsClosed;
    case RightsAxis::kNotYet:
      return Message::kRightsNotYet;
    case RightsAxis::kGap:
      return Message::kRightsGap;
    case RightsAxis::kExpired:
      return Message::kRightsExpired;
    case RightsAxis::kNotApplicable:
      return Message::kRightsNotApplicable;
  }
  return Message::kNotChecked;
}

bool AttestsRights(const SealReport& seal) { return !seal.claims || seal.claims->rights; }

// The dates of the paper itself, which has expired or is yet to begin.
Message PaperUntil(const SealReport& seal) {
  return AttestsRights(seal) ? Message::kAttestationUntil : Message::kPaperUntil;
}
Message PaperFrom(const SealReport& seal) {
  return AttestsRights(seal) ? Message::kAttestationFrom : Message::kPaperFrom;
}

// Of a day on which the paper itself is not in date it says nothing about the rights.
Message HeadlineOfRights(const SealReport& seal) {
  if (seal.axes.rights == RightsAxis::kExpired) return Message::kOutcomePaperExpired;
  return HasReason(seal, Reason::kRightsAttestationNotYet) ? Message::kOutcomePaperNotYet
                                                           : Message::kOutcomeRightsNotOpen;
}

}  // namespace

std::string ShowDate(Date date, Language language) {
  if (language == Language::kEnglish) return FormatIsoDate(date);
  return fmt::format("{:02}/{:02}/{:04}", static_cast<unsigned>(date.day()),
                     static_cast<unsigned>(date.month()), static_cast<int>(date.year()));
}

std::string ShowBirthDate(std::string_view yyyymmdd, Language language) {
  if (yyyymmdd.size() != 8) return std::string(yyyymmdd);
  const std::string_view year = yyyymmdd.substr(0, 4);
  const std::string_view month = yyyymmdd.substr(4, 2);
  const std::string_view day = yyyymmdd.substr(6, 2);
  return language == Language::kEnglish ? fmt::format("{}-{}-{}", year, month, day)
                                        : fmt::format("{}/{}/{}", day, month, year);
}

std::string ShowNir(std::string_view nir, bool in_full) {
  if (!in_full) return MaskNir(nir);
  if (nir.size() != 15) return std::string(nir);
  return fmt::format("{} {} {} {} {} {} {}", nir.substr(0, 1), nir.substr(1, 2), nir.substr(3, 2),
                     nir.substr(5, 2), nir.substr(7, 3), nir.substr(10, 3), nir.substr(13, 2));
}

Message NameOf(Outcome outcome) {
  switch (outcome) {
    case Outcome::kInOrder:
      return Message::kOutcomeInOrder;
    case Outcome::kRightsNotOpen:
      return Message::kOutcomeRightsNotOpen;
    case Outcome::kRefused:
      return Message::kOutcomeRefused;
    case Outcome::kNotConfirmed:
      return Message::kOutcomeNotConfirmed;
    case Outcome::kNoSeal:
      return Message::kOutcomeNoSeal;
  }
  return Message::kOutcomeNotConfirmed;
}

Message HeadlineOf(const SealReport& seal) {
  if (seal.compare_by_eye) return Message::kOutcomeCompareThePage;
  return seal.outcome == Outcome::kRightsNotOpen ? HeadlineOfRights(seal) : NameOf(seal.outcome);
}

// Rights that are not open say more than papers that are out of date, where both are there.
Message HeadlineOf(const Report& report) {
  if (report.compare_by_eye) return Message::kOutcomeCompareThePage;
  if (report.outcome != Outcome::kRightsNotOpen) return NameOf(report.outcome);
  std::optional<Message> headline;
  for (const SealReport& seal : report.seals) {
    if (seal.set_aside || seal.outcome != report.outcome) continue;
    const Message own = HeadlineOf(seal);
    if (!headline || own == Message::kOutcomeRightsNotOpen) headline = own;
  }
  return headline.value_or(NameOf(report.outcome));
}

std::string_view MarkOf(Outcome outcome) {
  switch (outcome) {
    case Outcome::kInOrder:
      return "✔";
    case Outcome::kRightsNotOpen:
      return "◷";
    case Outcome::kRefused:
      return "✘";
    case Outcome::kNotConfirmed:
      return "!";
    case Outcome::kNoSeal:
      return "–";
  }
  return "!";
}

std::string_view MarkOf(const SealReport& seal) {
  return seal.compare_by_eye ? kCompareMark : MarkOf(seal.outcome);
}

std::string_view MarkOf(const Report& report) {
  return report.compare_by_eye ? kCompareMark : MarkOf(report.outcome);
}

Message NameOf(RightKind kind) {
  switch (kind) {
    case RightKind::kBase:
      return Message::kRightBase;
    case RightKind::kC2sWithoutParticipation:
      return Message::kRightC2sWithout;
    case RightKind::kC2sWithParticipation:
      return Message::kRightC2sWith;
    case RightKind::kAme:
      return Message::kRightAme;
    case RightKind::kMaternity:
      return Message::kRightMaternity;
    case RightKind::kAlsaceMoselle:
      return Message::kRightAlsaceMoselle;
  }
  return Message::kRightBase;
}

Message NameOf(Role role) {
  switch (role) {
    case Role::kInsured:
      return Message::kRoleInsured;
    case Role::kDependant:
      return Message::kRoleDependant;
  }
  return Message::kRoleInsured;
}

Message WordOf(const SealReport& seal) {
  switch (seal.axes.seal) {
    case SealAxis::kNotRun:
      return Message::kSealNotRun;
    case SealAxis::kGenuine:
      return Message::kSealGenuine;
    case SealAxis::kAltered:
      return Message::kSealAltered;
    case SealAxis::kIssuerUnknown:
      return IsUnplaced(seal) ? Message::kSealUnplaced : Message::kSealIssuerUnknown;
    case SealAxis::kIssuerNotAllowed:
      return Message::kSealNotAllowed;
    case SealAxis::kTestIssuer:
      return Message::kSealTest;
    case SealAxis::kUnsupported:
      return Message::kSealUnsupported;
    case SealAxis::kMalformed:
      return Message::kSealMalformed;
  }
  return Message::kSealNotRun;
}

Message WordOf(StatusAxis axis) {
  switch (axis) {
    case StatusAxis::kNotRun:
      return Message::kNotChecked;
    case StatusAxis::kCurrent:
      return Message::kStatusCurrent;
    case StatusAxis::kRevoked:
      return Message::kStatusRevoked;
    case StatusAxis::kSuspended:
      return Message::kStatusSuspended;
    case StatusAxis::kUnknown:
      return Message::kStatusUnknown;
    case StatusAxis::kNotOffered:
      return Message::kStatusNotOffered;
    case StatusAxis::kNeverIssued:
      return Message::kStatusNeverIssued;
  }
  return Message::kNotChecked;
}

Message WordOfWithdrawal(std::string_view reason) {
  if (reason == "lost") return Message::kWithdrawnLost;
  if (reason == "stolen") return Message::kWithdrawnStolen;
  if (reason == "replaced") return Message::kWithdrawnReplaced;
  if (reason == "error") return Message::kWithdrawnError;
  if (reason == "fraud") return Message::kWithdrawnFraud;
  return Message::kWithdrawnOther;
}

bool SpeaksOfRights(const SealReport& seal) {
  switch (seal.axes.rights) {
    case RightsAxis::kOpen:
    case RightsAxis::kClosed:
    case RightsAxis::kGap:
      return true;
    case RightsAxis::kNotYet:
      return !HasReason(seal, Reason::kRightsAttestationNotYet);
    case RightsAxis::kNotRun:
    case RightsAxis::kExpired:
    case RightsAxis::kNotApplicable:
      break;
  }
  return false;
}

std::string RightsWords(const SealReport& seal, Date date_of_care, Language language) {
  const auto& [ended, starts] = seal.rights_dates;
  const RightsAxis axis = seal.axes.rights;
  const auto say = [&](Message message, const auto&... dates) {
    return Say(message, language, ShowDate(dates, language)...);
  };
  // A date in a seal that is not genuine proves nothing.
  if (seal.axes.seal == SealAxis::kGenuine) {
    if (axis == RightsAxis::kClosed && ended) return say(Message::kRightsEnded, *ended);
    if (axis == RightsAxis::kGap && ended && starts)
      return say(Message::kRightsBetween, *ended, *starts);
    if (axis == RightsAxis::kExpired && ended) return say(PaperUntil(seal), *ended);
    if (axis == RightsAxis::kNotYet && starts) {
      return say(SpeaksOfRights(seal) ? Message::kRightsStart : PaperFrom(seal), *starts);
    }
    const bool is_old = HasReason(seal, Reason::kRightsTooOld) && seal.claims;
    if (is_old && seal.claims->validity.issued_on)
      return say(Message::kDocumentTooOld, *seal.claims->validity.issued_on);
  }
  return say(UndatedWordOf(axis), date_of_care);
}
Message WordOf(HolderAxis axis) {
  switch (axis) {
    case HolderAxis::kNotRun:
      return Message::kNotChecked;
    case HolderAxis::kMatches:
      return Message::kHolderMatches;
    case HolderAxis::kDiffers:
      return Message::kHolderDiffers;
    case HolderAxis::kClose:
      return Message::kHolderClose;
    case HolderAxis::kNotAsked:
      return Message::kHolderNotAsked;
  }
  return Message::kNotChecked;
}

Message WordOf(FreshnessAxis axis) {
  switch (axis) {
    case FreshnessAxis::kNotRun:
      return Message::kNotChecked;
    case FreshnessAxis::kFresh:
      return Message::kFreshnessFresh;
    case FreshnessAxis::kStale:
      return Message::kFreshnessStale;
    case FreshnessAxis::kUndated:
      return Message::kFreshnessUndated;
    case FreshnessAxis::kClockSuspect:
      return Message::kFreshnessClock;
  }
  return Message::kNotChecked;
}

bool IsUnplaced(const SealReport& seal) {
  return seal.axes.seal == SealAxis::kIssuerUnknown && seal.signature == Signature::kVerified;
}

std::string OfIssuer(const SealReport& seal, Language language) {
  std::string name = "?";
  if (seal.issuer) name = seal.issuer->name.empty() ? seal.issuer->key_id : seal.issuer->name;
  return Say(OfName(name), language, name);
}

}  // namespace sceau::wording
