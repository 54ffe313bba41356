// SPDX-License-Identifier: Apache-2.0
// Classes of characters as the formats define them, whatever the locale.
#ifndef SCEAU_BASE_ASCII_H_
#define SCEAU_BASE_ASCII_H_

namespace sceau {

constexpr bool IsDigit(char c) { return c >= '0' && c <= '9'; }

}  // namespace sceau

#endif  // SCEAU_BASE_ASCII_H_
