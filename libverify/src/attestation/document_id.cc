// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "codec/base32.h"
#include "sceau/attestation.h"

namespace sceau {

std::string FormatDocumentId(const DocumentId& id) { return codec::EncodeBase32(id); }

std::optional<DocumentId> ParseDocumentId(std::string_view text) {
  std::string compact;
  for (const char c : text) {
    if (c == ' ' || c == '-') continue;
    compact += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  const auto bytes = codec::DecodeBase32(compact);
  DocumentId id{};
  if (!bytes || bytes->size() != id.size()) return std::nullopt;
  std::ranges::copy(*bytes, id.begin());
  return id;
}

}  // namespace sceau
