// SPDX-License-Identifier: Apache-2.0
// How far the glyphs of a font advance, and whether its text can be anything but text.
// Spec: ISO 32000-2, 9.6 and 9.7.
#ifndef SCEAU_DOCUMENT_PDF_PARTS_FONT_METRICS_H_
#define SCEAU_DOCUMENT_PDF_PARTS_FONT_METRICS_H_

#include <cstddef>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "document/pdf/content/content_state.h"
#include "document/pdf/qpdf.h"

namespace sceau::document {

class FontMetrics {
 public:
  explicit FontMetrics(QPDFObjectHandle font);

  // False for a font whose glyphs are drawings (Type 3), that is named like a font of bar codes, or
  // whose character codes or widths are not read here.
  bool ordinary() const { return ordinary_; }

  // False for a font of which it is not known how large its glyphs are, nor where the next one
  // stands: each of them may paint anywhere.
  bool bounded() const { return bounded_; }
  // Whether its glyphs are in the file, where they may be of any size.
  bool embedded() const { return embedded_; }
  // Of a font that is not in the file and brings no widths.
  bool guesses_widths() const { return guesses_widths_; }

  // Whether it is said what its codes stand for. What a font says may not be what it draws, so this
  // decides only how much else it takes to look at a drawing of the page.
  bool says_letters() const { return says_letters_; }
  // How many of the glyphs are blocks, squares or dots, by what the font says of them; all of a
  // font that is named like one of symbols.
  int BlocksIn(std::string_view bytes) const;

  // In text space, before Tz. Rather too wide for a font that does not say.
  double AdvanceOf(std::string_view bytes, const TextState& text) const {
    return PlacesOf(bytes, text).end;
  }
  // Where glyphs begin, in the same space, and where the next run does.
  struct Places {
    double first = 0;  // the farthest to the left, where it reads from the left
    double last = 0;
    double end = 0;
  };
  Places PlacesOf(std::string_view bytes, const TextState& text) const;

 private:
  void ReadSimple(QPDFObjectHandle font);
  void ReadComposite(QPDFObjectHandle font);
  void ReadCidWidths(QPDFObjectHandle widths);
  bool SetCid(std::size_t cid, QPDFObjectHandle width);

  void ReadMeanings(QPDFObjectHandle font);
  void ReadNames(QPDFObjectHandle differences);
  void ReadMap(ByteSpan map);
  void AddMeaning(std::size_t first, std::size_t last, std::string_view utf16);
  std::size_t CodeAt(std::string_view bytes, std::size_t at) const;

  bool ordinary_ = true;
  bool bounded_ = true;
  bool guesses_widths_ = false;
  bool embedded_ = false;
  bool says_letters_ = true;
  bool is_of_marks_ = false;
  std::size_t code_bytes_ = 1;
  std::set<std::size_t> blocks_;  // codes
  double default_width_ = 0;      // thousandths
  std::vector<double> simple_;    // from first_ on
  std::size_t first_ = 0;
  std::map<std::size_t, double> cids_;
  std::size_t set_ = 0;  // entries of cids_, those set again counted too
};

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_PARTS_FONT_METRICS_H_
