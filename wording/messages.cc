// SPDX-License-Identifier: Apache-2.0
#include "wording/messages.h"

#include <cstddef>

namespace sceau::wording {
namespace {

struct Row {
  std::string_view french;
  std::string_view english;
};

constexpr Row kRows[] = {
#define SCEAU_MESSAGE(name, french, english) Row{french, english},
#include "wording/messages.inc"
#undef SCEAU_MESSAGE
};

constexpr Message kMessages[] = {
#define SCEAU_MESSAGE(name, french, english) Message::name,
#include "wording/messages.inc"
#undef SCEAU_MESSAGE
};

}  // namespace

std::string_view Pattern(Message message, Language language) {
  const Row& row = kRows[static_cast<std::size_t>(message)];
  return language == Language::kFrench ? row.french : row.english;
}

std::string FormatMessage(Message message, Language language, fmt::format_args arguments) {
  const std::string_view pattern = Pattern(message, language);
  return fmt::vformat(fmt::string_view(pattern.data(), pattern.size()), arguments);
}

std::span<const Message> AllMessages() { return kMessages; }

Language LanguageOfLocale(const char* lc_all, const char* lc_messages, const char* lang) {
  for (const char* value : {lc_all, lc_messages, lang}) {
    const std::string_view locale = value == nullptr ? "" : value;
    if (locale.empty()) continue;
    return locale.starts_with("en") ? Language::kEnglish : Language::kFrench;
  }
  return Language::kFrench;
}

}  // namespace sceau::wording
