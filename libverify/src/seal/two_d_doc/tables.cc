// SPDX-License-Identifier: Apache-2.0
#include "seal/two_d_doc/tables.h"

#include <algorithm>

namespace sceau::seal::two_d_doc {
namespace {

using enum Shape;

constexpr std::size_t kNoMaximum = 0;

// Equal lengths, and not both "none".
consteval std::size_t FixedLength(std::size_t least, std::size_t greatest) {
  return least == greatest ? greatest : 0;
}

constexpr Identifier kIdentifiers[] = {
#define SCEAU_2D_DOC_IDENTIFIER(id, label, least, greatest, shape) \
  {id, label, FixedLength(least, greatest), greatest, shape},
#include "seal/two_d_doc/identifiers.inc"
#undef SCEAU_2D_DOC_IDENTIFIER
};

constexpr DocumentType kDocumentTypes[] = {
#define SCEAU_2D_DOC_TYPE(id, french, english) {id, french, english},
#include "seal/two_d_doc/document_types.inc"
#undef SCEAU_2D_DOC_TYPE
};

static_assert(std::ranges::is_sorted(kIdentifiers, std::ranges::less_equal{}, &Identifier::id));
static_assert(std::ranges::is_sorted(kDocumentTypes, std::ranges::less_equal{}, &DocumentType::id));

template <typename Row>
const Row* Find(std::span<const Row> table, std::string_view id) {
  const auto row = std::ranges::lower_bound(table, id, {}, &Row::id);
  return row != table.end() && row->id == id ? &*row : nullptr;
}

}  // namespace

std::span<const Identifier> Identifiers() { return kIdentifiers; }
std::span<const DocumentType> DocumentTypes() { return kDocumentTypes; }

const Identifier* FindIdentifier(std::string_view id) { return Find(Identifiers(), id); }
const DocumentType* FindDocumentType(std::string_view id) { return Find(DocumentTypes(), id); }

}  // namespace sceau::seal::two_d_doc
