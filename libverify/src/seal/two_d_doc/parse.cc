// SPDX-License-Identifier: Apache-2.0
#include "seal/two_d_doc/parse.h"

#include <algorithm>

#include "base/status.h"
#include "fmt/format.h"
#include "seal/two_d_doc/dissect.h"
#include "seal/two_d_doc/key_names.h"
#include "seal/two_d_doc/separators.h"
#include "seal/two_d_doc/split.h"

namespace sceau::seal::two_d_doc {

bool Detect(ByteSpan payload) {
  constexpr std::size_t kLeast = 8;  // marker, version, authority
  constexpr std::size_t kMost = 12;  // and certificate
  const std::string_view text = AsText(payload);
  return text.size() >= kLeast && text.starts_with("DC") && text[2] >= '0' && text[2] <= '9' &&
         text[3] >= '0' && text[3] <= '9' &&
         std::ranges::all_of(text.substr(4, kMost - 4), IsDigitOrCapital);
}

absl::StatusOr<ParsedSeal> Parse(ByteSpan payload, const Limits& limits) {
  if (payload.size() > limits.payload_bytes) {
    return Refuse(Reason::kSealTooLong, fmt::format("{} bytes", payload.size()));
  }
  SCEAU_ASSIGN_OR_RETURN(SplitText parts, Split(AsText(payload)));
  ParsedSeal seal;
  seal.layers = {DissectText(payload, parts), DissectSignature(parts.signature)};
  seal.signed_bytes = ToBytes(AsBytes(parts.signed_text));
  seal.signature = std::move(parts.signature);
  seal.key = KeyIdOf(parts.header.authority, parts.header.certificate);
  seal.content = seal.signed_bytes;
  seal.annex_offset = seal.content.size();
  seal.content.insert(seal.content.end(), parts.annex.begin(), parts.annex.end());
  return seal;
}

}  // namespace sceau::seal::two_d_doc
