// SPDX-License-Identifier: Apache-2.0
// A TrueType font: which glyph a code stands for, and the bytes that draw it.
// Spec: OpenType 1.9, cmap, glyf, head, hmtx, loca.
//
// Stricter than a viewer has to be: what two viewers could read in two ways is not read at all.
#ifndef SCEAU_DOCUMENT_PDF_TEXT_TRUE_TYPE_H_
#define SCEAU_DOCUMENT_PDF_TEXT_TRUE_TYPE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/bytes.h"

namespace sceau::document {

constexpr std::uint32_t TableTag(const char (&name)[5]) {
  std::uint32_t tag = 0;
  for (std::size_t i = 0; i < 4; ++i) tag = tag << 8 | static_cast<unsigned char>(name[i]);
  return tag;
}

class TrueType {
 public:
  // Nothing for a font with tables that say in another way what is drawn, such as pictures or
  // names of glyphs, or that are not in order. `file` must outlive it.
  static std::optional<TrueType> Open(ByteSpan file);

  // Empty when there is none.
  ByteSpan Table(std::uint32_t tag) const;
  ByteSpan file() const { return file_; }
  int units_per_em() const { return units_per_em_; }

  // The bytes that draw a glyph, none for a blank one; nothing when there is no such glyph.
  std::optional<ByteSpan> GlyphBytes(std::uint32_t glyph) const;
  // Where its outline begins. Nothing when there is no such glyph.
  std::optional<int> LeftBearing(std::uint32_t glyph) const;

  struct CodeMap {
    int platform = 0;
    int encoding = 0;
    ByteSpan bytes;
  };
  const std::vector<CodeMap>& maps() const { return maps_; }
  // 0 for a code without a glyph.
  static std::uint32_t GlyphIn(const CodeMap& map, std::uint32_t code);

 private:
  bool ReadTables();
  bool ReadMaps();

  struct Entry {
    std::uint32_t tag = 0;
    ByteSpan bytes;
  };
  ByteSpan file_;
  std::vector<Entry> tables_;
  std::vector<CodeMap> maps_;
  int units_per_em_ = 0;
  std::size_t glyphs_ = 0;
  std::size_t long_metrics_ = 0;  // of hmtx; the other glyphs have a bearing alone
  bool long_offsets_ = false;     // of loca
};

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_TEXT_TRUE_TYPE_H_
