// SPDX-License-Identifier: Apache-2.0
// Keyboard layouts: which key types which character. Spec: xkeyboard-config 2.35 and the layouts of
// Windows of the same names; macOS for what is called so.
#ifndef SCEAU_SEAL_SCANNER_LAYOUTS_H_
#define SCEAU_SEAL_SCANNER_LAYOUTS_H_

#include <span>
#include <string_view>

namespace sceau::seal {

// What a place holds where the layout has no key.
inline constexpr char32_t kNoKey = U'\uFFFF';

// The same place in each string is the same key, by ISO/IEC 9995-1: row E from the left, rows D, C
// and B, the key beside the left shift key, space. A dead key stands as the accent that it types
// with a space.
struct Layout {
  std::string_view name;
  std::u32string_view plain;
  std::u32string_view shifted;
};

// The most likely ones first: the United States, what scanners are delivered for, and France.
std::span<const Layout> Layouts();
const Layout& UnitedStates();
const Layout& France();

// The letter that a dead key's accent and a letter make; nothing when they make none.
char32_t Compose(char32_t accent, char32_t letter);

// Whether dead keys make the accent.
bool IsAccent(char32_t c);

// The accent and the letter of one character; the accent is 0 when it has none.
struct Decomposed {
  char32_t accent = 0;
  char32_t letter = 0;
};
Decomposed Decompose(char32_t c);

// The spacing accent of a combining one (U+0300 …); 0 for other characters.
char32_t SpacingAccent(char32_t combining);

}  // namespace sceau::seal

#endif  // SCEAU_SEAL_SCANNER_LAYOUTS_H_
