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

namespace sceau::document {
namespace {

constexpr int kMaxFieldDepth = 32;
constexpr std::size_t kMaxBytes = 4'000;  // of a value

// Letters and signs of French and its neighbours. Blocks, dots and what fonts of pictures hold are
// none of them.
bool IsLetter(char32_t c) {
  constexpr char32_t kEndOfLatin = 0x24F;
  constexpr char32_t kPunctuation = 0x2010;
  constexpr char32_t kEndOfPunctuation = 0x203A;
  constexpr char32_t kEuro = 0x20AC;
  return c <= kEndOfLatin || (c >= kPunctuation && c <= kEndOfPunctuation) || c == kEuro;
}

bool IsText(QPDFObjectHandle value) {
  if (value.isNull()) return true;
  if (!value.isString() || value.getStringValue().size() > kMaxBytes) return false;
  const auto letters = DecodeUtf8(value.getUTF8Value());
  return letters && std::ranges::all_of(*letters, IsLetter);
}

// One of those that each viewer has, with its own letters. Spec: 9.6.2.2.
bool IsStandard(QPDFObjectHandle font) {
  constexpr auto kText = std::to_array<std::string_view>(
      {"/Helvetica", "/Helvetica-Bold", "/Helvetica-Oblique", "/Helvetica-BoldOblique",
       "/Times-Roman", "/Times-Bold", "/Times-Italic", "/Times-BoldItalic", "/Courier",
       "/Courier-Bold", "/Courier-Oblique", "/Courier-BoldOblique"});
  QPDFObjectHandle name = EntryOf(font, "/BaseFont");
  QPDFObjectHandle encoding = EntryOf(font, "/Encoding");
  return EntryOf(font, "/Subtype").isNameAndEquals("/Type1") && name.isName() &&
         std::ranges::find(kText, name.getName()) != kText.end() &&
         EntryOf(font, "/FontDescriptor").isNull() && EntryOf(encoding, "/Differences").isNull();
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

bool HasStandardFont(QPDFObjectHandle field, QPDFObjectHandle form) {
  QPDFObjectHandle appearance = Inherited(field, "/DA");
  if (appearance.isNull()) appearance = EntryOf(form, "/DA");
  const auto name = appearance.isString() ? FontOf(appearance.getStringValue()) : std::nullopt;
  return name && IsStandard(EntryOf(EntryOf(EntryOf(form, "/DR"), "/Font"), name->c_str()));
}

// A button that is not a push button shows one tick, by a letter of a font of marks.
bool IsTick(QPDFObjectHandle field) {
  constexpr long long kPush = 1 << 16;
  QPDFObjectHandle flags = Inherited(field, "/Ff");
  const bool is_push =
      !flags.isNull() && (!flags.isInteger() || (flags.getIntValue() & kPush) != 0);
  QPDFObjectHandle caption = EntryOf(field.getKey("/MK"), "/CA");
  const bool is_one =
      caption.isNull() || (caption.isString() && caption.getStringValue().size() == 1);
  return Inherited(field, "/FT").isNameAndEquals("/Btn") && !is_push && is_one;
}

}  // namespace

QPDFObjectHandle Inherited(QPDFObjectHandle field, const std::string& key) {
  for (int depth = 0; depth < kMaxFieldDepth && field.isDictionary(); ++depth) {
    if (QPDFObjectHandle value = field.getKey(key); !value.isNull()) return value;
    field = field.getKey("/Parent");
  }
  return QPDFObjectHandle::newNull();
}

bool IsMadeOfLetters(QPDFObjectHandle field, QPDFObjectHandle form) {
  // A bar code of the value, a text with its own looks, fonts of the field's own.
  for (const char* const more : {"/PMD", "/RV", "/DR"}) {
    if (!Inherited(field, more).isNull()) return false;
  }
  QPDFObjectHandle look = field.getKey("/MK");
  for (const char* const picture : {"/I", "/RI", "/IX"}) {
    if (!EntryOf(look, picture).isNull()) return false;
  }
  QPDFObjectHandle kind = Inherited(field, "/FT");
  if (kind.isNameAndEquals("/Btn")) return IsTick(field);
  return (kind.isNameAndEquals("/Tx") || kind.isNameAndEquals("/Ch")) &&
         IsText(Inherited(field, "/V")) && Inherited(field, "/Opt").isNull() &&
         HasStandardFont(field, form);
}

}  // namespace sceau::document
