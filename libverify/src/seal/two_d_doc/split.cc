// SPDX-License-Identifier: Apache-2.0
#include "seal/two_d_doc/split.h"

#include <algorithm>
#include <utility>

#include "base/status.h"
#include "codec/base32.h"
#include "fmt/format.h"
#include "seal/scanner_text.h"
#include "seal/two_d_doc/separators.h"

namespace sceau::seal::two_d_doc {
namespace {

// Base32 of a P-256 signature, the shortest that is in use.
constexpr std::size_t kSignatureCharacters = 103;

bool IsBase32(char c) { return (c >= 'A' && c <= 'Z') || (c >= '2' && c <= '7'); }

// A text without US was cut, or went through a reader that drops or spells out control characters.
// Only the second still ends in a signature.
bool SeparatorsWereLost(std::string_view text, std::size_t header_length) {
  for (const std::string_view spelled : {"<US>", "<GS>", "\u241F", "\u241D"}) {
    if (text.find(spelled) != text.npos) return true;
  }
  if (text.size() < header_length + kSignatureCharacters) return false;
  return std::ranges::all_of(text.substr(text.size() - kSignatureCharacters), IsBase32);
}

// Version 01 has no US and no Base32: the last bytes are the signature itself. A text that ends in
// Base32, which no signature does by chance, is of a form that nothing published describes.
absl::StatusOr<SplitText> SplitBytes(std::string_view payload, SplitText parts) {
  constexpr std::size_t kSignatureBytes = 64;  // of P-256
  if (payload.size() < parts.header.length() + kSignatureBytes)
    return Refuse(Reason::kSealTruncated, "signature");
  const std::size_t at = payload.size() - kSignatureBytes;
  parts.signed_text = payload.substr(0, at);
  parts.signature_text = payload.substr(at);
  if (std::ranges::all_of(parts.signature_text, IsBase32))
    return Refuse(Reason::kSealUnsupportedVersion, "version 01 with a signature in base32");
  parts.signature = ToBytes(AsBytes(parts.signature_text));
  return parts;
}

}  // namespace

absl::StatusOr<SplitText> Split(std::string_view payload) {
  SplitText parts;
  const std::string_view text = WithoutLineEnd(payload);
  SCEAU_ASSIGN_OR_RETURN(parts.header, ParseHeader(text));
  if (!parts.HasUnit()) return SplitBytes(payload, std::move(parts));
  const std::size_t unit = text.find(kUnit);
  if (unit == text.npos) {
    if (SeparatorsWereLost(text, parts.header.length())) {
      return Refuse(Reason::kSealSeparatorsLost, "no us character");
    }
    return Refuse(Reason::kSealTruncated, "no us character");
  }
  parts.signed_text = text.substr(0, unit);
  const std::string_view rest = text.substr(unit + 1);
  const std::size_t group = std::min(rest.find(kGroup), rest.size());
  parts.signature_text = rest.substr(0, group);
  if (parts.signature_text.empty()) return Refuse(Reason::kSealTruncated, "no signature");
  auto signature = codec::DecodeBase32(parts.signature_text);
  if (!signature) {
    return Refuse(Reason::kSealMalformedText,
                  fmt::format("signature in base32 at offset {}", parts.signature_offset()));
  }
  parts.signature = *std::move(signature);
  if (group == rest.size()) return parts;
  if (parts.header.version < 4) {  // the annex came with version 04
    return Refuse(Reason::kSealTrailingBytes, fmt::format("at offset {}", unit + 1 + group));
  }
  parts.annex = rest.substr(group + 1);
  return parts;
}

}  // namespace sceau::seal::two_d_doc
