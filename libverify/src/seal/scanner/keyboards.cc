// SPDX-License-Identifier: Apache-2.0
#include "seal/scanner/keyboards.h"

#include <optional>

#include "base/text.h"

namespace sceau::seal {
namespace {

// The same place in each string is the same key.
struct Layout {
  std::u32string_view plain;
  std::u32string_view shifted;
};
constexpr Layout kUnitedStates = {U"`1234567890-=qwertyuiop[]asdfghjkl;'\\zxcvbnm,./ ",
                                  U"~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:\"|ZXCVBNM<>? "};
// The dead keys ^ and ¨ stand as the characters that they type with a space.
constexpr Layout kFrance = {
    U"\u00B2&\u00E9\"'(-\u00E8_\u00E7\u00E0)=azertyuiop^$qsdfghjklm\u00F9*wxcvbn,;:! ",
    U"~1234567890\u00B0+AZERTYUIOP\u00A8\u00A3QSDFGHJKLM%\u00B5WXCVBN?./\u00A7 "};
static_assert(kUnitedStates.plain.size() == kFrance.plain.size());
static_assert(kUnitedStates.shifted.size() == kFrance.shifted.size());
static_assert(kFrance.plain.size() == kFrance.shifted.size());

// What caps lock does on the computer.
enum class CapsLock {
  kOff,
  kLetters,  // turns the case of letters, é and É among them: Linux, and the US layout anywhere
  kShift,    // is a second shift key for every key: the French layout of Windows
};

struct KeyboardMishap {
  const Layout* scanner;
  const Layout* computer;
  CapsLock caps_lock;
};
constexpr KeyboardMishap kKeyboardMishaps[] = {
    {&kUnitedStates, &kFrance, CapsLock::kOff},
    {&kFrance, &kUnitedStates, CapsLock::kOff},
    {&kUnitedStates, &kUnitedStates, CapsLock::kLetters},
    {&kFrance, &kFrance, CapsLock::kLetters},
    {&kFrance, &kFrance, CapsLock::kShift},
    {&kUnitedStates, &kFrance, CapsLock::kLetters},
    {&kUnitedStates, &kFrance, CapsLock::kShift},
    {&kFrance, &kUnitedStates, CapsLock::kLetters},
};

bool StandsAsItIs(char32_t c) { return c < U' ' || c == U'\x7F' || c >= U'\u2000'; }

// Of ASCII and Latin-1, without × and ÷.
char32_t TurnCase(char32_t c) {
  constexpr char32_t kDistance = U'a' - U'A';
  const auto within = [c](char32_t first, char32_t last, char32_t gap) {
    return c >= first && c <= last && c != gap;
  };
  if (within(U'A', U'Z', 0) || within(U'\u00C0', U'\u00DE', U'\u00D7')) return c + kDistance;
  if (within(U'a', U'z', 0) || within(U'\u00E0', U'\u00FE', U'\u00F7')) return c - kDistance;
  return c;
}

struct KeyPress {
  std::size_t key = 0;
  bool shift = false;
};

std::optional<KeyPress> FindPress(const Layout& layout, char32_t c) {
  if (const std::size_t key = layout.plain.find(c); key != layout.plain.npos)
    return KeyPress{key, false};
  if (const std::size_t key = layout.shifted.find(c); key != layout.shifted.npos)
    return KeyPress{key, true};
  return std::nullopt;
}

// Nothing when a character cannot have been typed so.
std::optional<std::u32string> Undo(const KeyboardMishap& mishap, std::u32string_view typed) {
  std::u32string meant;
  meant.reserve(typed.size());
  for (char32_t c : typed) {
    if (StandsAsItIs(c)) {
      meant.push_back(c);
      continue;
    }
    if (mishap.caps_lock == CapsLock::kLetters) c = TurnCase(c);
    auto press = FindPress(*mishap.computer, c);
    if (!press) return std::nullopt;
    if (mishap.caps_lock == CapsLock::kShift) press->shift = !press->shift;
    meant.push_back((press->shift ? mishap.scanner->shifted : mishap.scanner->plain)[press->key]);
  }
  return meant;
}

std::vector<Finding> Describe(const KeyboardMishap& mishap) {
  std::vector<Finding> findings;
  if (mishap.scanner != mishap.computer) {
    findings.push_back(
        {mishap.scanner == &kUnitedStates ? Reason::kScannerSetToUs : Reason::kScannerSetToFrench,
         ""});
  }
  if (mishap.caps_lock != CapsLock::kOff) findings.push_back({Reason::kScannerCapsLock, ""});
  return findings;
}

}  // namespace

std::vector<Meant> UndoKeyboards(std::string_view typed) {
  std::vector<Meant> all = {{std::string(typed), {}}};
  const auto decoded = DecodeUtf8(typed);
  if (!decoded) return all;
  for (const KeyboardMishap& mishap : kKeyboardMishaps) {
    if (const auto meant = Undo(mishap, *decoded))
      all.push_back({EncodeUtf8(*meant), Describe(mishap)});
  }
  return all;
}

}  // namespace sceau::seal
