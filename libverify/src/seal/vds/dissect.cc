// SPDX-License-Identifier: Apache-2.0
#include "seal/vds/dissect.h"

#include <string>
#include <utility>

#include "fmt/format.h"
#include "seal/vds/documents.h"

namespace sceau::seal::vds {
namespace {

// Adds parts one after another.
class PartWriter {
 public:
  explicit PartWriter(Layer& layer) : layer_(layer) {}

  void Add(int depth, std::size_t length, std::string name, std::string value) {
    Open(depth, length, std::move(name), std::move(value));
    offset_ += length;
  }
  // A part whose own parts follow.
  void Open(int depth, std::size_t length, std::string name, std::string value = {}) {
    layer_.parts.push_back({.offset = offset_,
                            .length = length,
                            .depth = depth,
                            .name = std::move(name),
                            .value = std::move(value),
                            .is_signed = is_signed_});
  }
  void EndSigned() { is_signed_ = false; }

 private:
  Layer& layer_;
  std::size_t offset_ = 0;
  bool is_signed_ = true;
};

void AddHeader(const Header& header, PartWriter& writer) {
  constexpr std::size_t kVersionBytes = 2;
  constexpr std::size_t kCountryBytes = 2;
  constexpr std::size_t kDateBytes = 3;
  // What is left of the header: signer and certificate reference.
  const std::size_t signer_bytes =
      header.length - kVersionBytes - kCountryBytes - 2 * kDateBytes - 2;
  const Document* document = FindDocument(header.definition, header.category);
  writer.Open(0, header.length, "header");
  writer.Add(1, kVersionBytes, "version", fmt::format("{}", header.version));
  writer.Add(1, kCountryBytes, "issuing country", header.country);
  writer.Add(1, signer_bytes, "signer and certificate",
             fmt::format("{} {}", header.signer, header.certificate));
  writer.Add(1, kDateBytes, "issue date", FormatIsoDate(header.issued_on));
  writer.Add(1, kDateBytes, "signature date", FormatIsoDate(header.signed_on));
  writer.Add(1, 1, "feature definition", fmt::format("{:02X}", header.definition));
  writer.Add(1, 1, "document category",
             fmt::format("{:02X}{}{}", header.category, document == nullptr ? "" : ": ",
                         document == nullptr ? "" : document->english));
}

}  // namespace

Layer DissectSeal(ByteSpan payload, const Header& header, std::span<const Feature> features,
                  const Feature& signature) {
  Layer layer{"seal", ToBytes(payload), {}};
  PartWriter writer(layer);
  AddHeader(header, writer);
  for (const Feature& feature : features) {
    const FeatureKind* kind = FindFeature(header.definition, header.category, feature.tag);
    std::string name = fmt::format("feature {:02X}", feature.tag);
    if (kind != nullptr) name += fmt::format(": {}", kind->english);
    const auto value = kind == nullptr ? std::nullopt : ValueOf(kind->coding, feature.value);
    writer.Add(0, feature.length, std::move(name), value ? value->shown : ToHex(feature.value));
  }
  writer.EndSigned();
  const std::size_t half = signature.value.size() / 2;
  writer.Open(0, signature.length, "signature");
  writer.Add(1, signature.length - signature.value.size(), "tag and length", "");
  writer.Add(1, half, "r", ToHex(signature.value.first(half)));
  writer.Add(1, signature.value.size() - half, "s", ToHex(signature.value.subspan(half)));
  return layer;
}

}  // namespace sceau::seal::vds
