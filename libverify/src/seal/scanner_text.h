// SPDX-License-Identifier: Apache-2.0
// What handheld scanners do to a text on its way.
#ifndef SCEAU_SEAL_SCANNER_TEXT_H_
#define SCEAU_SEAL_SCANNER_TEXT_H_

#include <string_view>

namespace sceau::seal {

// Scanners and text files end a text with CR, LF or both. Neither can end a seal's own text.
inline std::string_view WithoutLineEnd(std::string_view text) {
  const std::size_t last = text.find_last_not_of("\r\n");
  return last == text.npos ? std::string_view{} : text.substr(0, last + 1);
}

}  // namespace sceau::seal

#endif  // SCEAU_SEAL_SCANNER_TEXT_H_
