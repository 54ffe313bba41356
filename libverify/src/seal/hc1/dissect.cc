// SPDX-License-Identifier: Apache-2.0
#include "seal/hc1/dissect.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "codec/cbor.h"
#include "seal/cose/item_text.h"

namespace sceau::seal::hc1 {
namespace {

using codec::CborItem;

// A certificate has some forty items: of one with thousands, the first are shown.
constexpr std::size_t kMaxParts = 500;

struct Place {
  int depth = 0;
  bool is_signed = false;
};

// What the numbers of an envelope's header and of the claims mean.
std::string NameOfKey(const CborItem& key) {
  constexpr std::pair<std::int64_t, std::string_view> kNames[] = {
      {1, "1 (issuer)"}, {4, "4 (expires)"}, {6, "6 (issued at)"}, {-260, "-260 (certificate)"}};
  for (const auto& [number, name] : kNames) {
    if (key.IsInteger(number)) return std::string(name);
  }
  return cose::PlainValue(key);
}

void AddPart(Layer& layer, std::string name, const CborItem& item, Place place) {
  layer.parts.push_back({.offset = item.offset,
                         .length = item.length,
                         .depth = place.depth,
                         .name = std::move(name),
                         .value = cose::PlainValue(item),
                         .is_signed = place.is_signed});
}

void AddChildren(Layer& layer, const CborItem& parent, Place place, bool names_claims) {
  const CborItem& item = parent.WithoutTags();
  const bool is_map = item.type == CborItem::Type::kMap;
  if (!is_map && item.type != CborItem::Type::kArray) return;
  const Place below{place.depth + 1, place.is_signed};
  for (std::size_t i = is_map ? 1 : 0; i < item.children.size(); i += is_map ? 2 : 1) {
    if (layer.parts.size() >= kMaxParts) return;
    const CborItem& child = item.children[i];
    std::string name = "item " + std::to_string(i + 1);
    if (is_map)
      name =
          names_claims ? NameOfKey(item.children[i - 1]) : cose::PlainValue(item.children[i - 1]);
    AddPart(layer, std::move(name), child, place);
    AddChildren(layer, child, below, false);
  }
}

}  // namespace

Layer DissectText(ByteSpan payload, std::size_t prefix, std::size_t base45) {
  Layer layer{"text", ToBytes(payload), {}};
  const auto add = [&](std::size_t offset, std::size_t length, std::string name) {
    layer.parts.push_back({.offset = offset,
                           .length = length,
                           .depth = 0,
                           .name = std::move(name),
                           .value = {},
                           .is_signed = false});
  };
  add(0, prefix, "prefix");
  add(prefix, base45, "base45");
  const std::size_t end = prefix + base45;
  if (end < payload.size()) add(end, payload.size() - end, "line end");
  return layer;
}

Layer DissectEnvelope(ByteSpan envelope, int max_depth) {
  constexpr std::array kNames = {"protected header", "unprotected header", "payload", "signature"};
  Layer layer{"cose", ToBytes(envelope), {}};
  const auto decoded = codec::DecodeLenientCbor(envelope, max_depth);
  if (!decoded.ok()) return layer;
  const CborItem& members = decoded->root.WithoutTags();
  for (std::size_t i = 0; i < members.children.size() && i < kNames.size(); ++i) {
    const bool is_signed = i == 0 || i == 2;
    AddPart(layer, kNames[i], members.children[i], {0, is_signed});
    AddChildren(layer, members.children[i], {1, is_signed}, false);
  }
  return layer;
}

Layer DissectClaims(ByteSpan claims, int max_depth) {
  Layer layer{"claims", ToBytes(claims), {}};
  const auto decoded = codec::DecodeLenientCbor(claims, max_depth);
  if (decoded.ok()) AddChildren(layer, decoded->root, {0, true}, true);
  return layer;
}

}  // namespace sceau::seal::hc1
