// SPDX-License-Identifier: Apache-2.0
#include "wording/checks.h"

#include <algorithm>
#include <array>
#include <utility>

#include "wording/page_words.h"
#include "wording/words.h"

namespace sceau::wording {
namespace {

constexpr std::array kAreas = {ReasonArea::kSeal,   ReasonArea::kStatus,   ReasonArea::kRights,
                               ReasonArea::kHolder, ReasonArea::kDocument, ReasonArea::kFreshness};

std::vector<Reason> ReasonsOf(const SealReport& seal, ReasonArea area) {
  std::vector<Reason> reasons;
  for (const Finding& finding : seal.reasons) {
    if (AreaOf(finding.reason) == area) reasons.push_back(finding.reason);
  }
  return reasons;
}

std::string SealWord(const SealReport& seal, Language language) {
  const std::string key = seal.issuer ? seal.issuer->key_id : "?";
  return Say(WordOf(seal), language, OfIssuer(seal, language), key);
}

std::string StatusWord(const SealReport& seal, Language language) {
  const std::string_view word = Pattern(WordOf(seal.axes.status), language);
  if (!seal.withdrawal) return std::string(word);
  return Say(Message::kStatusSince, language, word, ShowDate(seal.withdrawal->since, language),
             Pattern(WordOfWithdrawal(seal.withdrawal->reason), language));
}

}  // namespace

std::vector<Check> ChecksOf(const SealReport& seal, Date date_of_care, Language language) {
  const auto word = [&](Message message) { return std::string(Pattern(message, language)); };
  const std::string rights = RightsWords(seal, date_of_care, language);
  const std::array<std::pair<Message, std::string>, kAreas.size()> axes = {
      {{Message::kAxisSeal, SealWord(seal, language)},
       {Message::kAxisStatus, StatusWord(seal, language)},
       {Message::kAxisRights, rights},
       {Message::kAxisHolder, word(WordOf(seal.axes.holder))},
       {Message::kAxisDocument, word(WordOfPage(seal))},
       {Message::kAxisFreshness, word(WordOf(seal.axes.freshness))}}};
  std::vector<Check> checks;
  for (std::size_t i = 0; i < axes.size(); ++i)
    checks.push_back({axes[i].first, axes[i].second, ReasonsOf(seal, kAreas[i])});
  return checks;
}

std::vector<Reason> NotesOf(const SealReport& seal) {
  std::vector<Reason> notes;
  for (const Finding& finding : seal.reasons) {
    if (std::ranges::find(kAreas, AreaOf(finding.reason)) == kAreas.end())
      notes.push_back(finding.reason);
  }
  return notes;
}

}  // namespace sceau::wording
