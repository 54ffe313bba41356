// SPDX-License-Identifier: Apache-2.0
#include "wording/claims_words.h"

#include "wording/messages.h"
#include "wording/words.h"

namespace sceau::wording {

FieldWords WordsOf(const ClaimField& field, Language language) {
  const bool english = language == Language::kEnglish && !field.label_english.empty();
  std::string label = english ? field.label_english : field.label_french;
  if (label.empty()) label = Say(Message::kFieldUnknown, language, field.id);
  std::string value = field.shown.empty() ? field.value : field.shown;
  // What the library shows as an ISO date is written like the other dates of the page.
  if (const auto date = ParseIsoDate(field.shown); date && field.shown != field.value)
    value = ShowDate(*date, language);
  if (value.empty()) value = Pattern(Message::kFieldEmpty, language);
  if (field.truncated) value = Say(Message::kFieldTruncated, language, value);
  return {label, value};
}

std::string KindOf(const Claims& claims, Language language) {
  const bool english = language == Language::kEnglish && !claims.kind_english.empty();
  const std::string& kind = english ? claims.kind_english : claims.kind_french;
  return kind.empty() ? std::string(Pattern(Message::kKindUnknown, language)) : kind;
}

std::string OtherName(const std::string& kind, Language language) {
  if (kind == "web-address") return std::string(Pattern(Message::kOtherWeb, language));
  if (kind == "ins") return std::string(Pattern(Message::kOtherIns, language));
  if (kind == "text") return std::string(Pattern(Message::kOtherText, language));
  if (kind == "binary") return std::string(Pattern(Message::kOtherBinary, language));
  return kind;
}

}  // namespace sceau::wording
