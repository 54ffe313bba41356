// SPDX-License-Identifier: Apache-2.0
#include "wording/typography.h"

#include <array>

namespace sceau::wording {
namespace {

constexpr std::string_view kApostrophe = "\u2019";

struct Rule {
  std::string_view plain;
  std::string_view set;
};
constexpr auto kRules = std::to_array<Rule>({
    {" :", "\u00A0:"},
    {" ;", "\u202F;"},
    {" !", "\u202F!"},
    {" ?", "\u202F?"},
    {"« ", "«\u00A0"},
    {" »", "\u00A0»"},
    {"n° ", "n°\u00A0"},
    {"N° ", "N°\u00A0"},
    {" %", "\u00A0%"},
});

// Of a letter of more than one byte, a placeholder or a guillemet as well.
bool CanStandBeside(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || c == '{' ||
         c == '}';
}

bool IsApostrophe(std::string_view text, std::size_t at) {
  return text[at] == '\'' && at > 0 && at + 1 < text.size() && CanStandBeside(text[at - 1]) &&
         CanStandBeside(text[at + 1]);
}

}  // namespace

std::string Typeset(std::string_view sentence, Language language) {
  if (language != Language::kFrench) return std::string(sentence);
  std::string out;
  out.reserve(sentence.size() + sentence.size() / 8);
  for (std::size_t at = 0; at < sentence.size();) {
    const std::string_view rest = sentence.substr(at);
    const Rule* rule = nullptr;
    for (const Rule& candidate : kRules) {
      if (rest.starts_with(candidate.plain)) rule = &candidate;
    }
    if (rule != nullptr) {
      out += rule->set;
      at += rule->plain.size();
    } else if (IsApostrophe(sentence, at)) {
      out += kApostrophe;
      ++at;
    } else {
      out += sentence[at++];
    }
  }
  return out;
}

}  // namespace sceau::wording
