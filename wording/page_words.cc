// SPDX-License-Identifier: Apache-2.0
#include "wording/page_words.h"

#include <algorithm>
#include <array>

namespace sceau::wording {
namespace {

struct PageWords {
  Reason reason;
  Message word;
  std::optional<Message> sentence;  // none where a person must look at the page
};

// Of several remarks the first speaks.
constexpr auto kPageWords = std::to_array<PageWords>({
    {Reason::kDocumentPageUnlike, Message::kDocumentUnlike, std::nullopt},
    {Reason::kDocumentTextAdded, Message::kDocumentMore, std::nullopt},
    {Reason::kDocumentTextMissing, Message::kDocumentLess, std::nullopt},
    {Reason::kDocumentDrawingAdded, Message::kDocumentDrawn, std::nullopt},
    {Reason::kDocumentTextBeside, Message::kDocumentBeside, std::nullopt},
    {Reason::kDocumentViewersDiffer, Message::kDocumentViewers, std::nullopt},
    {Reason::kDocumentOtherPageOpen, Message::kDocumentOtherOpen, Message::kPageOtherOpen},
    {Reason::kDocumentPartlyCompared, Message::kDocumentPartly, Message::kPagePartly},
    {Reason::kDocumentPageUnrecognised, Message::kDocumentUnrecognised, Message::kPageUnrecognised},
});

const PageWords* WordsFor(const SealReport& seal) {
  if (seal.axes.document != DocumentAxis::kNotCompared) return nullptr;
  const auto* found = std::ranges::find_if(kPageWords, [&](const PageWords& words) {
    return std::ranges::find(seal.reasons, words.reason, &Finding::reason) != seal.reasons.end();
  });
  return found != kPageWords.end() ? found : nullptr;
}

bool AllAgree(const SealReport& seal) {
  return !seal.printed.empty() &&
         std::ranges::all_of(seal.printed, [](const ComparedFact& compared) {
           return compared.result == FactResult::kAgrees;
         });
}

// Of papers whose seal does not name its layout, nothing is remarked: the facts speak.
bool AnyAgrees(const SealReport& seal) {
  return std::ranges::find(seal.printed, FactResult::kAgrees, &ComparedFact::result) !=
         seal.printed.end();
}

}  // namespace

Message WordOfPage(const SealReport& seal) {
  switch (seal.axes.document) {
    case DocumentAxis::kNotRun:
      return Message::kNotChecked;
    case DocumentAxis::kAgrees:
      return AllAgree(seal) ? Message::kDocumentAgreesWhole : Message::kDocumentAgrees;
    case DocumentAxis::kDiffers:
      return Message::kDocumentDiffers;
    case DocumentAxis::kNotCompared:
      break;
  }
  if (const PageWords* words = WordsFor(seal)) return words->word;
  return AnyAgrees(seal) ? Message::kDocumentPartly : Message::kDocumentNotCompared;
}

std::optional<Message> SentenceOfPage(const SealReport& seal) {
  if (seal.axes.document != DocumentAxis::kNotCompared) return std::nullopt;
  if (const PageWords* words = WordsFor(seal)) return words->sentence;
  return AnyAgrees(seal) ? Message::kPagePartly : Message::kPageNotCompared;
}

std::optional<Reason> WhyToLook(const SealReport& seal) {
  const PageWords* words = WordsFor(seal);
  if (words == nullptr || words->sentence) return std::nullopt;
  return words->reason;
}

}  // namespace sceau::wording
