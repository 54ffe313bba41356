// SPDX-License-Identifier: Apache-2.0
#include "cli/brief_text.h"

#include <algorithm>
#include <array>

#include "cli/terminal.h"
#include "cli/wording.h"
#include "sceau/error.h"
#include "sceau/render.h"
#include "wording/page_words.h"
#include "wording/printed_words.h"

namespace sceau::cli {
namespace {

constexpr std::array kAllHeadlines = {
    Message::kOutcomeInOrder,      Message::kOutcomeCompareThePage, Message::kOutcomeRightsNotOpen,
    Message::kOutcomePaperExpired, Message::kOutcomePaperNotYet,    Message::kOutcomeRefused,
    Message::kOutcomeNotConfirmed, Message::kOutcomeNoSeal};

std::size_t WidestWord(Language language) {
  std::size_t widest = 0;
  for (const Message headline : kAllHeadlines)
    widest = std::max(widest, DisplayWidth(Pattern(headline, language)));
  return widest;
}

std::string BriefLine(std::string_view sign, Message headline, Colour colour, bool coloured,
                      std::string_view file, std::string_view sentence, Language language,
                      bool replayed) {
  const std::string_view word = Pattern(headline, language);
  const std::string marked = fmt::format("{} {}", sign, word);
  TextLayout mark(coloured);
  mark.Mark(replayed ? Say(Message::kReplayedMark, language, marked) : marked, colour);
  const std::string padding(WidestWord(language) - DisplayWidth(word) + 2, ' ');
  return mark.text() + padding +
         EscapeForDisplay(Say(Message::kSubject, language, file) + std::string(sentence)) + "\n";
}

std::string FoundBy(Reason reason, Language language) {
  const auto [found, next] = SplitAdvice(ReasonSentence(reason, language), language);
  return fmt::format("{} [{}]", found, ReasonCode(reason));
}

// What a reader of one line must know beyond the sentence about a seal: findings about the
// document, that the page does not show the seal, that nobody compared the page.
std::string BesideTheSentence(const Report& report, const SealReport& seal, Language language) {
  std::string text;
  for (const Finding& finding : report.reasons) text += " " + FoundBy(finding.reason, language);
  for (const Finding& finding : seal.reasons) {
    if (finding.reason == Reason::kDocumentHiddenCode)
      text += " " + FoundBy(finding.reason, language);
  }
  if (const auto why = wording::WhyToLook(seal)) {
    text += " " + FoundBy(*why, language);
  } else if (const auto page = wording::SentenceOfPage(seal);
             page && report.outcome == Outcome::kInOrder) {
    const std::string facts = wording::FactsToCompare(seal, language);
    text += " " + (facts.empty() ? std::string(Pattern(*page, language)) : facts);
  }
  return text;
}

// The seal that decided; without one, what was found on the document.
std::string BriefReason(const Report& report, Language language) {
  const auto seal = std::ranges::find_if(report.seals, [&](const SealReport& candidate) {
    return !candidate.set_aside && candidate.outcome == report.outcome;
  });
  if (seal != report.seals.end()) {
    const std::string sentence = VerdictSentence(*seal, report.date_of_care, language) +
                                 BesideTheSentence(report, *seal, language);
    return report.seals.size() > 1 ? Say(Message::kOnPage, language, seal->page, sentence)
                                   : sentence;
  }
  return FoundBy(report.reasons.empty() ? Reason::kInternal : report.reasons.front().reason,
                 language);
}

}  // namespace

Colour ColourOf(const Report& report, Outcome outcome) {
  switch (outcome) {
    case Outcome::kRefused:
      return Colour::kRed;
    case Outcome::kNotConfirmed:
    case Outcome::kRightsNotOpen:
    case Outcome::kNoSeal:
      return Colour::kYellow;
    case Outcome::kInOrder:
      break;
  }
  const bool compared =
      std::all_of(report.seals.begin(), report.seals.end(), [](const SealReport& seal) {
        return seal.set_aside || seal.axes.document == DocumentAxis::kAgrees;
      });
  return compared && !report.replayed ? Colour::kGreen : Colour::kBlue;
}

std::string BriefText(const Report& report, Language language, bool colour) {
  return BriefLine(MarkOf(report), HeadlineOf(report), ColourOf(report, report.outcome), colour,
                   report.file, BriefReason(report, language), language, report.replayed);
}

std::string BriefFailure(std::string_view file, const absl::Status& failure, Language language,
                         bool colour) {
  constexpr Outcome kOutcome = Outcome::kNotConfirmed;
  return BriefLine(MarkOf(kOutcome), NameOf(kOutcome), Colour::kYellow, colour, file,
                   FoundBy(ReasonOf(failure), language), language, false);
}

}  // namespace sceau::cli
