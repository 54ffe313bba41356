// SPDX-License-Identifier: Apache-2.0
// The fields of a 2D-Doc: identifier and value, one after another. Spec: docs/formats/2d-doc.md §3.
#ifndef SCEAU_SEAL_TWO_D_DOC_FIELDS_H_
#define SCEAU_SEAL_TWO_D_DOC_FIELDS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "sceau/report.h"
#include "seal/two_d_doc/tables.h"

namespace sceau::seal::two_d_doc {

// Views into the data, which must outlive it.
struct Field {
  std::string_view id;
  std::string_view value;
  std::size_t offset = 0;  // of the identifier, in the data
  std::size_t length = 0;  // identifier, value and separator
  bool truncated = false;
  const Identifier* known = nullptr;  // null when no table has the identifier
};

// Refuses seal.malformed-field; `fields` then holds those before the bad one. Offsets in the
// refusal count from `data`. `use_tables` false: every identifier is unknown.
absl::Status SplitFields(std::string_view data, bool use_tables, std::vector<Field>& fields);

// The value as a person reads it: dates as ISO, numbers without padding, Base32 decoded; the value
// itself when it does not have its shape. Unsafe characters are escaped.
std::string ShowValue(const Field& field);

ClaimField ToClaim(const Field& field);

}  // namespace sceau::seal::two_d_doc

#endif  // SCEAU_SEAL_TWO_D_DOC_FIELDS_H_
