// SPDX-License-Identifier: Apache-2.0
#include "capture/letter_store.h"

#include <algorithm>
#include <cmath>

namespace sceau::capture {
namespace {

constexpr std::u32string_view kDigits = U"0123456789";
constexpr std::u32string_view kCapitals = U"ABCDEFGHIJKLMNOPQRSTUVWXYZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜÑÁ";
constexpr std::u32string_view kSmall = U"abcdefghijklmnopqrstuvwxyzàâäçéèêëîïôöùûüñáí";
constexpr std::u32string_view kLetters =
    U"ABCDEFGHIJKLMNOPQRSTUVWXYZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜÑÁabcdefghijklmnopqrstuvwxyzàâäçéèêëîïôöùûüñáí";
constexpr std::u32string_view kAfterDigit =
    U"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZÉabcdefghijklmnopqrstuvwxyzé";
constexpr std::u32string_view kAfterLetter = kAfterDigit.substr(10);
constexpr std::u32string_view kMarks = U"’'-";

// The letter without its accent, of those above.
char32_t Plain(char32_t letter) {
  constexpr std::u32string_view kAccented = U"ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜÑÁàâäçéèêëîïôöùûüñáí";
  constexpr std::u32string_view kBare = U"AAACEEEEIIOOUUUNAaaaceeeeiioouuunai";
  static_assert(kAccented.size() == kBare.size());
  const std::size_t place = kAccented.find(letter);
  return place == std::u32string_view::npos ? letter : kBare[place];
}

bool Holds(std::u32string_view letters, char32_t letter) {
  return letters.find(letter) != std::u32string_view::npos;
}

// Of other Latin alphabets, such as the last letter of Battì.
bool IsForeign(char32_t letter) {
  constexpr char32_t kFirst = 0xC0;
  return letter >= kFirst && !Holds(kLetters, letter) && !Holds(kMarks, letter);
}

}  // namespace

std::u32string_view OthersOfItsKind(char32_t letter) {
  for (const std::u32string_view kind : {kDigits, kCapitals, kSmall}) {
    if (Holds(kind, letter)) return kind;
  }
  return IsForeign(letter) ? kLetters : std::u32string_view();
}

std::u32string_view WhatMayFollow(char32_t letter) {
  return Holds(kDigits, letter) ? kAfterDigit : kAfterLetter;
}

bool IsTested(char32_t letter) { return !OthersOfItsKind(letter).empty() || Holds(kMarks, letter); }

// What accent a letter of another alphabet has is not known here: it may be all that differs.
bool SameButForAccent(char32_t a, char32_t b) {
  return Plain(a) == Plain(b) || IsForeign(a) || IsForeign(b);
}

int Type::OriginY() const { return static_cast<int>(points * kPixelsPerPoint * 1.08F) + 5; }

int Type::Height() const {
  return OriginY() + static_cast<int>(points * kPixelsPerPoint * 0.32F) + 5;
}

StoredLetter LetterStore::Draw(const Type& type, char32_t letter) {
  StoredLetter out;
  LetterInk drawn;
  constexpr int kMaxSide = 400;
  if (!drawer_.Draw(type.face, type.points, letter, 0, 0, &drawn)) return out;
  if (drawn.width < 0 || drawn.height < 0 || drawn.width > kMaxSide || drawn.height > kMaxSide ||
      drawn.coverage.size() !=
          static_cast<std::size_t>(drawn.width) * static_cast<std::size_t>(drawn.height) ||
      !(drawn.advance > 0) || drawn.advance > kMaxSide || drawn.left < -kMaxSide ||
      drawn.left > kMaxSide || drawn.top < -kMaxSide || drawn.top > kMaxSide) {
    return out;
  }
  out.advance = drawn.advance;
  const int right = std::max(static_cast<int>(drawn.advance), drawn.left + drawn.width);
  out.ink = Plane<float>(kOriginX + right + kOriginX, type.Height());
  for (int y = 0; y < drawn.height; ++y) {
    const int to_y = y + drawn.top + type.OriginY();
    if (to_y < 0 || to_y >= out.ink.height()) continue;
    for (int x = 0; x < drawn.width; ++x) {
      const int to_x = x + drawn.left + kOriginX;
      const std::size_t at = static_cast<std::size_t>(y) * static_cast<std::size_t>(drawn.width) +
                             static_cast<std::size_t>(x);
      if (to_x >= 0 && to_x < out.ink.width())
        out.ink.At(to_x, to_y) = static_cast<float>(drawn.coverage[at]) * (1.0F / 255);
    }
  }
  return out;
}

const StoredLetter* LetterStore::Sharp(const Type& type, char32_t letter) {
  const Key key{type, letter};
  auto found = sharp_.find(key);
  if (found == sharp_.end()) found = sharp_.emplace(key, Draw(type, letter)).first;
  return found->second.ink.empty() ? nullptr : &found->second;
}

const StoredLetter* LetterStore::Captured(const Type& type, char32_t letter) {
  const Key key{type, letter};
  const auto found = captured_.find(key);
  if (found != captured_.end()) return &found->second;
  const StoredLetter* sharp = Sharp(type, letter);
  if (sharp == nullptr) return nullptr;
  return &captured_.emplace(key, StoredLetter{Blurred(sharp->ink, page_blur_), sharp->advance})
              .first->second;
}

float LetterStore::Kerning(const Type& type, char32_t left, char32_t right) const {
  const float kerning = drawer_.Kerning(type.face, type.points, left, right);
  const float most = type.points * kPixelsPerPoint;
  return kerning >= -most && kerning <= most ? kerning : 0;
}

}  // namespace sceau::capture
