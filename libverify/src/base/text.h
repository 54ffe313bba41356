// SPDX-License-Identifier: Apache-2.0
// UTF-8 text from outside: whether it is well formed, whether it can move a terminal or a label,
// and how it is shown.
#ifndef SCEAU_BASE_TEXT_H_
#define SCEAU_BASE_TEXT_H_

#include <optional>
#include <string>
#include <string_view>

#include "sceau/public.h"

namespace sceau {

// True for well-formed UTF-8 by RFC 3629: no overlong form, no surrogate, nothing above U+10FFFF.
bool IsUtf8(std::string_view text);

// The code points of a text; nothing if it is not UTF-8.
std::optional<std::u32string> DecodeUtf8(std::string_view text);
std::string EncodeUtf8(std::u32string_view text);

// True for C0, C1, DEL, bidirectional formatting, zero-width characters, line and paragraph
// separators, tags, variation selectors, fillers that draw nothing, and noncharacters. The table is
// in text.cc.
bool IsUnsafeInText(char32_t c);

// Writes each unsafe character as \u{XXXX} and each byte that is not UTF-8 as \x{XX}, and leaves
// the rest as it is. Idempotent.
std::string EscapeUnsafe(std::string_view text);

// Writes each byte that is not UTF-8 as \x{XX} and leaves every character as it is. Idempotent, and
// UTF-8 whatever came in.
std::string EscapeNonUtf8(std::string_view text);

// Writes letters that are drawn like Latin ones, but are others, as \u{XXXX}: those of Greek,
// Cyrillic and other scripts within a word that has Latin letters too, and those of full width or
// of mathematics anywhere. Leaves the rest as it is, and text that is not UTF-8 too. Idempotent.
std::string EscapeLookAlikes(std::string_view text);

// Masks a NIR: "1 84 12 •• ••• ••• ••" shows sex, year and month alone. A text of any other length
// becomes as many bullets as it has characters.
SCEAU_PUBLIC std::string MaskNir(std::string_view nir);  // as sceau/render.h has it

std::string Lower(std::string_view ascii);
std::string_view Trim(std::string_view text);  // without ASCII spaces, tabs, CR and LF at both ends

}  // namespace sceau

#endif  // SCEAU_BASE_TEXT_H_
