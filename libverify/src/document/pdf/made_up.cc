// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/made_up.h"

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "document/pdf/parts/font_metrics.h"

namespace sceau::document {
namespace {

constexpr int kMaxFieldDepth = 32;
constexpr std::size_t kMaxBytes = 4'000;  // of a value

// Letters and signs of European languages. Blocks, dots and what fonts of pictures hold are none of
// them.
bool IsLetter(char32_t c) {
  constexpr char32_t kEndOfLetters = 0x52F;  // Latin, phonetic, accents, Greek, Cyrillic
  constexpr char32_t kPunctuation = 0x2010;
  constexpr char32_t kEndOfPunctuation = 0x203A;
  constexpr char32_t kEuro = 0x20AC;
  return c <= kEndOfLetters || (c >= kPunctuation && c <= kEndOfPunctuation) || c == kEuro;
}

bool IsText(QPDFObjectHandle value) {
  if (value.isNull()) return true;
  if (!value.isString() || value.getStringValue().size() > kMaxBytes) return false;
  const auto letters = DecodeUtf8(value.getUTF8Value());
  return letters && std::ranges::all_of(*letters, IsLetter);
}

// What a list offers: texts, or pairs of what is sent and what is shown.
bool IsOfTexts(QPDFObjectHandle options) {
  constexpr int kMaxOptions = 500;
  if (options.isNull()) return true;
  if (!options.isArray() || options.getArrayNItems() > kMaxOptions) return false;
  std::vector<QPDFObjectHandle> all = options.getArrayAsVector();
  return std::ranges::all_of(all, [](QPDFObjectHandle option) {
    if (!option.isArray()) return option.isString() && IsText(option);
    return option.getArrayNItems() == 2 && option.getArrayItem(1).isString() &&
           IsText(option.getArrayItem(1));
  });
}

bool IsStandardOfMarks(QPDFObjectHandle font) {
  QPDFObjectHandle name = EntryOf(font, "/BaseFont");
  return EntryOf(font, "/Subtype").isNameAndEquals("/Type1") &&
         EntryOf(font, "/FontDescriptor").isNull() && !EntryOf(font, "/Encoding").isDictionary() &&
         (name.isNameAndEquals("/ZapfDingbats") || name.isNameAndEquals("/Symbol"));
}

// By the rules of text on a page: its codes are those of letters, by the font's own encoding. A
// font in the file may show modules in their place, which are a code where lines stand on lines.
bool IsOfLetters(QPDFObjectHandle font, bool in_lines) {
  QPDFObjectHandle kind = EntryOf(font, "/Subtype");
  if (!kind.isNameAndEquals("/Type1") && !kind.isNameAndEquals("/TrueType")) return false;
  std::string codes(256, '\0');
  for (std::size_t i = 0; i < codes.size(); ++i) codes[i] = static_cast<char>(i);
  const FontMetrics metrics(font);
  return metrics.ordinary() && metrics.says_letters() && metrics.BlocksIn(codes) == 0 &&
         !(in_lines && metrics.embedded());
}

// The font's name in "/Helv 12 Tf 0 g". Nothing for a text that says more than a font and a colour.
std::optional<std::string> FontOf(const std::string& appearance) {
  constexpr std::size_t kMaxTokens = 12;
  std::istringstream in(appearance);
  std::vector<std::string> tokens;
  for (std::string token; in >> token;) {
    if (tokens.size() == kMaxTokens) return std::nullopt;
    tokens.push_back(token);
  }
  const auto at = std::ranges::find(tokens, "Tf");
  const bool has_one = std::ranges::count(appearance, '/') == 1 &&
                       std::ranges::count(tokens, "Tf") == 1 && at - tokens.begin() >= 2;
  if (!has_one || appearance.find_first_of("#()<>[]{}%") != std::string::npos) return std::nullopt;
  const std::string& name = *(at - 2);
  return name.starts_with('/') ? std::optional(name) : std::nullopt;
}

// Null where a viewer takes one of its own.
QPDFObjectHandle FontNamed(const std::string& name, QPDFObjectHandle field, QPDFObjectHandle form) {
  QPDFObjectHandle own = EntryOf(EntryOf(Inherited(field, "/DR"), "/Font"), name.c_str());
  return own.isNull() ? EntryOf(EntryOf(EntryOf(form, "/DR"), "/Font"), name.c_str()) : own;
}

// Viewers take the font of the field, or that of the form.
template <typename IsGood>
bool HasFont(QPDFObjectHandle field, QPDFObjectHandle form, IsGood is_good) {
  QPDFObjectHandle appearance = Inherited(field, "/DA");
  if (appearance.isNull()) appearance = EntryOf(form, "/DA");
  const auto name = appearance.isString() ? FontOf(appearance.getStringValue()) : std::nullopt;
  if (!name || !is_good(FontNamed(*name, field, form))) return false;
  QPDFObjectHandle of_form = EntryOf(EntryOf(EntryOf(form, "/DR"), "/Font"), name->c_str());
  return of_form.isNull() || is_good(of_form);
}

// Whether any of these bits of a field's flags is set, or may be. Spec: tables 227 to 233.
bool HasFlag(QPDFObjectHandle field, long long bits) {
  QPDFObjectHandle flags = Inherited(field, "/Ff");
  return !flags.isNull() && (!flags.isInteger() || (flags.getIntValue() & bits) != 0);
}

// Several lines of text, or a list of which not one line alone is shown.
bool IsInLines(QPDFObjectHandle field, bool is_choice) {
  constexpr long long kLines = 1 << 12;
  constexpr long long kOneLine = 1 << 17;
  if (!is_choice) return HasFlag(field, kLines);
  return !Inherited(field, "/Ff").isInteger() || !HasFlag(field, kOneLine);
}

// A button that is not a push button shows one tick, by a letter of a font of marks.
bool IsTick(QPDFObjectHandle field, QPDFObjectHandle form) {
  constexpr long long kPush = 1 << 16;
  QPDFObjectHandle caption = EntryOf(field.getKey("/MK"), "/CA");
  const bool is_one =
      caption.isNull() || (caption.isString() && caption.getStringValue().size() == 1);
  if (HasFlag(field, kPush) || !is_one) return false;
  return Inherited(field, "/DR").isNull() || HasFont(field, form, IsStandardOfMarks);
}

}  // namespace

QPDFObjectHandle Inherited(QPDFObjectHandle field, const std::string& key) {
  for (int depth = 0; depth < kMaxFieldDepth && field.isDictionary(); ++depth) {
    if (QPDFObjectHandle value = field.getKey(key); !value.isNull()) return value;
    field = field.getKey("/Parent");
  }
  return QPDFObjectHandle::newNull();
}

bool IsMadeOfLetters(QPDFObjectHandle field, QPDFObjectHandle form, bool among_others) {
  // A bar code of the value, a text with its own looks.
  for (const char* const more : {"/PMD", "/RV"}) {
    if (!Inherited(field, more).isNull()) return false;
  }
  QPDFObjectHandle look = field.getKey("/MK");
  for (const char* const picture : {"/I", "/RI", "/IX"}) {
    if (!EntryOf(look, picture).isNull()) return false;
  }
  QPDFObjectHandle kind = Inherited(field, "/FT");
  if (kind.isNameAndEquals("/Btn")) return IsTick(field, form);
  const bool is_choice = kind.isNameAndEquals("/Ch");
  const bool in_lines = among_others || IsInLines(field, is_choice);
  return (is_choice || kind.isNameAndEquals("/Tx")) && IsText(Inherited(field, "/V")) &&
         IsOfTexts(Inherited(field, "/Opt")) &&
         HasFont(field, form,
                 [in_lines](QPDFObjectHandle font) { return IsOfLetters(font, in_lines); });
}

}  // namespace sceau::document
