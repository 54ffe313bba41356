// SPDX-License-Identifier: Apache-2.0
// The control characters that hold a 2D-Doc together.
#ifndef SCEAU_SEAL_TWO_D_DOC_SEPARATORS_H_
#define SCEAU_SEAL_TWO_D_DOC_SEPARATORS_H_

namespace sceau::seal::two_d_doc {

inline constexpr char kGroup = '\x1D';   // GS: ends a value; starts the annex
inline constexpr char kRecord = '\x1E';  // RS: ends a value that the issuer cut
inline constexpr char kUnit = '\x1F';    // US: ends the signed part

inline bool IsControl(char c) { return (c >= '\0' && c < ' ') || c == '\x7F'; }

// The alphabet of identifiers.
inline bool IsDigitOrCapital(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); }

}  // namespace sceau::seal::two_d_doc

#endif  // SCEAU_SEAL_TWO_D_DOC_SEPARATORS_H_
