// SPDX-License-Identifier: Apache-2.0
// Character encodings between what was signed and what arrived. Spec: RFC 3629 (UTF-8), ISO/IEC
// 8859-1, and the code pages windows-1252, 850, 437 and Mac OS Roman of their makers.
#ifndef SCEAU_SEAL_SCANNER_ENCODINGS_H_
#define SCEAU_SEAL_SCANNER_ENCODINGS_H_

#include <string>
#include <string_view>
#include <vector>

namespace sceau::seal {

// The texts that the bytes may be, each once: UTF-8 where they are, and what a program that took
// one encoding for another made of it; in bytes that are not UTF-8, each code page. ASCII is one
// text.
std::vector<std::u32string> DecodeText(std::string_view bytes);

// The ways to write it, UTF-8 first, each once.
std::vector<std::string> EncodeText(std::u32string_view text);

// Every way to write each text that the bytes may be, but the bytes themselves.
std::vector<std::string> OtherEncodings(std::string_view bytes);

}  // namespace sceau::seal

#endif  // SCEAU_SEAL_SCANNER_ENCODINGS_H_
