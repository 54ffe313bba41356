// SPDX-License-Identifier: Apache-2.0
#include "seal/scanner/layouts.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace sceau::seal {
namespace {

constexpr auto kLayouts = std::to_array<Layout>({
    {"us", U"`1234567890-=qwertyuiop[]asdfghjkl;'\\zxcvbnm,./\uFFFF ",
     U"~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:\"|ZXCVBNM<>?\uFFFF "},
    {"fr", U"\u00B2&\u00E9\"'(-\u00E8_\u00E7\u00E0)=azertyuiop^$qsdfghjklm\u00F9*wxcvbn,;:!< ",
     U"~1234567890\u00B0+AZERTYUIOP\u00A8\u00A3QSDFGHJKLM%\u00B5WXCVBN?./\u00A7> "},
    {"de", U"^1234567890\u00DF\u00B4qwertzuiop\u00FC+asdfghjkl\u00F6\u00E4#yxcvbnm,.-< ",
     U"\u00B0!\"\u00A7$%&/()=?`QWERTZUIOP\u00DC*ASDFGHJKL\u00D6\u00C4'YXCVBNM;:_> "},
    {"ch-de", U"\u00A71234567890'^qwertzuiop\u00FC\u00A8asdfghjkl\u00F6\u00E4$yxcvbnm,.-< ",
     U"\u00B0+\"*\u00E7%&/()=?`QWERTZUIOP\u00E8!ASDFGHJKL\u00E9\u00E0\u00A3YXCVBNM;:_> "},
    {"ch-fr", U"\u00A71234567890'^qwertzuiop\u00E8\u00A8asdfghjkl\u00E9\u00E0$yxcvbnm,.-< ",
     U"\u00B0+\"*\u00E7%&/()=?`QWERTZUIOP\u00FC!ASDFGHJKL\u00F6\u00E4\u00A3YXCVBNM;:_> "},
    {"be",
     U"\u00B2&\u00E9\"'(\u00A7\u00E8!\u00E7\u00E0)-azertyuiop^$qsdfghjklm\u00F9\u00B5wxcvbn,;:=< ",
     U"\u00B31234567890\u00B0_AZERTYUIOP\u00A8*QSDFGHJKLM%\u00A3WXCVBN?./+> "},
    {"fr-mac", U"@&\u00E9\"'(\u00A7\u00E8!\u00E7\u00E0)-azertyuiop^$qsdfghjklm\u00F9`wxcvbn,;:=< ",
     U"#1234567890\u00B0_AZERTYUIOP\u00A8*QSDFGHJKLM%\u00A3WXCVBN?./+> "},
    {"es", U"\u00BA1234567890'\u00A1qwertyuiop`+asdfghjkl\u00F1\u00B4\u00E7zxcvbnm,.-< ",
     U"\u00AA!\"\u00B7$%&/()=?\u00BFQWERTYUIOP^*ASDFGHJKL\u00D1\u00A8\u00C7ZXCVBNM;:_> "},
    {"ca-fr", U"#1234567890-=qwertyuiop^\u00B8asdfghjkl;`<zxcvbnm,.\u00E9\u00AB ",
     U"|!\"/$%?&*()_+QWERTYUIOP^\u00A8ASDFGHJKL:`>ZXCVBNM'.\u00C9\u00BB "},
    {"ca-multilingual",
     U"/1234567890-=qwertyuiop^\u00E7asdfghjkl;\u00E8\u00E0zxcvbnm,.\u00E9\u00F9 ",
     U"\\!@#$%?&*()_+QWERTYUIOP\u00A8\u00C7ASDFGHJKL:\u00C8\u00C0ZXCVBNM'\"\u00C9\u00D9 "},
    {"fr-afnor",
     U"@\u00E0\u00E9\u00E8\u00EA()\u2018\u2019\u00AB\u00BB'^azertyuiop-+qsdfghjklm/*wxcvbn.,:;< ",
     U"#1234567890\"\u00A8AZERTYUIOP\u2013\u00B1QSDFGHJKLM\\\u00BDWXCVBN?!\u2026=> "},
    {"gb", U"`1234567890-=qwertyuiop[]asdfghjkl;'#zxcvbnm,./\\ ",
     U"\u00AC!\"\u00A3$%^&*()_+QWERTYUIOP{}ASDFGHJKL:@~ZXCVBNM<>?| "},
    {"it", U"\\1234567890'\u00ECqwertyuiop\u00E8+asdfghjkl\u00F2\u00E0\u00F9zxcvbnm,.-< ",
     U"|!\"\u00A3$%&/()=?^QWERTYUIOP\u00E9*ASDFGHJKL\u00E7\u00B0\u00A7ZXCVBNM;:_> "},
    {"pt", U"\\1234567890'\u00ABqwertyuiop+\u00B4asdfghjkl\u00E7\u00BA~zxcvbnm,.-< ",
     U"|!\"#$%&/()=?\u00BBQWERTYUIOP*`ASDFGHJKL\u00C7\u00AA^ZXCVBNM;:_> "},
});
static_assert(std::ranges::all_of(kLayouts, [](const Layout& layout) {
  constexpr std::size_t kKeys = 49;
  return layout.plain.size() == kKeys && layout.shifted.size() == kKeys;
}));
static_assert(kLayouts[0].name == "us" && kLayouts[1].name == "fr");

struct Accent {
  char32_t spacing;
  char32_t combining;
  std::u32string_view letters;
  std::u32string_view composed;
};
constexpr Accent kAccents[] = {
    {U'`', U'\u0300', U"AEIOUaeiou",
     U"\u00C0\u00C8\u00CC\u00D2\u00D9\u00E0\u00E8\u00EC\u00F2\u00F9"},
    {U'\u00B4', U'\u0301', U"AEIOUYaeiouy",
     U"\u00C1\u00C9\u00CD\u00D3\u00DA\u00DD\u00E1\u00E9\u00ED\u00F3\u00FA\u00FD"},
    {U'^', U'\u0302', U"AEIOUaeiou",
     U"\u00C2\u00CA\u00CE\u00D4\u00DB\u00E2\u00EA\u00EE\u00F4\u00FB"},
    {U'~', U'\u0303', U"ANOano", U"\u00C3\u00D1\u00D5\u00E3\u00F1\u00F5"},
    {U'\u00A8', U'\u0308', U"AEIOUYaeiouy",
     U"\u00C4\u00CB\u00CF\u00D6\u00DC\u0178\u00E4\u00EB\u00EF\u00F6\u00FC\u00FF"},
    {U'\u00B8', U'\u0327', U"Cc", U"\u00C7\u00E7"},
};
static_assert(std::ranges::all_of(kAccents, [](const Accent& accent) {
  return accent.letters.size() == accent.composed.size();
}));

}  // namespace

std::span<const Layout> Layouts() { return kLayouts; }
const Layout& UnitedStates() { return kLayouts[0]; }
const Layout& France() { return kLayouts[1]; }

char32_t Compose(char32_t accent, char32_t letter) {
  for (const Accent& row : kAccents) {
    if (row.spacing != accent) continue;
    if (const auto at = row.letters.find(letter); at != row.letters.npos) return row.composed[at];
  }
  return 0;
}

bool IsAccent(char32_t c) {
  return std::ranges::find(kAccents, c, &Accent::spacing) != std::end(kAccents);
}

Decomposed Decompose(char32_t c) {
  for (const Accent& row : kAccents) {
    if (const auto at = row.composed.find(c); at != row.composed.npos)
      return {row.spacing, row.letters[at]};
  }
  return {};
}

char32_t SpacingAccent(char32_t combining) {
  const auto row = std::ranges::find(kAccents, combining, &Accent::combining);
  return row == std::end(kAccents) ? 0 : row->spacing;
}

}  // namespace sceau::seal
