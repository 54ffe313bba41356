// SPDX-License-Identifier: Apache-2.0
// What a seal format must offer, and the two types that keep "parsed" apart from "verified".
//
// A format only splits bytes and says how its keys are named: no trust, no clock. Adding one
// touches its folder and a row of registry.cc.
#ifndef SCEAU_SEAL_FORMAT_H_
#define SCEAU_SEAL_FORMAT_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "sceau/inspect.h"
#include "sceau/limits.h"
#include "sceau/report.h"
#include "seal/key_id.h"

namespace sceau::seal {

enum class StatedAlgorithm { kEs256, kEs384, kEdDsa, kPs256 };

// What may seal a format besides the keys on P-256 and P-384 and of Ed25519 of certificates that
// are not authorities. Only formats of others have any of it.
struct KeyKinds {
  bool rsa = false;           // of 2,048 to 4,096 bits
  bool state_curves = false;  // P-224, and brainpoolP224r1, P256r1 and P384r1
  // The key of a certificate in a directory that calls itself an authority, where its keyUsage
  // allows it.
  bool of_authorities = false;
};

struct Format;

// A seal taken apart, not verified: nothing in it is true yet.
struct ParsedSeal {
  const Format* format = nullptr;  // set by Parse() of registry.h
  Bytes signed_bytes;              // exactly what the issuer signed, from the received bytes
  Bytes signature;                 // raw; its length is judged against the key's algorithm
  KeyId key;
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

// A format whose seals a scanner may type, or a person paste, and keyboards and programs change on
// their way.
struct Typed {
  // Behind the format's beginning, its text is Base45: capitals, digits and few other characters.
  bool is_base45 = false;
  // Whether a typed text may be a whole seal: a glance that spares taking it apart.
  bool (*may_be_whole)(std::string_view text);
  // Of a format whose text can be changed without Parse refusing it; null for others. The texts
  // that a typed one may have been, if it is not whole by itself; whether a repaired one has all
  // that the format asks for; and how a typed seal whose signature does not hold may have been
  // spoilt.
  std::vector<RestoredText> (*restore)(std::string_view text) = nullptr;
  bool (*is_whole)(const ParsedSeal& seal) = nullptr;
  std::optional<Reason> (*doubt)(const ParsedSeal& seal) = nullptr;
};

// A format is a row of registry.cc. Who asks about a seal asks the row, and never which format it
// is.
struct Format {
  std::string_view id;  // "ad1"
  // How its text starts, as far as that is always the same.
  std::string_view beginning;
  // What it says also stands on the page in words, which are compared with it: readers of documents
  // look for the words of a page only for such a seal.
  bool printed = false;

  // Who may seal it.
  const KeyNaming* key_naming;
  KeyKinds key_kinds{};
  // The algorithm that a seal states names the hash and not the curve (RFC 9053 §2.1): one of
  // kEs256 may be made with a key on P-384.
  bool states_hash_alone = false;
  // A bundle lists, beside the certificate that seals, the authority that certified it: the names
  // on a certificate that signed itself prove nothing.
  bool leaf_is_certified_by_authority = false;
  // It attests rights, and a bundle says for which funds an issuer may.
  bool scoped_by_fund = false;
  // ETSI trusted lists say who may certify the keys of its issuers.
  bool is_in_trusted_lists = false;
  // Of a format whose authorities are known by their names: whether one of this common name
  // certifies for this format alone. Null where no name says so.
  bool (*is_authority_name)(std::string_view common_name) = nullptr;
  // Of a format that has keys for testing: whether this is one. Certificates that call themselves a
  // test are then taken by their word. Null where a bundle alone says who tests.
  bool (*is_test_key)(const KeyId& key) = nullptr;

  // Null for a format that nobody types.
  const Typed* typed = nullptr;

  // Whether the payload claims to be of this format; at most one row says yes.
  bool (*detect)(ByteSpan payload);
  // For Parse() of registry.h, which names the row. Refuses seal.malformed-*, seal.truncated,
  // seal.trailing-bytes, seal.unsupported-*, seal.separators-lost, seal.too-long.
  absl::StatusOr<ParsedSeal> (*parse)(ByteSpan payload, const Limits& limits);
  // The meaning of the content. Callers show it only once the signature held. Refuses
  // seal.malformed-claims, seal.malformed-field, seal.cbor-*, seal.unsupported-critical,
  // seal.unsupported-version.
  absl::StatusOr<DecodedClaims> (*decode_claims)(const ParsedSeal& seal);
};

}  // namespace sceau::seal

#endif  // SCEAU_SEAL_FORMAT_H_
