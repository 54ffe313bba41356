// SPDX-License-Identifier: Apache-2.0
// Certificates of people who do not exist, put together item by item, so that each can be written
// as some issuer writes it.
#ifndef SCEAU_SEAL_HC1_CERTIFICATE_TESTING_H_
#define SCEAU_SEAL_HC1_CERTIFICATE_TESTING_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "codec/base45.h"
#include "codec/cbor.h"
#include "codec/zlib.h"
#include "seal/cose/sign1.h"

namespace sceau::seal::hc1 {

// Items of CBOR, already encoded.
using Item = Bytes;
using Members = std::vector<std::pair<Item, Item>>;

inline void Append(Bytes& to, const Bytes& more) { to.insert(to.end(), more.begin(), more.end()); }

inline Item TextItem(std::string_view text) {
  return codec::CborWriter().Text(text).TakeUnchecked();
}
inline Item NumberItem(std::int64_t number) {
  return codec::CborWriter().Integer(number).TakeUnchecked();
}
inline Item BytesItem(ByteSpan bytes) {
  return codec::CborWriter().ByteString(bytes).TakeUnchecked();
}
inline Item TaggedItem(std::uint64_t tag, const Item& item) {
  Bytes out = codec::CborWriter().Tag(tag).TakeUnchecked();
  Append(out, item);
  return out;
}
inline Item ArrayItem(const std::vector<Item>& items) {
  Bytes out = codec::CborWriter().Array(items.size()).TakeUnchecked();
  for (const Item& item : items) Append(out, item);
  return out;
}
inline Item MapItem(const Members& members) {
  Bytes out = codec::CborWriter().Map(members.size()).TakeUnchecked();
  for (const auto& [key, value] : members) {
    Append(out, key);
    Append(out, value);
  }
  return out;
}
// The same with an indefinite length.
inline Item OpenMapItem(const Members& members) {
  Bytes out = {0xBF};
  for (const auto& [key, value] : members) {
    Append(out, key);
    Append(out, value);
  }
  out.push_back(0xFF);
  return out;
}
inline Members TextMembers(std::initializer_list<std::pair<std::string_view, std::string_view>> m) {
  Members members;
  for (const auto& [key, value] : m) members.emplace_back(TextItem(key), TextItem(value));
  return members;
}

inline Members SomeNames() {
  return TextMembers({{"fn", "Lefèvre"}, {"fnt", "LEFEVRE"}, {"gn", "Zoé"}, {"gnt", "ZOE"}});
}

inline Members SomeVaccination() {
  Members members = TextMembers({{"tg", "840539006"},
                                 {"vp", "1119349007"},
                                 {"mp", "EU/1/20/1528"},
                                 {"ma", "ORG-100030215"},
                                 {"dt", "2026-03-01"},
                                 {"co", "FR"},
                                 {"is", "Caisse de Fiction"},
                                 {"ci", "URN:UVCI:01:FR:FICTION#1"}});
  members.emplace_back(TextItem("dn"), NumberItem(2));
  members.emplace_back(TextItem("sd"), NumberItem(2));
  return members;
}

// A certificate of one event: its group is "v", "t" or "r".
inline Members SomeCertificate(std::string_view group = "v",
                               const Members& event = SomeVaccination()) {
  return {{TextItem("ver"), TextItem("1.3.0")},
          {TextItem("nam"), MapItem(SomeNames())},
          {TextItem("dob"), TextItem("1990-01-31")},
          {TextItem(group), ArrayItem({MapItem(event)})}};
}

inline constexpr std::int64_t kSomeIssued = 1'793'523'600;   // 2026-11-01T09:00:00Z
inline constexpr std::int64_t kSomeExpires = 1'825'059'600;  // 2027-11-01T09:00:00Z

// The claims that are signed.
inline Members TokenOf(const Item& certificate) {
  return {{NumberItem(4), NumberItem(kSomeExpires)},
          {NumberItem(6), NumberItem(kSomeIssued)},
          {NumberItem(1), TextItem("FR")},
          {NumberItem(-260), MapItem({{NumberItem(1), certificate}})}};
}
inline Bytes SomeToken() { return MapItem(TokenOf(MapItem(SomeCertificate()))); }

inline constexpr std::int64_t kAlgorithmEs256 = -7;
inline constexpr std::int64_t kAlgorithmPs256 = -37;

// {1: algorithm, 4: kid} without what is absent.
inline Bytes HeaderOf(std::optional<std::int64_t> algorithm, const std::optional<Bytes>& kid) {
  Members members;
  if (algorithm) members.emplace_back(NumberItem(1), NumberItem(*algorithm));
  if (kid) members.emplace_back(NumberItem(4), BytesItem(*kid));
  return MapItem(members);
}

struct EnvelopeRecipe {
  Bytes protected_header;
  Bytes unprotected_header = MapItem({});
  Bytes payload = SomeToken();
  std::vector<std::uint64_t> tags = {18};  // the innermost first
};

// `sign`: from what is to be signed to a signature.
template <typename Sign>
Bytes EnvelopeOf(const EnvelopeRecipe& recipe, Sign sign) {
  Bytes out = ArrayItem(
      {BytesItem(recipe.protected_header), recipe.unprotected_header, BytesItem(recipe.payload),
       BytesItem(sign(cose::SigStructure(recipe.protected_header, recipe.payload)))});
  for (const std::uint64_t tag : recipe.tags) out = TaggedItem(tag, out);
  return out;
}

inline std::string TextOfBytes(ByteSpan bytes) { return "HC1:" + codec::EncodeBase45(bytes); }
inline std::string Compressed(const Bytes& envelope) {
  return TextOfBytes(*codec::Deflate(envelope, codec::DeflateKind::kSparse));
}

}  // namespace sceau::seal::hc1

#endif  // SCEAU_SEAL_HC1_CERTIFICATE_TESTING_H_
