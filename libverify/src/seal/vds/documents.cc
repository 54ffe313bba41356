// SPDX-License-Identifier: Apache-2.0
#include "seal/vds/documents.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "base/text.h"
#include "codec/c40.h"
#include "fmt/format.h"
#include "seal/vds/zone.h"

namespace sceau::seal::vds {
namespace {

constexpr Document kDocuments[] = {
#define SCEAU_VDS_DOCUMENT(definition, category, french, english) \
  {definition, category, french, english},
#define SCEAU_VDS_FEATURE(definition, category, tag, coding, french, english)
#include "seal/vds/documents.inc"
#undef SCEAU_VDS_DOCUMENT
#undef SCEAU_VDS_FEATURE
};

constexpr FeatureKind kFeatures[] = {
#define SCEAU_VDS_DOCUMENT(definition, category, french, english)
#define SCEAU_VDS_FEATURE(definition, category, tag, coding, french, english) \
  {definition, category, tag, Coding::coding, french, english},
#include "seal/vds/documents.inc"
#undef SCEAU_VDS_DOCUMENT
#undef SCEAU_VDS_FEATURE
};

std::optional<FeatureValue> TextOf(ByteSpan bytes) {
  auto text = codec::DecodeC40(bytes);
  if (!text) return std::nullopt;
  return FeatureValue{*text, *text};
}

std::optional<FeatureValue> ZoneTextOf(ByteSpan bytes, std::size_t line) {
  auto text = codec::DecodeC40(bytes);
  if (!text || !IsZone(*text, line)) return std::nullopt;
  std::string printed = *text;
  std::ranges::replace(printed, ' ', '<');
  return FeatureValue{*text, printed.substr(0, line) + " " + printed.substr(line)};
}

std::optional<FeatureValue> Utf8Of(ByteSpan bytes) {
  const std::string_view text = AsText(bytes);
  if (!DecodeUtf8(text)) return std::nullopt;
  return FeatureValue{std::string(text), EscapeUnsafe(text)};
}

}  // namespace

const Document* FindDocument(std::uint8_t definition, std::uint8_t category) {
  const auto* found = std::ranges::find_if(kDocuments, [&](const Document& row) {
    return row.definition == definition && row.category == category;
  });
  return found == std::end(kDocuments) ? nullptr : found;
}

const FeatureKind* FindFeature(std::uint8_t definition, std::uint8_t category, std::uint8_t tag) {
  const auto* found = std::ranges::find_if(kFeatures, [&](const FeatureKind& row) {
    return row.definition == definition && row.category == category && row.tag == tag;
  });
  return found == std::end(kFeatures) ? nullptr : found;
}

std::optional<FeatureValue> ValueOf(Coding coding, ByteSpan bytes) {
  constexpr std::size_t kDurationBytes = 3;
  switch (coding) {
    case Coding::kText:
      return TextOf(bytes);
    case Coding::kUtf8:
      return Utf8Of(bytes);
    case Coding::kZone36:
      return ZoneTextOf(bytes, 36);
    case Coding::kZone44:
      return ZoneTextOf(bytes, 44);
    case Coding::kNumber:
      if (bytes.size() != 1) return std::nullopt;
      return FeatureValue{ToHex(bytes), fmt::format("{}", bytes[0])};
    case Coding::kDuration:
      if (bytes.size() != kDurationBytes) return std::nullopt;
      return FeatureValue{ToHex(bytes), fmt::format("{}, {}, {}", bytes[0], bytes[1], bytes[2])};
    case Coding::kBytes:
      return FeatureValue{ToHex(bytes), ToHex(bytes)};
  }
  return std::nullopt;
}

}  // namespace sceau::seal::vds
