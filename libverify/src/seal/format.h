// SPDX-License-Identifier: Apache-2.0
// What a seal format must offer, and the two types that keep "parsed" apart from "verified".
//
// A format only splits bytes: no key, no trust, no clock. Adding one touches its folder and a row
// of registry.cc.
#ifndef SCEAU_SEAL_FORMAT_H_
#define SCEAU_SEAL_FORMAT_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "sceau/inspect.h"
#include "sceau/limits.h"
#include "sceau/report.h"

namespace sceau::seal {

// The key id of ad1: the first 8 bytes of the SHA-256 of the issuer's certificate.
struct CertificateHash {
  std::array<std::uint8_t, 8> prefix{};
  bool operator==(const CertificateHash&) const = default;
};
// The key id of 2d-doc: the certificate whose issuer CN and subject CN are these.
struct AuthorityAndCertificate {
  std::string authority;    // "FR00"
  std::string certificate;  // "0001"
  bool operator==(const AuthorityAndCertificate&) const = default;
};
using KeyReference = std::variant<CertificateHash, AuthorityAndCertificate>;

// As reports print it: 16 hexadecimal digits, or "FR00/0001".
std::string ToString(const KeyReference& key);

enum class StatedAlgorithm { kEs256, kEs384, kEdDsa };

struct Format;

// A seal taken apart, not verified: nothing in it is true yet.
struct ParsedSeal {
  const Format* format = nullptr;
  Bytes signed_bytes;  // exactly what the issuer signed, from the received bytes
  Bytes signature;     // raw; its length is judged against the key's algorithm
  KeyReference key;
  std::optional<StatedAlgorithm> stated_algorithm;  // must equal the key's; never chooses it
  Bytes content;  // what DecodeClaims reads; part of signed_bytes except for an annex
  std::size_t annex_offset =
      0;  // in `content`: from here on nothing is signed; content.size() when there is none
  std::vector<Layer> layers;  // for inspect: offsets and meanings
};

// Claims and what is to be said about them (seal.unknown-field, seal.unsigned-annex).
struct DecodedClaims {
  Claims claims;
  std::vector<Finding> notes;
};

// A text with the separators that a scanner had spelled out or dropped.
struct RestoredText {
  std::string text;
  Reason fault;  // scanner.separators-*
};

struct Format {
  std::string_view id;  // "ad1"
  // How its text starts, as far as that is always the same.
  std::string_view beginning;
  // What it says also stands on the page in words, which are compared with it: readers of documents
  // look for the words of a page only for such a seal.
  bool printed;
  // Whether the payload claims to be of this format; at most one row says yes.
  bool (*detect)(ByteSpan payload);
  // Refuses seal.malformed-*, seal.truncated, seal.trailing-bytes, seal.unsupported-*,
  // seal.separators-lost, seal.too-long.
  absl::StatusOr<ParsedSeal> (*parse)(ByteSpan payload, const Limits& limits);
  // The meaning of the content. Callers show it only once the signature held. Refuses
  // seal.malformed-claims, seal.malformed-field, seal.cbor-*, seal.unsupported-critical,
  // seal.unsupported-version.
  absl::StatusOr<DecodedClaims> (*decode_claims)(const ParsedSeal& seal);
  // Whether a typed text may be a whole seal: a glance that spares taking it apart.
  bool (*may_be_whole)(std::string_view text);
  // Of a format whose text can be changed on its way without Parse refusing it; null for others.
  // The texts that a typed one may have been, if it is not whole by itself; whether a repaired one
  // has all that the format asks for; and how a typed seal whose signature does not hold may have
  // been spoilt.
  std::vector<RestoredText> (*restore)(std::string_view text);
  bool (*is_whole)(const ParsedSeal& seal);
  std::optional<Reason> (*doubt)(const ParsedSeal& seal);
};

}  // namespace sceau::seal

#endif  // SCEAU_SEAL_FORMAT_H_
