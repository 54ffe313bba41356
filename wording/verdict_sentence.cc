// SPDX-License-Identifier: Apache-2.0
#include "wording/verdict_sentence.h"

#include <algorithm>
#include <optional>

#include "wording/page_words.h"
#include "wording/words.h"

namespace sceau::wording {
namespace {

Message SealClause(const SealReport& seal) {
  switch (seal.axes.seal) {
    case SealAxis::kNotRun:
      return Message::kClauseSealNotRun;
    case SealAxis::kGenuine:
      return Message::kClauseSealGenuine;
    case SealAxis::kAltered:
      return seal.issuer && !seal.issuer->name.empty() ? Message::kClauseSealAlteredNamed
                                                       : Message::kClauseSealAltered;
    case SealAxis::kIssuerUnknown:
      return IsUnplaced(seal) ? Message::kClauseSealUnplaced : Message::kClauseSealIssuerUnknown;
    case SealAxis::kIssuerNotAllowed:
      return Message::kClauseSealNotAllowed;
    case SealAxis::kTestIssuer:
      return Message::kClauseSealTest;
    case SealAxis::kUnsupported:
      return Message::kClauseSealUnsupported;
    case SealAxis::kMalformed:
      return Message::kClauseSealMalformed;
  }
  return Message::kClauseSealNotRun;
}

// What is worth a clause: bad news. "Current" and "not offered" go without saying.
std::optional<Message> StatusClause(StatusAxis axis) {
  switch (axis) {
    case StatusAxis::kCurrent:
    case StatusAxis::kNotOffered:
      return std::nullopt;
    case StatusAxis::kRevoked:
      return Message::kClauseStatusRevoked;
    case StatusAxis::kSuspended:
      return Message::kClauseStatusSuspended;
    case StatusAxis::kNeverIssued:
      return Message::kClauseStatusNeverIssued;
    case StatusAxis::kNotRun:
    case StatusAxis::kUnknown:
      return Message::kClauseStatusUnknown;
  }
  return Message::kClauseStatusUnknown;
}

std::string RightsClause(const SealReport& seal, Date date_of_care, Language language) {
  if (seal.axes.rights == RightsAxis::kNotRun) return Say(Message::kClauseRightsNotRun, language);
  if (seal.axes.rights == RightsAxis::kNotApplicable)
    return Say(Message::kClauseRightsNone, language);
  std::string words = RightsWords(seal, date_of_care, language);
  return SpeaksOfRights(seal) ? Say(Message::kClauseRights, language, words) : words;
}

std::optional<Message> HolderClause(const SealReport& seal) {
  const bool is_dependant = std::ranges::any_of(seal.reasons, [](const Finding& finding) {
    return finding.reason == Reason::kHolderDependant;
  });
  switch (seal.axes.holder) {
    case HolderAxis::kNotAsked:
      return std::nullopt;
    case HolderAxis::kNotRun:
      return Message::kClauseHolderNotRun;
    case HolderAxis::kMatches:
      return is_dependant ? Message::kClauseHolderDependant : Message::kClauseHolderMatches;
    case HolderAxis::kDiffers:
      return Message::kClauseHolderDiffers;
    case HolderAxis::kClose:
      return Message::kClauseHolderClose;
  }
  return Message::kClauseHolderNotRun;
}

// Where the page alone keeps the paper from being confirmed, nothing else of the sentence says why.
std::optional<Message> DocumentClause(const SealReport& seal) {
  if (seal.axes.document == DocumentAxis::kDiffers) return Message::kClauseDocumentDiffers;
  const bool asked = std::ranges::any_of(seal.reasons, [](const Finding& finding) {
    return finding.reason == Reason::kDocumentNotCompared;
  });
  if (WhyToLook(seal) || (asked && seal.axes.document == DocumentAxis::kNotCompared))
    return Message::kClauseDocumentToLookAt;
  return std::nullopt;
}

}  // namespace

std::string VerdictSentence(const SealReport& seal, Date date_of_care, Language language) {
  std::string sentence = Say(SealClause(seal), language, OfIssuer(seal, language));
  if (seal.axes.seal == SealAxis::kGenuine) {
    const auto join = [&](std::string_view clause) {
      sentence += Pattern(Message::kClauseJoin, language);
      sentence += clause;
    };
    const auto add = [&](std::optional<Message> clause) {
      if (clause) join(Pattern(*clause, language));
    };
    add(StatusClause(seal.axes.status));
    join(RightsClause(seal, date_of_care, language));
    add(HolderClause(seal));
    add(DocumentClause(seal));
  }
  return sentence + ".";
}

}  // namespace sceau::wording
