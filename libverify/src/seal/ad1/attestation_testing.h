// SPDX-License-Identifier: Apache-2.0
// Attestations and claims for the tests of this room. Nobody bears these names; the NIR is one of a
// public test vector set.
#ifndef SCEAU_SEAL_AD1_ATTESTATION_TESTING_H_
#define SCEAU_SEAL_AD1_ATTESTATION_TESTING_H_

#include <map>
#include <string_view>
#include <vector>

#include "codec/cbor.h"
#include "sceau/attestation.h"
#include "seal/format.h"

namespace sceau::seal::ad1 {

inline Date Day(std::string_view iso) { return *ParseIsoDate(iso); }

inline Attestation PlainAttestation() {
  Attestation a;
  a.document_id = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  a.issued_at = StartOfParisDay(Day("2026-11-02")) + std::chrono::hours{9};
  a.valid_from = Day("2026-11-02");
  a.valid_until = Day("2027-04-30");
  a.holder.birth_name = "LEFÈVRE";
  a.holder.given_names = "Zoé Anne";
  a.holder.birth_date = "19840512";
  a.fund = {"019990000", "CPAM de Fiction"};
  a.rights = {{RightKind::kBase, Day("2026-01-01"), std::nullopt}};
  return a;
}

// Every optional item is present.
inline Attestation FullAttestation() {
  Attestation a = PlainAttestation();
  a.holder.name_in_use = "MOREAU";
  a.holder.birth_rank = 2;
  a.holder.nir = "284058832102532";
  a.holder.role = Role::kDependant;
  a.rights = {{RightKind::kBase, Day("2026-01-01"), Day("2026-12-31")},
              {RightKind::kBase, Day("2027-02-01"), std::nullopt},
              {RightKind::kC2sWithoutParticipation, Day("2026-03-01"), Day("2027-02-28")}};
  a.dependants = {{"LEFÈVRE", "Léo", "20150230", 1}, {"MOREAU", "Inès", "20180000", 12}};
  a.status = StatusReference{3, 123'456};
  a.replaces = DocumentId{9, 9, 9};
  a.digests = {SaltedDigest{1}, SaltedDigest{2}};
  a.layout = 1;
  return a;
}

inline constexpr CertificateHash kSomeKey{{0xD0, 0xD1, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xD7}};

// CBOR made of encoded pieces, so that it can be bent.
inline Bytes Int(std::int64_t value) { return codec::CborWriter().Integer(value).Take(); }
inline Bytes Text(std::string_view text) { return codec::CborWriter().Text(text).Take(); }
inline Bytes Binary(const Bytes& bytes) { return codec::CborWriter().ByteString(bytes).Take(); }

inline Bytes Array(const std::vector<Bytes>& items) {  // fewer than 24
  Bytes out = {static_cast<std::uint8_t>(0x80 + items.size())};
  for (const Bytes& item : items) out.insert(out.end(), item.begin(), item.end());
  return out;
}

// Encoded key -> encoded value, which is the order of deterministic CBOR.
using Map = std::map<Bytes, Bytes>;
inline Bytes Encoded(const Map& map) {  // fewer than 24 pairs
  Bytes out = {static_cast<std::uint8_t>(0xA0 + map.size())};
  for (const auto& [key, value] : map) {
    out.insert(out.end(), key.begin(), key.end());
    out.insert(out.end(), value.begin(), value.end());
  }
  return out;
}

// The claims of PlainAttestation(), each of which a test may bend.
struct BendableClaims {
  Map holder = {{Int(1), Text("LEFÈVRE")},
                {Int(3), Text("Zoé Anne")},
                {Int(4), Text("19840512")},
                {Int(5), Int(1)},
                {Int(7), Int(0)}};
  Map attestation = {{Int(0), Int(1)},
                     {Int(2), Array({Text("019990000"), Text("CPAM de Fiction")})},
                     {Int(3), Array({Array({Int(0), Int(20260101)})})}};
  // 2027-05-01, 2026-11-02 and 2026-11-02T09:00 in Paris.
  Map claims = {{Int(4), Int(1'809'122'400)},
                {Int(5), Int(1'793'574'000)},
                {Int(6), Int(1'793'606'400)},
                {Int(7), Binary({1, 2, 3, 4, 5, 6, 7, 8, 9, 10})}};

  Bytes Payload() const {
    Map whole = attestation;
    whole.try_emplace(Int(1), Encoded(holder));
    Map all = claims;
    all.try_emplace(Int(-65537), Encoded(whole));
    return Encoded(all);
  }
};

inline ParsedSeal SealOf(Bytes payload) {
  ParsedSeal seal;
  seal.annex_offset = payload.size();
  seal.content = std::move(payload);
  return seal;
}

}  // namespace sceau::seal::ad1

#endif  // SCEAU_SEAL_AD1_ATTESTATION_TESTING_H_
