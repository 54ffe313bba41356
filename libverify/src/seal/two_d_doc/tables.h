// SPDX-License-Identifier: Apache-2.0
// The data identifiers and document types of 2D-Doc 3.3.8, perimeter 01.
#ifndef SCEAU_SEAL_TWO_D_DOC_TABLES_H_
#define SCEAU_SEAL_TWO_D_DOC_TABLES_H_

#include <cstddef>
#include <span>
#include <string_view>

namespace sceau::seal::two_d_doc {

// How a value is written; a text is anything that needs no conversion to be read.
enum class Shape {
  kText,
  kHexDate,      // days since 2000-01-01, four hexadecimal digits
  kDate,         // DDMMYYYY
  kDateTime,     // DDMMYYYYHHMM
  kTimeHms,      // HHMMSS
  kTimeHm,       // HHMM
  kNumber,       // padded with zeros on the left
  kDecimal,      // likewise, with a comma and perhaps a minus sign
  kHexNumber,    // hexadecimal
  kBase36Digit,  // one of 0-9 A-Z
  kBase32Text,   // Base32 of UTF-8
  kEori,         // a text; of full length (two letters, fifteen digits) it needs no separator
};

struct Identifier {
  std::string_view id;
  std::string_view label_french;
  std::size_t fixed_length;     // 0: its length varies
  std::size_t greatest_length;  // here the value ends without a separator; 0: there is none
  Shape shape;
};

struct DocumentType {
  std::string_view id;
  std::string_view french;
  std::string_view english;
};

std::span<const Identifier> Identifiers();      // sorted by id
std::span<const DocumentType> DocumentTypes();  // sorted by id

// Null when the table has none.
const Identifier* FindIdentifier(std::string_view id);
const DocumentType* FindDocumentType(std::string_view id);

}  // namespace sceau::seal::two_d_doc

#endif  // SCEAU_SEAL_TWO_D_DOC_TABLES_H_
