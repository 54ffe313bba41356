// SPDX-License-Identifier: Apache-2.0
#include "seal/vds/parse.h"

#include "base/status.h"
#include "fmt/format.h"
#include "seal/vds/dissect.h"
#include "seal/vds/features.h"
#include "seal/vds/header.h"
#include "seal/vds/key_names.h"

namespace sceau::seal::vds {

bool Detect(ByteSpan payload) {
  const std::string_view text = AsText(payload);
  return text.starts_with("\xDC\x02") || text.starts_with("\xDC\x03");
}

absl::StatusOr<ParsedSeal> Parse(ByteSpan payload, const Limits& limits) {
  if (payload.size() > limits.payload_bytes)
    return Refuse(Reason::kSealTooLong, fmt::format("{} bytes", payload.size()));
  SCEAU_ASSIGN_OR_RETURN(const Header header, ParseHeader(payload));
  SCEAU_ASSIGN_OR_RETURN(const std::vector<Feature> features,
                         SplitFeatures(payload, header.length));
  const std::size_t end =
      features.empty() ? header.length : features.back().offset + features.back().length;
  SCEAU_ASSIGN_OR_RETURN(const Feature signature, SplitSignature(payload, end));
  ParsedSeal seal;
  seal.signed_bytes = ToBytes(payload.first(end));
  seal.signature = ToBytes(signature.value);
  seal.key = KeyIdOf(header);
  seal.content = seal.signed_bytes;
  seal.annex_offset = seal.content.size();
  seal.layers = {DissectSeal(payload, header, features, signature)};
  return seal;
}

}  // namespace sceau::seal::vds
