// SPDX-License-Identifier: Apache-2.0
#include "trust/status_list/status_list.h"

#include <algorithm>
#include <string>

#include "base/status.h"
#include "codec/cbor.h"
#include "seal/cose/sign1.h"
#include "trust/status_list/status_list_claims.h"
#include "trust/status_list/status_list_labels.h"

namespace sceau::trust {
namespace {

using codec::CborItem;

// A map (the unprotected header) in an array in a tag; the protected header is one map.
constexpr int kEnvelopeDepth = 3;
constexpr int kStatusHeaderDepth = 1;

absl::Status Malformed(const std::string& detail) {
  return Refuse(Reason::kTrustStatusListMalformed, detail);
}

absl::Status NotSigned(const std::string& detail) {
  return Refuse(Reason::kTrustStatusListSignature, detail);
}

std::optional<crypto::Algorithm> AlgorithmOf(const CborItem& item) {
  for (const crypto::Algorithm algorithm :
       {crypto::Algorithm::kEs256, crypto::Algorithm::kEs384, crypto::Algorithm::kEdDsa}) {
    if (item.IsInteger(LabelOf(algorithm))) return algorithm;
  }
  return std::nullopt;
}

absl::Status ReadHeader(ByteSpan bytes, ParsedStatusList& list) {
  const auto map = codec::DecodeCbor(bytes, kStatusHeaderDepth);
  if (!map.ok()) return Malformed("protected header: " + DetailOf(map.status()));
  const CborItem* algorithm = map->Find(kHeaderAlgorithm);
  const CborItem* key = map->Find(kHeaderKeyId);
  const CborItem* type = map->Find(kHeaderType);
  if (algorithm == nullptr || key == nullptr || type == nullptr || map->children.size() != 6) {
    return Malformed("the protected header is not {1: alg, 4: kid, 16: typ}");
  }
  const auto accepted = AlgorithmOf(*algorithm);
  if (!accepted) return Malformed("protected header: an algorithm that is not taken");
  list.stated_algorithm = *accepted;
  if (key->type != CborItem::Type::kBytes || key->string.size() != list.key.prefix.size()) {
    return Malformed("protected header: the key id is not eight bytes");
  }
  std::ranges::copy(key->string, list.key.prefix.begin());
  if (!type->IsText() || type->text() != kStatusListType) {
    return Malformed("protected header: the type is not that of a status list");
  }
  return absl::OkStatus();
}

absl::Status CheckSignature(const ParsedStatusList& parsed, const crypto::Certificate& issuer) {
  if (!std::equal(parsed.key.prefix.begin(), parsed.key.prefix.end(), issuer.sha256().begin())) {
    return NotSigned("the key id is not that of the certificate");
  }
  if (!issuer.may_sign_documents() || !issuer.public_key()) {
    return NotSigned("the certificate may not sign status lists");
  }
  if (parsed.stated_algorithm != issuer.public_key()->algorithm()) {
    return NotSigned("the algorithm is not that of the certificate's key");
  }
  SCEAU_ASSIGN_OR_RETURN(const crypto::SignatureCheck check,
                         issuer.public_key()->Verify(parsed.signed_bytes, parsed.signature));
  switch (check) {
    case crypto::SignatureCheck::kVerified:
      return absl::OkStatus();
    case crypto::SignatureCheck::kWrongLength:
      return NotSigned("the signature's length");
    case crypto::SignatureCheck::kOutOfRange:
      return NotSigned("a number of the signature is out of range");
    case crypto::SignatureCheck::kMismatch:
      return NotSigned("the signature does not hold");
  }
  return Refuse(Reason::kInternal, "signature check");
}

}  // namespace

absl::StatusOr<ParsedStatusList> ParseStatusList(ByteSpan cwt, const Limits& limits) {
  if (cwt.size() > limits.status_list_bytes) {
    return Refuse(Reason::kTrustStatusListTooLarge, "signed list");
  }
  const auto parts = seal::cose::SplitSign1(cwt, kEnvelopeDepth);
  if (!parts.ok()) return Malformed("envelope: " + DetailOf(parts.status()));
  ParsedStatusList list;
  SCEAU_RETURN_IF_ERROR(ReadHeader(parts->protected_header.bytes, list));
  list.signed_bytes = seal::cose::SigStructure(parts->protected_header.bytes, parts->payload.bytes);
  list.signature = ToBytes(parts->signature.bytes);
  list.payload = ToBytes(parts->payload.bytes);
  return list;
}

absl::StatusOr<VerifiedStatusList> VerifiedStatusList::Verify(const ParsedStatusList& parsed,
                                                              const crypto::Certificate& issuer,
                                                              const Limits& limits) {
  SCEAU_RETURN_IF_ERROR(CheckSignature(parsed, issuer));
  SCEAU_ASSIGN_OR_RETURN(StatusListClaims claims,
                         DecodeStatusListClaims(parsed.payload, parsed.key, limits));
  if (claims.header.issued < issuer.not_before() || issuer.not_after() < claims.header.issued) {
    return NotSigned("the certificate was not valid when the list was issued");
  }
  return VerifiedStatusList(claims.header, std::move(claims.packed), std::move(claims.details));
}

}  // namespace sceau::trust
