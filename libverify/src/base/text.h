// SPDX-License-Identifier: Apache-2.0
// UTF-8 text from outside: is it well formed, can it move a terminal or a label, how is it shown.
#ifndef SCEAU_BASE_TEXT_H_
#define SCEAU_BASE_TEXT_H_

#include <optional>
#include <string>
#include <string_view>

namespace sceau {

// Well-formed UTF-8 by RFC 3629: no overlong form, no surrogate, nothing above U+10FFFF.
bool IsUtf8(std::string_view text);

// nullopt if not UTF-8.
std::optional<std::u32string> DecodeUtf8(std::string_view text);
std::string EncodeUtf8(std::u32string_view text);

// C0, C1, DEL, bidirectional formatting, zero-width, line and paragraph separators, tags, variation
// selectors, fillers that draw nothing, noncharacters: a table in text.cc.
bool IsUnsafeInText(char32_t c);

// Each unsafe character as \u{XXXX}, each byte that is not UTF-8 as \x{XX}; the rest untouched.
// Idempotent.
std::string EscapeUnsafe(std::string_view text);

// Letters that are drawn as Latin ones are and are others, as \u{XXXX}: those of Greek, Cyrillic
// and their like within a word that has Latin letters too, and those of full width or of
// mathematics anywhere. The rest is untouched, and so is text that is not UTF-8. Idempotent.
std::string EscapeLookAlikes(std::string_view text);

// "1 84 12 •• ••• ••• ••": all but sex, year and month. For any other length, as many bullets as
// characters.
std::string MaskNir(std::string_view nir);

std::string Lower(std::string_view ascii);
std::string_view Trim(std::string_view text);  // ASCII spaces, tabs, CR, LF at both ends

}  // namespace sceau

#endif  // SCEAU_BASE_TEXT_H_
