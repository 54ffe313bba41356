// SPDX-License-Identifier: Apache-2.0
// The map from a font's codes to characters. Spec: ISO 32000-2, 9.10.3.
#ifndef SCEAU_DOCUMENT_PDF_TEXT_TO_UNICODE_H_
#define SCEAU_DOCUMENT_PDF_TEXT_TO_UNICODE_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "base/bytes.h"

namespace sceau::document {

class ToUnicode {
 public:
  // `code_bytes` of each code: 1 or 2. Nothing for a map without a plain meaning: codes of another
  // length, a map on top of another one, what is not UTF-16.
  static std::optional<ToUnicode> Parse(ByteSpan cmap, std::size_t code_bytes);

  // Nothing for a code that has no characters.
  std::optional<std::u32string> Find(std::uint32_t code) const;
  std::size_t size() const;  // codes

 private:
  friend class MapReader;
  // By its first code. Some programs name every code, by a range or by some hundred.
  struct Range {
    std::uint32_t last = 0;
    std::u32string text;  // of the first; the last character of the others counts on
  };
  void Put(std::uint32_t first, Range range);

  std::map<std::uint32_t, Range> ranges_;  // none overlaps another
};

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_TEXT_TO_UNICODE_H_
