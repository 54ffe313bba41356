// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/text/ligatures.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace sceau::document {
namespace {

// Spec: Unicode 15, alphabetic presentation forms. The long s is an s to whoever reads a name.
constexpr char32_t kFirst = U'\uFB00';
constexpr auto kLetters =
    std::to_array<std::u32string_view>({U"ff", U"fi", U"fl", U"ffi", U"ffl", U"st", U"st"});

}  // namespace

std::u32string WithoutLigatures(const std::u32string& characters) {
  std::u32string letters;
  for (const char32_t character : characters) {
    if (character >= kFirst && character < kFirst + kLetters.size())
      letters += kLetters.at(static_cast<std::size_t>(character - kFirst));
    else
      letters += character;
  }
  return letters;
}

char32_t LigatureOf(const std::u32string& letters) {
  const auto found = std::ranges::find(kLetters, letters);
  return found != kLetters.end() ? kFirst + static_cast<char32_t>(found - kLetters.begin()) : 0;
}

}  // namespace sceau::document
