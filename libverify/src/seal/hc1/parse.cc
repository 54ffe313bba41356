// SPDX-License-Identifier: Apache-2.0
#include "seal/hc1/parse.h"

#include <utility>

#include "base/status.h"
#include "codec/base45.h"
#include "codec/zlib.h"
#include "fmt/format.h"
#include "seal/cose/sign1.h"
#include "seal/hc1/dissect.h"
#include "seal/hc1/envelope.h"

namespace sceau::seal::hc1 {
namespace {

constexpr std::string_view kPrefix = "HC1:";

// Base45 never ends with a space, which its last group could not hold: one at the end was added.
std::string_view WithoutEnd(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \r\n");
  return last == text.npos ? std::string_view{} : text.substr(0, last + 1);
}

// RFC 1950 §2.2: deflate, a window of 32 KiB at most, and a checksum over both bytes. No envelope
// starts like this.
bool IsZlib(ByteSpan bytes) {
  constexpr int kDeflate = 8;
  constexpr int kMaxWindow = 7;
  return bytes.size() >= 2 && (bytes[0] & 0x0F) == kDeflate && bytes[0] >> 4 <= kMaxWindow &&
         ((bytes[0] << 8) | bytes[1]) % 31 == 0;
}

// Some issuers leave the compression out. CBOR's own reader says what is wrong with what is
// neither.
absl::StatusOr<Bytes> Inflated(Bytes bytes, const Limits& limits) {
  if (!IsZlib(bytes)) return bytes;
  return codec::Inflate(bytes, limits.inflated_seal_bytes,
                        {.damaged = Reason::kSealMalformedCose, .too_large = Reason::kSealTooLong});
}

}  // namespace

bool Detect(ByteSpan payload) { return AsText(payload).starts_with(kPrefix); }

bool MayBeWhole(std::string_view text) {
  return text.size() > kPrefix.size() && codec::MayBeBase45(text.substr(kPrefix.size()));
}

absl::StatusOr<ParsedSeal> Parse(ByteSpan payload, const Limits& limits) {
  if (!Detect(payload)) return Refuse(Reason::kSealMalformedHeader, "no prefix");
  if (payload.size() > limits.payload_bytes)
    return Refuse(Reason::kSealTooLong, fmt::format("{} bytes", payload.size()));
  const std::string_view base45 = WithoutEnd(AsText(payload)).substr(kPrefix.size());
  auto decoded = codec::DecodeBase45(base45);
  if (!decoded) return Refuse(Reason::kSealMalformedText, "base45");
  SCEAU_ASSIGN_OR_RETURN(const Bytes bytes, Inflated(*std::move(decoded), limits));
  SCEAU_ASSIGN_OR_RETURN(Envelope envelope, SplitEnvelope(bytes, limits.cbor_depth));
  ParsedSeal seal;
  seal.signed_bytes = cose::SigStructure(envelope.protected_header, envelope.payload);
  seal.layers = {DissectText(payload, kPrefix.size(), base45.size()),
                 DissectEnvelope(bytes, limits.cbor_depth),
                 DissectClaims(envelope.payload, limits.cbor_depth)};
  seal.signature = std::move(envelope.signature);
  seal.key = std::move(envelope.key);
  seal.stated_algorithm = envelope.algorithm;
  seal.content = std::move(envelope.payload);
  seal.annex_offset = seal.content.size();
  return seal;
}

}  // namespace sceau::seal::hc1
