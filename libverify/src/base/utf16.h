// SPDX-License-Identifier: Apache-2.0
// Decodes UTF-16 as text editors save it. Spec: RFC 2781.
#ifndef SCEAU_BASE_UTF16_H_
#define SCEAU_BASE_UTF16_H_

#include <optional>
#include <string>
#include <string_view>

namespace sceau {

// The text of a file in UTF-16 of either byte order, as UTF-8. A byte order mark is left out;
// without one, the text must begin in ASCII. Nothing for other bytes.
std::optional<std::string> DecodeUtf16File(std::string_view bytes);

}  // namespace sceau

#endif  // SCEAU_BASE_UTF16_H_
