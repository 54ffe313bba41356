// SPDX-License-Identifier: Apache-2.0
// Letters as the page prints them and as a capture shows them, drawn once each.
#ifndef SCEAU_CAPTURE_LETTER_STORE_H_
#define SCEAU_CAPTURE_LETTER_STORE_H_

#include <map>
#include <string_view>
#include <tuple>

#include "capture/blur.h"
#include "capture/expected_page.h"
#include "capture/plane.h"

namespace sceau::capture {

// Which other letters could stand in the place of one: of its own kind (digit, capital, small
// letter), with the accents of French; of a letter of another alphabet, all letters of French.
// Empty for what is neither, such as punctuation.
std::u32string_view OthersOfItsKind(char32_t letter);
// What a value could go on with after this letter.
std::u32string_view WhatMayFollow(char32_t letter);
// What of the other letters of a word is tested: not punctuation.
bool IsTested(char32_t letter);
constexpr bool IsDigit(char32_t letter) { return letter >= U'0' && letter <= U'9'; }
// The same letter with another accent, or with none.
bool SameButForAccent(char32_t a, char32_t b);

// A type: all its letters stand in cells of one height, their origin at (kOriginX, OriginY()).
struct Type {
  int face = kNoFace;
  float points = 0;

  int OriginY() const;
  int Height() const;
  auto operator<=>(const Type&) const = default;
};
inline constexpr int kOriginX = 8;

struct StoredLetter {
  Plane<float> ink;  // 0 .. 1, of any width
  float advance = 0;
};

class LetterStore {
 public:
  // `page_blur` is what all letters are seen through when candidates are chosen. `drawer` must
  // outlive it.
  LetterStore(LetterDrawer& drawer, const BlurWeights& page_blur)
      : drawer_(drawer), page_blur_(page_blur) {}

  // Null when the face has no such letter. The pointers stay good.
  const StoredLetter* Sharp(const Type& type, char32_t letter);
  const StoredLetter* Captured(const Type& type, char32_t letter);
  // Page pixels that are added to the advance of `left` where `right` follows.
  float Kerning(const Type& type, char32_t left, char32_t right) const;

 private:
  using Key = std::tuple<Type, char32_t>;

  StoredLetter Draw(const Type& type, char32_t letter);

  LetterDrawer& drawer_;
  BlurWeights page_blur_;
  std::map<Key, StoredLetter> sharp_;
  std::map<Key, StoredLetter> captured_;
};

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_LETTER_STORE_H_
