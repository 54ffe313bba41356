// SPDX-License-Identifier: Apache-2.0
// Sets a text in lines: plain, one paragraph, flush left, wrapped at a width. Kerned, without
// ligatures, so that what is copied is what was written; Open Sans has digits of one width.
#ifndef SCEAU_LAYOUT_SET_TEXT_H_
#define SCEAU_LAYOUT_SET_TEXT_H_

#include <optional>
#include <string>
#include <vector>

#include "layout/fonts.h"
#include "layout/page_drawing.h"
#include "layout/page_style.h"
#include "sceau/claims.h"

namespace sceau::layout {

// A part of a text that prints one fact, or that every page has.
struct Piece {
  std::string text;  // UTF-8
  std::optional<FactKey> fact{};
};
using Phrase = std::vector<Piece>;

struct SetLines {
  std::vector<std::vector<Letter>> lines;  // never none; x from the left edge of the block
};

double LineHeight(double points);
double Ascent(double points);

// Nothing when the face lacks a letter of the phrase, or it is not UTF-8.
std::optional<SetLines> SetText(const Fonts& fonts, const Phrase& phrase, const TextStyle& style,
                                double width);

// The face has all letters of the text, in both weights.
bool HasLettersOf(const Fonts& fonts, std::string_view text);

}  // namespace sceau::layout

#endif  // SCEAU_LAYOUT_SET_TEXT_H_
