// SPDX-License-Identifier: Apache-2.0
// The map from a font's codes to characters. Spec: ISO 32000-2, 9.10.3.
#ifndef SCEAU_DOCUMENT_PDF_TO_UNICODE_H_
#define SCEAU_DOCUMENT_PDF_TO_UNICODE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/bytes.h"

namespace sceau::document {

class ToUnicode {
 public:
  // `code_bytes` of each code: 1 or 2. Nothing for a map without a plain meaning: codes of another
  // length, a map on top of another one, what is no UTF-16.
  static std::optional<ToUnicode> Parse(ByteSpan cmap, std::size_t code_bytes);

  // Null when there is none.
  const std::u32string* Find(std::uint32_t code) const {
    const auto found = characters_.find(code);
    return found == characters_.end() ? nullptr : &found->second;
  }
  std::size_t size() const { return characters_.size(); }

 private:
  std::unordered_map<std::uint32_t, std::u32string> characters_;
};

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_TO_UNICODE_H_
