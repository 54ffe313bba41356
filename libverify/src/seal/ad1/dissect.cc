// SPDX-License-Identifier: Apache-2.0
#include "seal/ad1/dissect.h"

#include <cstddef>
#include <iterator>
#include <span>
#include <string>
#include <string_view>

#include "base/text.h"
#include "codec/base32.h"
#include "codec/cbor.h"
#include "fmt/format.h"
#include "sceau/date.h"
#include "seal/ad1/labels.h"
#include "seal/cose/item_text.h"
#include "seal/cose/key_header.h"
#include "seal/scanner_text.h"

namespace sceau::seal::ad1 {
namespace {

using codec::CborItem;
using cose::PlainValue;

// How the value of a claim is written for a person.
enum class Show { kPlain, kInstant, kDay, kDocumentId, kAlgorithm, kNir, kMap, kTuple, kList };

struct Meaning;

// A row of them, where their type is not complete yet: std::span may not be asked for that early.
struct Meanings {
  constexpr Meanings() = default;
  template <typename Row>
  constexpr Meanings(const Row& row)  // NOLINT(google-explicit-constructor): as a span has it
      : first(std::data(row)), count(std::size(row)) {}

  const Meaning* first = nullptr;
  std::size_t count = 0;
};

// What a claim is: `children` by key (kMap), by position (kTuple), or one for all (kList).
struct Meaning {
  std::int64_t key;
  std::string_view name;
  Show show = Show::kPlain;
  Meanings children = {};
};

constexpr Meaning kHeaderParts[] = {{cose::kHeaderAlgorithm, "algorithm", Show::kAlgorithm},
                                    {cose::kHeaderKeyId, "key id"}};
constexpr Meaning kHolderParts[] = {{kBirthName, "birth name"},
                                    {kNameInUse, "name in use"},
                                    {kGivenNames, "given names"},
                                    {kBirthDate, "birth date"},
                                    {kBirthRank, "birth rank"},
                                    {kNir, "nir", Show::kNir},
                                    {kRole, "role"}};
constexpr Meaning kFundParts[] = {{0, "code"}, {1, "name"}};
constexpr Meaning kRightParts[] = {{0, "kind"}, {1, "from", Show::kDay}, {2, "until", Show::kDay}};
constexpr Meaning kRight[] = {{0, "right", Show::kTuple, kRightParts}};
constexpr Meaning kDependantParts[] = {
    {0, "name"}, {1, "given names"}, {2, "birth date"}, {3, "birth rank"}};
constexpr Meaning kDependant[] = {{0, "dependant", Show::kTuple, kDependantParts}};
constexpr Meaning kStatusParts[] = {{0, "list"}, {1, "index"}};
constexpr Meaning kDigest[] = {{0, "digest"}};
constexpr Meaning kAttestationParts[] = {{kVersion, "version"},
                                         {kHolder, "holder", Show::kMap, kHolderParts},
                                         {kFund, "fund", Show::kTuple, kFundParts},
                                         {kRights, "rights", Show::kList, kRight},
                                         {kDependants, "dependants", Show::kList, kDependant},
                                         {kStatus, "status", Show::kTuple, kStatusParts},
                                         {kReplaces, "replaces", Show::kDocumentId},
                                         {kDigests, "digests", Show::kList, kDigest},
                                         {kLayout, "layout"}};
constexpr Meaning kClaimParts[] = {
    {kClaimExpires, "exp: end of the last valid day", Show::kInstant},
    {kClaimNotBefore, "nbf: start of the first valid day", Show::kInstant},
    {kClaimIssuedAt, "iat: issued at", Show::kInstant},
    {kClaimDocumentId, "cti: document id", Show::kDocumentId},
    {kClaimAttestation, "attestation", Show::kMap, kAttestationParts}};

std::string InstantValue(const CborItem& item) {
  if (!item.IsUnsigned() || item.argument >= kYear3000) return PlainValue(item);
  const Instant instant{std::chrono::seconds{static_cast<std::int64_t>(item.argument)}};
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss time{instant - day};
  return fmt::format("{}T{:02}:{:02}:{:02}Z", FormatIsoDate(Date{day}), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

std::string DayValue(const CborItem& item) {
  const auto day = item.IsUnsigned() ? DateFromNumber(item.argument) : std::nullopt;
  return day ? FormatIsoDate(*day) : PlainValue(item);
}

std::string AlgorithmValue(const CborItem& item) {
  if (item.IsInteger(cose::kEs256)) return "-7 (ES256)";
  if (item.IsInteger(cose::kEs384)) return "-35 (ES384)";
  if (item.IsInteger(cose::kEdDsa)) return "-8 (EdDSA)";
  return PlainValue(item);
}

std::string ValueOf(const CborItem& item, Show show) {
  switch (show) {
    case Show::kInstant:
      return InstantValue(item);
    case Show::kDay:
      return DayValue(item);
    case Show::kDocumentId:
      return item.type == CborItem::Type::kBytes ? codec::EncodeBase32(item.string)
                                                 : PlainValue(item);
    case Show::kAlgorithm:
      return AlgorithmValue(item);
    case Show::kNir:
      return MaskNir(PlainValue(item));
    case Show::kPlain:
    case Show::kMap:
    case Show::kTuple:
    case Show::kList:
      return PlainValue(item);
  }
  return {};
}

const Meaning* FindMeaning(std::span<const Meaning> meanings, const CborItem& key) {
  for (const Meaning& meaning : meanings) {
    if (key.IsInteger(meaning.key)) return &meaning;
  }
  return nullptr;
}

// Depth is bounded by the decoder that made the tree.
class Dissector {
 public:
  Dissector(Layer& layer, std::size_t base, int depth)
      : layer_(layer), base_(base), depth_(depth) {}

  void AddMap(const CborItem& map, std::span<const Meaning> meanings) {
    for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
      const CborItem& key = map.children[i];
      const CborItem& value = map.children[i + 1];
      const Meaning* meaning = FindMeaning(meanings, key);
      const std::string name =
          meaning != nullptr ? std::string(meaning->name) : "unknown key " + PlainValue(key);
      Add(name, key.offset, key.length + value.length, value, meaning);
    }
  }

 private:
  void Add(const std::string& name, std::size_t offset, std::size_t length, const CborItem& value,
           const Meaning* meaning) {
    layer_.parts.push_back(
        {.offset = base_ + offset,
         .length = length,
         .depth = depth_,
         .name = name,
         .value = ValueOf(value, meaning != nullptr ? meaning->show : Show::kPlain),
         .is_signed = true});
    ++depth_;
    AddChildren(value, meaning);
    --depth_;
  }

  void AddChildren(const CborItem& item, const Meaning* meaning) {
    const Meanings known = meaning != nullptr ? meaning->children : Meanings();
    const std::span<const Meaning> children(known.first, known.count);
    if (item.type == CborItem::Type::kMap) return AddMap(item, children);
    if (item.type != CborItem::Type::kArray) return;
    const bool is_list = meaning != nullptr && meaning->show == Show::kList;
    for (std::size_t i = 0; i < item.children.size(); ++i) {
      const CborItem& child = item.children[i];
      const std::size_t row = is_list ? 0 : i;
      const Meaning* of_child = row < children.size() ? &children[row] : nullptr;
      std::string name = of_child != nullptr ? std::string(of_child->name) : "item";
      if (is_list || of_child == nullptr) name += fmt::format(" {}", i + 1);
      Add(name, child.offset, child.length, child, of_child);
    }
  }

  Layer& layer_;
  std::size_t base_;
  int depth_;
};

Part PartOf(std::size_t offset, std::size_t length, std::string name, std::string value = {}) {
  return {.offset = offset,
          .length = length,
          .depth = 0,
          .name = std::move(name),
          .value = std::move(value),
          .is_signed = false};
}

void AddEncodedMap(Layer& layer, const cose::Slice& slice, int depth,
                   std::span<const Meaning> meanings) {
  const auto map = codec::DecodeCbor(slice.bytes, kClaimsDepth);
  if (map.ok()) Dissector(layer, slice.offset, depth).AddMap(*map, meanings);
}

}  // namespace

Layer DissectText(ByteSpan payload) {
  Layer layer{"text", ToBytes(payload), {}};
  const std::size_t end = WithoutLineEnd(AsText(payload)).size();
  layer.parts.push_back(PartOf(0, kPrefix.size(), "prefix", std::string(kPrefix)));
  layer.parts.push_back(PartOf(kPrefix.size(), end - kPrefix.size(), "base45"));
  if (end < payload.size()) layer.parts.push_back(PartOf(end, payload.size() - end, "line end"));
  return layer;
}

Layer DissectEnvelope(ByteSpan envelope, const cose::Sign1& parts) {
  Layer layer{"cose", ToBytes(envelope), {}};
  const auto add = [&](std::string name, const cose::Slice& slice, std::string value) {
    layer.parts.push_back(
        PartOf(slice.offset, slice.bytes.size(), std::move(name), std::move(value)));
  };
  add("protected header", parts.protected_header, "");
  layer.parts.back().is_signed = true;
  AddEncodedMap(layer, parts.protected_header, 1, kHeaderParts);
  add("payload", parts.payload, fmt::format("{} bytes", parts.payload.bytes.size()));
  layer.parts.back().is_signed = true;
  add("signature", parts.signature, ToHex(parts.signature.bytes));
  return layer;
}

Layer DissectClaims(ByteSpan claims) {
  Layer layer{"claims", ToBytes(claims), {}};
  AddEncodedMap(layer, {claims, 0}, 0, kClaimParts);
  return layer;
}

}  // namespace sceau::seal::ad1
