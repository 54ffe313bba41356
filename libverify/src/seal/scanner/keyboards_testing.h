// SPDX-License-Identifier: Apache-2.0
// Any scanner at any computer, for tests: row by row as the keyboards are engraved, with dead keys
// as Windows and macOS treat them. Spec: ISO/IEC 9995-1 (names of rows), xkeyboard-config.
#ifndef SCEAU_SEAL_SCANNER_KEYBOARDS_TESTING_H_
#define SCEAU_SEAL_SCANNER_KEYBOARDS_TESTING_H_

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/text.h"
#include "seal/scanner/layouts.h"
#include "seal/scanner/wedge_testing.h"

namespace sceau::seal::wedge {

// Rows E, D, C, B, the last from the key beside the left shift key. A space: no key.
struct Keyboard {
  std::string_view name;
  std::u32string_view dead;  // the accents on dead keys
  std::u32string_view plain[4];
  std::u32string_view shift[4];
};
inline constexpr Keyboard kKeyboards[] = {
    {"us",
     U"",
     {U"`1234567890-=", U"qwertyuiop[]", U"asdfghjkl;'\\", U" zxcvbnm,./"},
     {U"~!@#$%^&*()_+", U"QWERTYUIOP{}", U"ASDFGHJKL:\"|", U" ZXCVBNM<>?"}},
    {"fr",
     U"^\u00A8",
     {U"\u00B2&\u00E9\"'(-\u00E8_\u00E7\u00E0)=", U"azertyuiop^$", U"qsdfghjklm\u00F9*",
      U"<wxcvbn,;:!"},
     {U"~1234567890\u00B0+", U"AZERTYUIOP\u00A8\u00A3", U"QSDFGHJKLM%\u00B5", U">WXCVBN?./\u00A7"}},
    {"de",
     U"^\u00B4`",
     {U"^1234567890\u00DF\u00B4", U"qwertzuiop\u00FC+", U"asdfghjkl\u00F6\u00E4#", U"<yxcvbnm,.-"},
     {U"\u00B0!\"\u00A7$%&/()=?`", U"QWERTZUIOP\u00DC*", U"ASDFGHJKL\u00D6\u00C4'",
      U">YXCVBNM;:_"}},
    {"ch-de",
     U"^`\u00A8",
     {U"\u00A71234567890'^", U"qwertzuiop\u00FC\u00A8", U"asdfghjkl\u00F6\u00E4$", U"<yxcvbnm,.-"},
     {U"\u00B0+\"*\u00E7%&/()=?`", U"QWERTZUIOP\u00E8!", U"ASDFGHJKL\u00E9\u00E0\u00A3",
      U">YXCVBNM;:_"}},
    {"ch-fr",
     U"^`\u00A8",
     {U"\u00A71234567890'^", U"qwertzuiop\u00E8\u00A8", U"asdfghjkl\u00E9\u00E0$", U"<yxcvbnm,.-"},
     {U"\u00B0+\"*\u00E7%&/()=?`", U"QWERTZUIOP\u00FC!", U"ASDFGHJKL\u00F6\u00E4\u00A3",
      U">YXCVBNM;:_"}},
    {"be",
     U"^\u00A8",
     {U"\u00B2&\u00E9\"'(\u00A7\u00E8!\u00E7\u00E0)-", U"azertyuiop^$", U"qsdfghjklm\u00F9\u00B5",
      U"<wxcvbn,;:="},
     {U"\u00B31234567890\u00B0_", U"AZERTYUIOP\u00A8*", U"QSDFGHJKLM%\u00A3", U">WXCVBN?./+"}},
    {"fr-mac",
     U"^\u00A8",
     {U"@&\u00E9\"'(\u00A7\u00E8!\u00E7\u00E0)-", U"azertyuiop^$", U"qsdfghjklm\u00F9`",
      U"<wxcvbn,;:="},
     {U"#1234567890\u00B0_", U"AZERTYUIOP\u00A8*", U"QSDFGHJKLM%\u00A3", U">WXCVBN?./+"}},
    {"es",
     U"`^\u00B4\u00A8",
     {U"\u00BA1234567890'\u00A1", U"qwertyuiop`+", U"asdfghjkl\u00F1\u00B4\u00E7", U"<zxcvbnm,.-"},
     {U"\u00AA!\"\u00B7$%&/()=?\u00BF", U"QWERTYUIOP^*", U"ASDFGHJKL\u00D1\u00A8\u00C7",
      U">ZXCVBNM;:_"}},
    {"ca-fr",
     U"^\u00B8\u00A8`",
     {U"#1234567890-=", U"qwertyuiop^\u00B8", U"asdfghjkl;`<", U"\u00ABzxcvbnm,.\u00E9"},
     {U"|!\"/$%?&*()_+", U"QWERTYUIOP^\u00A8", U"ASDFGHJKL:`>", U"\u00BBZXCVBNM'.\u00C9"}},
    {"ca-multilingual",
     U"^\u00A8",
     {U"/1234567890-=", U"qwertyuiop^\u00E7", U"asdfghjkl;\u00E8\u00E0", U"\u00F9zxcvbnm,.\u00E9"},
     {U"\\!@#$%?&*()_+", U"QWERTYUIOP\u00A8\u00C7", U"ASDFGHJKL:\u00C8\u00C0",
      U"\u00D9ZXCVBNM'\"\u00C9"}},
    {"fr-afnor",
     U"^\u00A8",
     {U"@\u00E0\u00E9\u00E8\u00EA()\u2018\u2019\u00AB\u00BB'^", U"azertyuiop-+", U"qsdfghjklm/*",
      U"<wxcvbn.,:;"},
     {U"#1234567890\"\u00A8", U"AZERTYUIOP\u2013\u00B1", U"QSDFGHJKLM\\\u00BD",
      U">WXCVBN?!\u2026="}},
    {"gb",
     U"",
     {U"`1234567890-=", U"qwertyuiop[]", U"asdfghjkl;'#", U"\\zxcvbnm,./"},
     {U"\u00AC!\"\u00A3$%^&*()_+", U"QWERTYUIOP{}", U"ASDFGHJKL:@~", U"|ZXCVBNM<>?"}},
    {"it",
     U"",
     {U"\\1234567890'\u00EC", U"qwertyuiop\u00E8+", U"asdfghjkl\u00F2\u00E0\u00F9", U"<zxcvbnm,.-"},
     {U"|!\"\u00A3$%&/()=?^", U"QWERTYUIOP\u00E9*", U"ASDFGHJKL\u00E7\u00B0\u00A7",
      U">ZXCVBNM;:_"}},
    {"pt",
     U"\u00B4`~^",
     {U"\\1234567890'\u00AB", U"qwertyuiop+\u00B4", U"asdfghjkl\u00E7\u00BA~", U"<zxcvbnm,.-"},
     {U"|!\"#$%&/()=?\u00BB", U"QWERTYUIOP*`", U"ASDFGHJKL\u00C7\u00AA^", U">ZXCVBNM;:_"}},
};

// What the key of `meant` types; nothing when either keyboard has none.
inline std::optional<char32_t> TypeKey(char32_t meant, const Keyboard& scanner,
                                       const Keyboard& computer, Caps caps) {
  if (meant <= U' ') return meant;
  for (std::size_t row = 0; row < std::size(scanner.plain); ++row) {
    bool shift = false;
    std::size_t key = scanner.plain[row].find(meant);
    if (key == std::u32string_view::npos) {
      shift = true;
      key = scanner.shift[row].find(meant);
    }
    if (key == std::u32string_view::npos) continue;
    if (caps == Caps::kWindows) shift = !shift;
    const char32_t typed = (shift ? computer.shift : computer.plain)[row][key];
    if (typed == U' ') return std::nullopt;
    return caps == Caps::kLinux ? OtherCase(typed) : typed;
  }
  return std::nullopt;
}

// Nothing when a character has no key, or when dead keys took more spaces than can be told.
inline std::optional<std::string> TypeOn(std::string_view meant, const Keyboard& scanner,
                                         const Keyboard& computer, Caps caps = Caps::kOff) {
  const auto characters = DecodeUtf8(meant);
  if (!characters) return std::nullopt;
  std::u32string typed;
  char32_t dead = 0;
  int taken = 0;
  for (const char32_t c : *characters) {
    const auto one = TypeKey(c, scanner, computer, caps);
    if (!one) return std::nullopt;
    if (dead != 0) {
      const char32_t composed = Compose(dead, *one);
      typed.push_back(composed != 0 ? composed : dead);
      if (composed == 0 && *one != U' ') typed.push_back(*one);
      if (*one == U' ' && ++taken > 1) return std::nullopt;
      dead = 0;
    } else if (computer.dead.find(*one) != std::u32string_view::npos) {
      dead = *one;
    } else {
      typed.push_back(*one);
    }
  }
  if (dead != 0) typed.push_back(dead);
  return EncodeUtf8(typed);
}

// Whether two characters of the text are one on the computer, or one is also what a dead key and a
// letter of the text make: nothing can tell them apart.
inline bool IsLost(std::string_view meant, const Keyboard& scanner, const Keyboard& computer,
                   Caps caps) {
  const auto characters = DecodeUtf8(meant);
  std::map<char32_t, char32_t> meant_by;
  std::u32string composed;
  char32_t before = 0;
  for (const char32_t c : *characters) {
    const auto typed = TypeKey(c, scanner, computer, caps);
    if (typed && meant_by.try_emplace(*typed, c).first->second != c) return true;
    if (typed && computer.dead.find(before) != std::u32string_view::npos)
      composed.push_back(Compose(before, *typed));
    before = typed.value_or(0);
  }
  return std::any_of(composed.begin(), composed.end(),
                     [&](char32_t c) { return meant_by.contains(c); });
}

}  // namespace sceau::seal::wedge

#endif  // SCEAU_SEAL_SCANNER_KEYBOARDS_TESTING_H_
