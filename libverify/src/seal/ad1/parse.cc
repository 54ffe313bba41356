// SPDX-License-Identifier: Apache-2.0
#include "seal/ad1/parse.h"

#include "base/status.h"
#include "codec/base45.h"
#include "fmt/format.h"
#include "seal/ad1/dissect.h"
#include "seal/ad1/labels.h"
#include "seal/cose/key_header.h"
#include "seal/cose/sign1.h"
#include "seal/scanner_text.h"

namespace sceau::seal::ad1 {
bool Detect(ByteSpan payload) { return AsText(payload).starts_with(kPrefix); }

absl::StatusOr<ParsedSeal> Parse(ByteSpan payload, const Limits& limits) {
  if (!Detect(payload)) return Refuse(Reason::kSealMalformedHeader, "no prefix");
  if (payload.size() > limits.payload_bytes) {
    return Refuse(Reason::kSealTooLong, fmt::format("{} bytes", payload.size()));
  }
  const std::string_view base45 = WithoutLineEnd(AsText(payload)).substr(kPrefix.size());
  const auto envelope = codec::DecodeBase45(base45);
  if (!envelope) return Refuse(Reason::kSealMalformedText, "base45");
  SCEAU_ASSIGN_OR_RETURN(const cose::Sign1 parts, cose::SplitSign1(*envelope, limits.cbor_depth));
  SCEAU_ASSIGN_OR_RETURN(const cose::KeyHeader header,
                         cose::DecodeKeyHeader(parts.protected_header.bytes, limits.cbor_depth));
  ParsedSeal seal;
  seal.signed_bytes = cose::SigStructure(parts.protected_header.bytes, parts.payload.bytes);
  seal.signature = ToBytes(parts.signature.bytes);
  seal.key = ToKeyId(header.key);
  seal.stated_algorithm = header.algorithm;
  seal.content = ToBytes(parts.payload.bytes);
  seal.annex_offset = seal.content.size();
  seal.layers = {DissectText(payload), DissectEnvelope(*envelope, parts),
                 DissectClaims(parts.payload.bytes)};
  return seal;
}

bool MayBeWhole(std::string_view text) {
  return text.size() > kPrefix.size() && codec::MayBeBase45(text.substr(kPrefix.size()));
}

}  // namespace sceau::seal::ad1
