// SPDX-License-Identifier: Apache-2.0
#include "seal/two_d_doc/restore.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "codec/base32.h"
#include "seal/two_d_doc/fields.h"
#include "seal/two_d_doc/header.h"
#include "seal/two_d_doc/parse.h"
#include "seal/two_d_doc/separators.h"

namespace sceau::seal::two_d_doc {
namespace {

constexpr std::string_view kSeparators = "\x1D\x1E\x1F";

// GS, RS and US as scanners and programs write them, in lower case; any case is taken.
using Spelling = std::array<std::string_view, kSeparators.size()>;
constexpr Spelling kSpellings[] = {
    {"^]", "^^", "^_"},              // caret notation
    {"ctrl+]", "ctrl+^", "ctrl+_"},  // the keys of it
    {"<gs>", "<rs>", "<us>"},
    {"{gs}", "{rs}", "{us}"},
    {"[gs]", "[rs]", "[us]"},
    {"<0x1d>", "<0x1e>", "<0x1f>"},
    {"\\x1d", "\\x1e", "\\x1f"},
    {"\\u001d", "\\u001e", "\\u001f"},
    {"%1d", "%1e", "%1f"},        // in a web address
    {"=1d", "=1e", "=1f"},        // in a mail, quoted-printable
    {"&#29;", "&#30;", "&#31;"},  // in a web page
    {"&#x1d;", "&#x1e;", "&#x1f;"},
    {"\u241D", "\u241E", "\u241F"},  // control pictures
    {"\u2194", "\u25B2", "\u25BC"},  // what Alt and 29, 30, 31 type on Windows (code page 437)
};

// Bytes of the signatures in use.
constexpr std::size_t kP256 = 64;
constexpr std::size_t kP384 = 96;
// The same in Base32 characters.
constexpr std::size_t kSignatureLengths[] = {103, 154};

// `lower` is the text in small letters.
std::string Unspelled(std::string_view text, std::string_view lower, const Spelling& spelling) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const auto starts = [&](std::string_view token) { return lower.substr(at).starts_with(token); };
    const auto token = std::ranges::find_if(spelling, starts);
    if (token == spelling.end()) {
      plain.push_back(text[at++]);
    } else {
      plain.push_back(kSeparators[static_cast<std::size_t>(token - spelling.begin())]);
      at += token->size();
    }
  }
  return plain;
}

bool HasValueSeparator(std::string_view text) {
  return text.find_first_of(kSeparators.substr(0, 2)) != text.npos;
}
bool HasUnit(std::string_view text) { return text.find(kUnit) != text.npos; }

// Where the signature starts if it has `length` characters; nothing when these are not Base32.
std::optional<std::size_t> SignatureAt(std::string_view text, std::size_t length) {
  if (text.size() <= length) return std::nullopt;
  const std::size_t at = text.size() - length;
  return codec::DecodeBase32(text.substr(at)) ? std::optional(at) : std::nullopt;
}

// A bar for each separator: the one before the signature was US, the others GS.
void RestoreBars(std::string_view text, std::vector<RestoredText>& restored) {
  constexpr char kBar = '|';
  for (const std::size_t length : kSignatureLengths) {
    const auto at = SignatureAt(text, length);
    if (!at || text[*at - 1] != kBar) continue;
    std::string plain(text);
    std::ranges::replace(plain, kBar, kGroup);
    plain[*at - 1] = kUnit;
    restored.push_back({std::move(plain), Reason::kScannerSeparatorsSpelled});
  }
}

bool AllOfFixedLength(std::string_view signed_text) {
  const auto header = ParseHeader(signed_text);
  if (!header.ok()) return false;
  std::vector<Field> fields;
  return SplitFields(signed_text.substr(header->length()), header->UsesKnownTables(), fields)
             .ok() &&
         std::ranges::all_of(fields, [](const Field& field) {
           return field.known != nullptr && field.known->fixed_length > 0;
         });
}

// US put back before a signature of a length in use. When the others are gone as well, only fields
// of fixed length, which need none, still tell where they end.
void RestoreUnit(std::string_view text, Reason fault, std::vector<RestoredText>& restored) {
  for (const std::size_t length : kSignatureLengths) {
    const auto at = SignatureAt(text, length);
    if (!at) continue;
    const std::string_view signed_text = text.substr(0, *at);
    if (!HasValueSeparator(signed_text) && !AllOfFixedLength(signed_text)) continue;
    restored.push_back({std::string(signed_text) + kUnit + std::string(text.substr(*at)), fault});
  }
}

}  // namespace

std::vector<RestoredText> Restore(std::string_view text) {
  std::vector<RestoredText> restored;
  if (HasUnit(text) && HasValueSeparator(text.substr(0, text.find(kUnit)))) return restored;
  std::vector<std::string> without_unit;
  const std::string lower = Lower(text);
  for (const Spelling& spelling : kSpellings) {
    const bool spells = std::ranges::any_of(
        spelling, [&](std::string_view token) { return lower.find(token) != lower.npos; });
    if (!spells) continue;
    std::string plain = Unspelled(text, lower, spelling);
    if (HasUnit(plain)) {
      restored.push_back({std::move(plain), Reason::kScannerSeparatorsSpelled});
    } else {
      without_unit.push_back(std::move(plain));
    }
  }
  if (HasUnit(text)) return restored;
  RestoreBars(text, restored);
  // A spelled US, where there is one, says that the scanner dropped none.
  if (!restored.empty()) return restored;
  RestoreUnit(text, Reason::kScannerSeparatorsRestored, restored);
  for (const std::string& plain : without_unit)
    RestoreUnit(plain, Reason::kScannerSeparatorsSpelled, restored);
  return restored;
}

bool MayBeWhole(std::string_view text) {
  const std::size_t unit = text.find(kUnit);
  if (unit == text.npos) return false;
  const std::size_t end = std::min(text.find(kGroup, unit), text.size());
  return std::ranges::find(kSignatureLengths, end - unit - 1) != std::end(kSignatureLengths);
}

bool IsWhole(const ParsedSeal& seal) {
  const std::size_t length = seal.signature.size();
  return (length == kP256 || length == kP384) && DecodeClaims(seal).ok();
}

std::optional<Reason> Doubt(const ParsedSeal& seal) {
  const std::string_view signed_text = AsText(seal.signed_bytes);
  if (!HasValueSeparator(signed_text) && !AllOfFixedLength(signed_text))
    return Reason::kSealSeparatorsLost;
  const std::size_t length = seal.signature.size();
  if (length > kP256 && length != kP384) return Reason::kSealTrailingBytes;
  return std::nullopt;
}

}  // namespace sceau::seal::two_d_doc
