// SPDX-License-Identifier: Apache-2.0
// 2D-Doc texts for the tests of this room; their signature is made up.
#ifndef SCEAU_SEAL_TWO_D_DOC_TEXT_TESTING_H_
#define SCEAU_SEAL_TWO_D_DOC_TEXT_TESTING_H_

#include <string>

#include "codec/base32.h"
#include "seal/two_d_doc/parse.h"

// Macros, so that they join string literals.
#define GS "\x1D"
#define RS "\x1E"
#define US "\x1F"

namespace sceau::seal::two_d_doc {

inline const Bytes kSignature(64, 0xA5);
inline const std::string kData = "10MME/FICTION/ZOE" GS
                                 "2499999"
                                 "26FR";

inline std::string HeaderOf(int version) {
  const std::string header = "DC0" + std::to_string(version) +
                             "FR99000126452646"
                             "01";
  return header + (version >= 3 ? "01" : "") + (version >= 4 ? "FR" : "");
}
// Of version 01.
inline std::string SealedByBytes(const std::string& signed_text) {
  return signed_text + std::string(AsText(kSignature));
}
inline std::string Sealed(const std::string& signed_text) {
  return signed_text + US + codec::EncodeBase32(kSignature);
}
inline std::string Good(int version = 4) { return Sealed(HeaderOf(version) + kData); }

inline absl::StatusOr<ParsedSeal> ParseText(std::string_view text) {
  return Parse(AsBytes(text), Limits{});
}

}  // namespace sceau::seal::two_d_doc

#endif  // SCEAU_SEAL_TWO_D_DOC_TEXT_TESTING_H_
