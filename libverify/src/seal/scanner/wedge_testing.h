// SPDX-License-Identifier: Apache-2.0
// A scanner at a computer, for tests: what the computer gets when the scanner means a text. Key by
// key as the keyboards are engraved, and not by the tables of keyboards.cc. Spec: ISO/IEC 9995-1
// (names of keys); layouts "us" and "fr" of xkeyboard-config, KBDUS and KBDFR of Windows.
#ifndef SCEAU_SEAL_SCANNER_WEDGE_TESTING_H_
#define SCEAU_SEAL_SCANNER_WEDGE_TESTING_H_

#include <optional>
#include <string>
#include <string_view>

#include "base/text.h"

namespace sceau::seal::wedge {

struct Key {
  const char* name;
  char32_t us, us_shift, fr, fr_shift;
};
inline constexpr Key kKeys[] = {
    {"A03", U' ', U' ', U' ', U' '},       {"E01", U'1', U'!', U'&', U'1'},
    {"E02", U'2', U'@', U'\u00E9', U'2'},  {"E03", U'3', U'#', U'"', U'3'},
    {"E04", U'4', U'$', U'\'', U'4'},      {"E05", U'5', U'%', U'(', U'5'},
    {"E06", U'6', U'^', U'-', U'6'},       {"E07", U'7', U'&', U'\u00E8', U'7'},
    {"E08", U'8', U'*', U'_', U'8'},       {"E09", U'9', U'(', U'\u00E7', U'9'},
    {"E10", U'0', U')', U'\u00E0', U'0'},  {"E11", U'-', U'_', U')', U'\u00B0'},
    {"E12", U'=', U'+', U'=', U'+'},       {"D01", U'q', U'Q', U'a', U'A'},
    {"D02", U'w', U'W', U'z', U'Z'},       {"D03", U'e', U'E', U'e', U'E'},
    {"D04", U'r', U'R', U'r', U'R'},       {"D05", U't', U'T', U't', U'T'},
    {"D06", U'y', U'Y', U'y', U'Y'},       {"D07", U'u', U'U', U'u', U'U'},
    {"D08", U'i', U'I', U'i', U'I'},       {"D09", U'o', U'O', U'o', U'O'},
    {"D10", U'p', U'P', U'p', U'P'},       {"D11", U'[', U'{', U'^', U'\u00A8'},
    {"D12", U']', U'}', U'$', U'\u00A3'},  {"C01", U'a', U'A', U'q', U'Q'},
    {"C02", U's', U'S', U's', U'S'},       {"C03", U'd', U'D', U'd', U'D'},
    {"C04", U'f', U'F', U'f', U'F'},       {"C05", U'g', U'G', U'g', U'G'},
    {"C06", U'h', U'H', U'h', U'H'},       {"C07", U'j', U'J', U'j', U'J'},
    {"C08", U'k', U'K', U'k', U'K'},       {"C09", U'l', U'L', U'l', U'L'},
    {"C10", U';', U':', U'm', U'M'},       {"C11", U'\'', U'"', U'\u00F9', U'%'},
    {"C12", U'\\', U'|', U'*', U'\u00B5'}, {"B01", U'z', U'Z', U'w', U'W'},
    {"B02", U'x', U'X', U'x', U'X'},       {"B03", U'c', U'C', U'c', U'C'},
    {"B04", U'v', U'V', U'v', U'V'},       {"B05", U'b', U'B', U'b', U'B'},
    {"B06", U'n', U'N', U'n', U'N'},       {"B07", U'm', U'M', U',', U'?'},
    {"B08", U',', U'<', U';', U'.'},       {"B09", U'.', U'>', U':', U'/'},
    {"B10", U'/', U'?', U'!', U'\u00A7'},
};

enum class Layout { kUs, kFr };
enum class Caps { kOff, kLinux, kWindows };

struct Setup {
  const char* name;
  Layout scanner;
  Layout computer;
  Caps caps = Caps::kOff;
};
inline constexpr Setup kSetups[] = {
    {"US scanner, French computer", Layout::kUs, Layout::kFr, Caps::kOff},
    {"French scanner, US computer", Layout::kFr, Layout::kUs, Caps::kOff},
    {"caps lock, US", Layout::kUs, Layout::kUs, Caps::kLinux},
    {"caps lock, French on Linux", Layout::kFr, Layout::kFr, Caps::kLinux},
    {"caps lock, French on Windows", Layout::kFr, Layout::kFr, Caps::kWindows},
    {"US scanner, French Linux, caps lock", Layout::kUs, Layout::kFr, Caps::kLinux},
    {"US scanner, French Windows, caps lock", Layout::kUs, Layout::kFr, Caps::kWindows},
    {"French scanner, US computer, caps lock", Layout::kFr, Layout::kUs, Caps::kLinux},
};

// Under caps lock, Linux and KBDUS change a letter to its other case and leave the rest.
inline char32_t OtherCase(char32_t c) {
  constexpr std::u32string_view kSmall =
      U"abcdefghijklmnopqrstuvwxyz\u00E0\u00E4\u00E7\u00E8\u00E9\u00EA\u00EC\u00F1\u00F2\u00F6"
      U"\u00F9\u00FC";
  constexpr std::u32string_view kLarge =
      U"ABCDEFGHIJKLMNOPQRSTUVWXYZ\u00C0\u00C4\u00C7\u00C8\u00C9\u00CA\u00CC\u00D1\u00D2\u00D6"
      U"\u00D9\u00DC";
  if (const auto at = kSmall.find(c); at != kSmall.npos) return kLarge[at];
  if (const auto at = kLarge.find(c); at != kLarge.npos) return kSmall[at];
  return c;
}

// Nothing when the scanner's layout has no key for it. Control characters arrive untouched.
inline std::optional<char32_t> TypeOne(char32_t meant, const Setup& setup) {
  if (meant < U' ') return meant;
  for (const Key& key : kKeys) {
    const bool us = setup.scanner == Layout::kUs;
    bool shift = meant == (us ? key.us_shift : key.fr_shift);
    if (!shift && meant != (us ? key.us : key.fr)) continue;
    if (setup.caps == Caps::kWindows) shift = !shift;
    const char32_t typed = setup.computer == Layout::kUs ? (shift ? key.us_shift : key.us)
                                                         : (shift ? key.fr_shift : key.fr);
    return setup.caps == Caps::kLinux ? OtherCase(typed) : typed;
  }
  return std::nullopt;
}

inline std::optional<std::string> Type(std::string_view meant, const Setup& setup) {
  const auto characters = DecodeUtf8(meant);
  if (!characters) return std::nullopt;
  std::u32string typed;
  for (const char32_t c : *characters) {
    const auto one = TypeOne(c, setup);
    if (!one) return std::nullopt;
    typed.push_back(*one);
  }
  return EncodeUtf8(typed);
}

}  // namespace sceau::seal::wedge

#endif  // SCEAU_SEAL_SCANNER_WEDGE_TESTING_H_
