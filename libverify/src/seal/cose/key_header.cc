// SPDX-License-Identifier: Apache-2.0
#include "seal/cose/key_header.h"

#include <algorithm>
#include <utility>

#include "base/status.h"
#include "codec/cbor.h"

namespace sceau::seal::cose {
namespace {

using codec::CborItem;

std::int64_t LabelOf(StatedAlgorithm algorithm) {
  switch (algorithm) {
    case StatedAlgorithm::kEs256:
      return kEs256;
    case StatedAlgorithm::kEs384:
      return kEs384;
    case StatedAlgorithm::kEdDsa:
      return kEdDsa;
    case StatedAlgorithm::kPs256:
      return kPs256;
  }
  return kEs256;
}

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
  for (const auto& [label, algorithm] : kAccepted) {
    if (item.IsInteger(label)) return algorithm;
  }
  // RFC 9052 §3.1: a number or a name.
  if (item.type == CborItem::Type::kNegative || item.IsUnsigned() || item.IsText()) {
    return Refuse(Reason::kSealUnsupportedAlgorithm, "protected header");
  }
  return Refuse(Reason::kSealMalformedCose, "protected header: the algorithm is not a label");
}

}  // namespace

Bytes EncodeKeyHeader(const KeyHeader& header) {
  return codec::CborWriter()
      .Map(2)
      .Integer(kHeaderAlgorithm)
      .Integer(LabelOf(header.algorithm))
      .Integer(kHeaderKeyId)
      .ByteString(header.key.prefix)
      .Take();
}

absl::StatusOr<KeyHeader> DecodeKeyHeader(ByteSpan bytes, int max_depth) {
  SCEAU_ASSIGN_OR_RETURN(const CborItem map, DecodeHeader(bytes, max_depth));
  const CborItem* algorithm = map.Find(kHeaderAlgorithm);
  const CborItem* key = map.Find(kHeaderKeyId);
  if (algorithm == nullptr || key == nullptr || map.children.size() != 4) {
    return Refuse(Reason::kSealMalformedCose, "the protected header is not {1: alg, 4: kid}");
  }
  KeyHeader header;
  SCEAU_ASSIGN_OR_RETURN(header.algorithm, AlgorithmOf(*algorithm));
  if (key->type != CborItem::Type::kBytes || key->string.size() != header.key.prefix.size()) {
    return Refuse(Reason::kSealMalformedCose, "protected header: the key id is not eight bytes");
  }
  std::ranges::copy(key->string, header.key.prefix.begin());
  return header;
}

}  // namespace sceau::seal::cose
