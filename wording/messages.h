// SPDX-License-Identifier: Apache-2.0
// Every sentence of the programs in French and English, in one table (messages.inc).
#ifndef SCEAU_WORDING_MESSAGES_H_
#define SCEAU_WORDING_MESSAGES_H_

#include <span>
#include <string>
#include <string_view>

#include "fmt/format.h"
#include "sceau/reason.h"

namespace sceau::wording {

enum class Message {
#define SCEAU_MESSAGE(name, french, english) name,
#include "wording/messages.inc"
#undef SCEAU_MESSAGE
};

// As in the table, with its placeholders {0}, {1} … Static storage.
std::string_view Pattern(Message message, Language language);

std::string FormatMessage(Message message, Language language, fmt::format_args arguments);

template <typename... Arguments>
std::string Say(Message message, Language language, const Arguments&... arguments) {
  return FormatMessage(message, language, fmt::make_format_args(arguments...));
}

std::span<const Message> AllMessages();

// French unless the environment asks for English: LC_ALL, LC_MESSAGES, LANG, the first that is set.
// Null stands for a variable that is not set.
Language LanguageOfLocale(const char* lc_all, const char* lc_messages, const char* lang);

}  // namespace sceau::wording

#endif  // SCEAU_WORDING_MESSAGES_H_
