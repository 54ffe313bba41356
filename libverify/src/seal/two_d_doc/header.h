// SPDX-License-Identifier: Apache-2.0
// The header of a 2D-Doc in text. Spec: docs/formats/2d-doc.md §2.
#ifndef SCEAU_SEAL_TWO_D_DOC_HEADER_H_
#define SCEAU_SEAL_TWO_D_DOC_HEADER_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "sceau/date.h"

namespace sceau::seal::two_d_doc {

struct Header {
  int version = 0;  // 1 to 4
  std::string authority;
  std::string certificate;
  std::optional<Date> issued_on;  // nothing for FFFF
  std::optional<Date> signed_on;
  std::string type;
  std::optional<std::string> perimeter;  // from version 03
  std::optional<std::string> country;    // from version 04

  std::size_t length() const { return version <= 2 ? 22 : version == 3 ? 24 : 26; }
  // Whether the identifiers and types of our tables are those of this document.
  bool UsesKnownTables() const { return !perimeter || *perimeter == "01"; }
};

// Refuses seal.unsupported-version, seal.truncated, seal.malformed-header.
absl::StatusOr<Header> ParseHeader(std::string_view text);

// Days since 2000-01-01 in four upper-case hexadecimal digits; nothing for other characters.
std::optional<Date> DateFromHexDays(std::string_view digits);

}  // namespace sceau::seal::two_d_doc

#endif  // SCEAU_SEAL_TWO_D_DOC_HEADER_H_
