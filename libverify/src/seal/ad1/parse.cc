// SPDX-License-Identifier: Apache-2.0
#include "seal/ad1/parse.h"

#include <algorithm>
#include <utility>

#include "base/status.h"
#include "codec/base45.h"
#include "codec/cbor.h"
#include "fmt/format.h"
#include "seal/ad1/dissect.h"
#include "seal/ad1/labels.h"
#include "seal/cose/sign1.h"
#include "seal/scanner_text.h"

namespace sceau::seal::ad1 {
namespace {

using codec::CborItem;

struct Header {
  StatedAlgorithm algorithm = StatedAlgorithm::kEs256;
  CertificateHash key;
};

absl::StatusOr<CborItem> DecodeHeader(ByteSpan bytes, int max_depth) {
  auto item = codec::DecodeCbor(bytes, max_depth);
  if (item.ok()) return item;
  // The text itself is whole: what is cut or too long is the header's own byte string.
  const Reason reason = ReasonOf(item.status());
  if (reason == Reason::kSealTruncated || reason == Reason::kSealTrailingBytes) {
    return Refuse(Reason::kSealMalformedCose, "protected header: " + DetailOf(item.status()));
  }
  return Refuse(reason, "protected header: " + DetailOf(item.status()));
}

absl::StatusOr<StatedAlgorithm> AlgorithmOf(const CborItem& item) {
  constexpr std::pair<std::int64_t, StatedAlgorithm> kAccepted[] = {
      {kEs256, StatedAlgorithm::kEs256},
      {kEs384, StatedAlgorithm::kEs384},
      {kEdDsa, StatedAlgorithm::kEdDsa},
  };
  if (item.type == CborItem::Type::kNegative) {
    for (const auto& [label, algorithm] : kAccepted) {
      if (item.argument == static_cast<std::uint64_t>(-(label + 1))) return algorithm;
    }
  }
  // RFC 9052 §3.1: a number or a name.
  if (item.type == CborItem::Type::kNegative || item.IsUnsigned() || item.IsText()) {
    return Refuse(Reason::kSealUnsupportedAlgorithm, "protected header");
  }
  return Refuse(Reason::kSealMalformedCose, "protected header: the algorithm is no label");
}

absl::StatusOr<Header> ReadHeader(ByteSpan bytes, int max_depth) {
  SCEAU_ASSIGN_OR_RETURN(const CborItem map, DecodeHeader(bytes, max_depth));
  const CborItem* algorithm = map.Find(kHeaderAlgorithm);
  const CborItem* key = map.Find(kHeaderKeyId);
  if (algorithm == nullptr || key == nullptr || map.children.size() != 4) {
    return Refuse(Reason::kSealMalformedCose, "the protected header is not {1: alg, 4: kid}");
  }
  Header header;
  SCEAU_ASSIGN_OR_RETURN(header.algorithm, AlgorithmOf(*algorithm));
  if (key->type != CborItem::Type::kBytes || key->string.size() != header.key.prefix.size()) {
    return Refuse(Reason::kSealMalformedCose, "protected header: the key id is not eight bytes");
  }
  std::ranges::copy(key->string, header.key.prefix.begin());
  return header;
}

}  // namespace

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
  SCEAU_ASSIGN_OR_RETURN(const Header header,
                         ReadHeader(parts.protected_header.bytes, limits.cbor_depth));
  ParsedSeal seal;
  seal.signed_bytes = cose::SigStructure(parts.protected_header.bytes, parts.payload.bytes);
  seal.signature = ToBytes(parts.signature.bytes);
  seal.key = header.key;
  seal.stated_algorithm = header.algorithm;
  seal.content = ToBytes(parts.payload.bytes);
  seal.annex_offset = seal.content.size();
  seal.layers = {DissectText(payload), DissectEnvelope(*envelope, parts),
                 DissectClaims(parts.payload.bytes)};
  return seal;
}

}  // namespace sceau::seal::ad1
