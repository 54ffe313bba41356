// SPDX-License-Identifier: Apache-2.0
#include "seal/scanner/keyboards.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "base/text.h"
#include "fmt/format.h"
#include "seal/scanner/layouts.h"

namespace sceau::seal {
namespace {

// What caps lock does on the computer.
enum class CapsLock {
  kOff,
  kLetters,  // turns the case of letters, é and É among them: Linux, macOS, the US layout anywhere
  kShift,    // is a second shift key for every key: the French layout of Windows, and its like
};

struct KeyboardFault {
  const Layout* scanner;
  const Layout* computer;
  CapsLock caps_lock;
};

// A scanner that is set to one of the two likely layouts, or meets one, comes before the others.
std::vector<KeyboardFault> MakeFaults() {
  std::vector<KeyboardFault> likely;
  std::vector<KeyboardFault> rare;
  const auto is_likely = [](const Layout& layout) {
    return &layout == &UnitedStates() || &layout == &France();
  };
  for (const CapsLock caps_lock : {CapsLock::kOff, CapsLock::kLetters, CapsLock::kShift}) {
    for (const Layout& scanner : Layouts()) {
      for (const Layout& computer : Layouts()) {
        const bool same = &scanner == &computer;
        if (same && caps_lock == CapsLock::kOff) continue;
        // On the US layout caps lock turns letters alone, on Windows too.
        if (&computer == &UnitedStates() && caps_lock == CapsLock::kShift) continue;
        const bool first = is_likely(scanner) && is_likely(computer);
        (first ? likely : rare).push_back({&scanner, &computer, caps_lock});
      }
    }
  }
  std::stable_partition(rare.begin(), rare.end(), [&](const KeyboardFault& fault) {
    return is_likely(*fault.scanner) || is_likely(*fault.computer);
  });
  likely.insert(likely.end(), rare.begin(), rare.end());
  return likely;
}

const std::vector<KeyboardFault>& KeyboardFaults() {
  static const std::vector<KeyboardFault> faults = MakeFaults();
  return faults;
}

// That are undone, of all texts together: those of a seal of 400 characters through each keyboard
// in each way, 30 ms of work.
constexpr std::size_t kMaxCharacters = std::size_t{1} << 22;
// Places that look like a beginning, of all keyboards together; a scan has one.
constexpr int kMaxPlaces = 2'000;

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

// Which key a character came from that a layout has twice.
enum class Choice {
  kLikely,    // one of its own, without shift
  kShifted,   // one of its own, with shift
  kComposed,  // a dead key and a letter
};

// One fault as a table: what each character that the computer types was meant to be.
class Keymap {
 public:
  explicit Keymap(const KeyboardFault& fault, Choice choice = Choice::kLikely)
      : turns_case_(fault.caps_lock == CapsLock::kLetters), composes_(choice == Choice::kComposed) {
    const bool shifts = fault.caps_lock == CapsLock::kShift;
    const auto& plain = shifts ? fault.computer->shifted : fault.computer->plain;
    const auto& shifted = shifts ? fault.computer->plain : fault.computer->shifted;
    if (choice == Choice::kShifted) Add(plain, fault.scanner->plain);
    Add(shifted, fault.scanner->shifted);
    if (choice != Choice::kShifted) Add(plain, fault.scanner->plain);
  }

  bool composes() const { return composes_; }

  // What the key of `typed` means; nothing when no key types it.
  std::optional<char32_t> Meaning(char32_t typed) const {
    if (turns_case_) typed = TurnCase(typed);
    char32_t meant = 0;
    if (typed < low_.size()) {
      meant = low_[typed];
    } else if (const auto at = high_typed_.find(typed); at != high_typed_.npos) {
      meant = high_meant_[at];
    }
    if (meant != 0) return meant;
    if (StandsAsItIs(typed)) return typed;
    return std::nullopt;
  }

  // What the computer types for a character that is meant; nothing when the scanner has no key.
  std::optional<char32_t> TypedFor(char32_t meant) const {
    const auto at = meant_.find(meant);
    if (at == meant_.npos) return std::nullopt;
    return turns_case_ ? TurnCase(typed_[at]) : typed_[at];
  }

 private:
  void Add(std::u32string_view typed, std::u32string_view meant) {
    for (std::size_t key = 0; key < typed.size(); ++key) {
      if (typed[key] == kNoKey || meant[key] == kNoKey) continue;
      typed_.push_back(typed[key]);
      meant_.push_back(meant[key]);
      if (typed[key] < low_.size()) {
        low_[typed[key]] = meant[key];
      } else {
        high_typed_.push_back(typed[key]);
        high_meant_.push_back(meant[key]);
      }
    }
  }

  bool turns_case_;
  bool composes_;
  std::u32string typed_;
  std::u32string meant_;
  std::array<char32_t, 256> low_{};  // by the character typed, of Latin-1; 0: no key
  std::u32string high_typed_;
  std::u32string high_meant_;
};

// How the beginnings look through a fault.
std::vector<std::u32string> ImagesOf(const Keymap& map,
                                     const std::vector<std::u32string>& beginnings) {
  std::vector<std::u32string> images;
  for (const std::u32string& beginning : beginnings) {
    std::u32string image;
    for (const char32_t c : beginning) {
      const auto typed = map.TypedFor(c);
      if (!typed) break;
      image.push_back(*typed);
    }
    if (image.size() == beginning.size()) images.push_back(std::move(image));
  }
  return images;
}

bool AnyIn(std::u32string_view typed, const std::vector<std::u32string>& images) {
  return std::ranges::any_of(
      images, [&](const std::u32string& image) { return typed.find(image) != typed.npos; });
}

// The text, and what it was if dead keys took spaces. An accent that a letter follows was typed
// with a space, or the two would stand as one; one that another character follows may have been.
std::vector<std::u32string> WithSpacesOfDeadKeys(std::u32string_view typed) {
  constexpr std::size_t kMaxWays = 16;
  std::u32string spaced;
  std::vector<std::size_t> doubtful;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    spaced.push_back(typed[i]);
    if (!IsAccent(typed[i])) continue;
    if (i + 1 < typed.size() && Compose(typed[i], typed[i + 1]) != 0) {
      spaced.push_back(U' ');
    } else {
      doubtful.push_back(spaced.size());
    }
  }
  std::vector<std::u32string> ways = {std::u32string(typed), spaced};
  for (const std::size_t at : doubtful) {
    if (ways.size() >= kMaxWays) break;
    ways.push_back(std::u32string(spaced).insert(at, 1, U' '));
  }
  return ways;
}

// A dead key and the letter behind it.
std::u32string MeaningOfBoth(const Keymap& map, char32_t typed) {
  const Decomposed parts = Decompose(typed);
  if (parts.accent == 0) return {};
  const auto accent = map.Meaning(parts.accent);
  const auto letter = map.Meaning(parts.letter);
  return accent && letter ? std::u32string{*accent, *letter} : std::u32string();
}

// Nothing when a character cannot have been typed so.
std::optional<std::u32string> Undo(const Keymap& map, std::u32string_view typed) {
  std::u32string meant;
  meant.reserve(typed.size());
  for (const char32_t c : typed) {
    const auto one = map.Meaning(c);
    const std::u32string both = one && !map.composes() ? std::u32string() : MeaningOfBoth(map, c);
    if (!both.empty()) {
      meant += both;
    } else if (one) {
      meant.push_back(*one);
    } else {
      return std::nullopt;
    }
  }
  return meant;
}

std::vector<Finding> Describe(const KeyboardFault& fault) {
  std::vector<Finding> findings;
  if (fault.scanner == &UnitedStates() && fault.computer == &France()) {
    findings.push_back({Reason::kScannerSetToUs, ""});
  } else if (fault.scanner == &France() && fault.computer == &UnitedStates()) {
    findings.push_back({Reason::kScannerSetToFrench, ""});
  } else if (fault.scanner != fault.computer) {
    findings.push_back(
        {Reason::kScannerForeignKeyboard,
         fmt::format("scanner {}, computer {}", fault.scanner->name, fault.computer->name)});
  }
  if (fault.caps_lock != CapsLock::kOff) findings.push_back({Reason::kScannerCapsLock, ""});
  return findings;
}

}  // namespace

std::vector<Meant> UndoKeyboards(std::u32string_view typed,
                                 const std::vector<std::u32string>& beginnings) {
  std::vector<const KeyboardFault*> possible;
  for (const KeyboardFault& fault : KeyboardFaults()) {
    if (AnyIn(typed, ImagesOf(Keymap(fault), beginnings))) possible.push_back(&fault);
  }
  std::vector<Meant> all;
  std::size_t undone = 0;
  std::set<std::u32string> known = {std::u32string(typed)};
  const auto undo = [&](const std::u32string& way, Choice choice) {
    for (const KeyboardFault* fault : possible) {
      undone += way.size();
      if (undone > kMaxCharacters) return;
      auto meant = Undo(Keymap(*fault, choice), way);
      if (meant && known.insert(*meant).second)
        all.push_back({EncodeUtf8(*meant), Describe(*fault)});
    }
  };
  const std::vector<std::u32string> ways = WithSpacesOfDeadKeys(typed);
  undo(ways[0], Choice::kLikely);
  undo(ways[1], Choice::kLikely);
  undo(ways[1], Choice::kComposed);
  undo(ways[1], Choice::kShifted);
  for (std::size_t i = 2; i < ways.size(); ++i) undo(ways[i], Choice::kLikely);
  return all;
}

std::vector<std::size_t> FindBeginnings(std::u32string_view typed,
                                        const std::vector<std::u32string>& beginnings,
                                        const std::function<bool(std::string_view)>& confirm) {
  constexpr std::size_t kTelling = 16;  // a header's fixed characters
  std::set<std::size_t> places;
  int left = kMaxPlaces;
  const auto search = [&](const std::u32string& image, const Keymap& map) {
    for (std::size_t at = typed.find(image); at != typed.npos; at = typed.find(image, at + 1)) {
      if (left-- <= 0) return;
      if (places.contains(at)) continue;
      const auto meant = Undo(map, typed.substr(at, kTelling));
      if (meant && confirm(EncodeUtf8(*meant))) places.insert(at);
    }
  };
  const Keymap none({&UnitedStates(), &UnitedStates(), CapsLock::kOff});
  for (const std::u32string& beginning : beginnings) search(beginning, none);
  for (const KeyboardFault& fault : KeyboardFaults()) {
    const Keymap map(fault);
    for (const std::u32string& image : ImagesOf(map, beginnings)) search(image, map);
  }
  return {places.begin(), places.end()};
}

}  // namespace sceau::seal
