// SPDX-License-Identifier: Apache-2.0
// Joins glyphs to words as Poppler does, where that is certain.
//
// Poppler ends a word at a space, where a gap is wider than a tenth of the font's size or narrower
// than nothing, and where the base line or the size changes. Then it joins again those that nothing
// separates, and letters that stand alone on a line which is spaced out. Between what is surely one
// word and what are surely two lies what only Poppler can decide.
#ifndef SCEAU_DOCUMENT_PDF_TEXT_WORD_BUILDER_H_
#define SCEAU_DOCUMENT_PDF_TEXT_WORD_BUILDER_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/page.h"
#include "document/pdf/text/page_marks.h"

namespace sceau::document {

// Which way text runs on the page, in quarter turns clockwise.
enum class Turn { kNone, kQuarter, kHalf, kThreeQuarters };

struct PlacedGlyph {
  std::u32string_view characters;
  Turn turn = Turn::kNone;
  Point start;        // on the base line, in pixels of the page
  Point end;          // after its width
  double size = 0;    // of 1 em across the base line, in pixels
  double ascent = 0;  // of 1 em
  double descent = 0;
  const void* font = nullptr;  // which one
  bool hidden = false;         // drawn by nothing, or read off a scan
  Look look;
};

class WordBuilder {
 public:
  WordBuilder(double pixels_per_point, const Box& page)
      : pixels_per_point_(pixels_per_point), page_(page) {}

  void Add(const PlacedGlyph& glyph);

  struct Words {
    std::vector<Word> shown;  // line by line; or it is not sure that they are not
    std::vector<Word> hidden;
  };
  // Nothing when some word that may be shown is not certain.
  std::optional<Words> Finish(PageMarks& marks);

 private:
  // Measured along the text and across it, downwards as it is read.
  struct Place {
    double along = 0;
    double across = 0;
  };
  struct Piece {
    std::u32string text;
    Turn turn = Turn::kNone;
    double start = 0;
    double end = 0;
    double last_start = 0;  // of its last glyph
    double base = 0;
    double size = 0;
    double ascent = 0;
    double descent = 0;
    const void* font = nullptr;  // of its last glyph
    bool near = false;           // to the piece before
    bool doubtful = false;       // one with the piece before, or not
    bool hidden = false;
    Look look;
    Sight sight = Sight::kHidden;
  };
  static Place PlaceOf(Turn turn, Point at);
  static Box BoxOf(const Piece& piece, double ascent, double descent);
  static Word ToWord(const Piece& piece);
  Sight SightOf(const Piece& piece, PageMarks& marks) const;
  // kNear: another one, unless both have one letter.
  enum class Fit { kGoesOn, kAnother, kNear, kUnsure };
  Fit FitOf(const Piece& piece, const PlacedGlyph& glyph) const;
  static void SortByLines(std::vector<Piece>& pieces);
  bool AnyDoubtful() const;
  bool AnyTouch() const;

  double pixels_per_point_;
  Box page_;
  std::vector<Piece> pieces_;
  bool open_ = false;  // the last piece may go on
  bool unsure_ = false;
};

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_TEXT_WORD_BUILDER_H_
