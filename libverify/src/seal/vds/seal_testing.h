// SPDX-License-Identifier: Apache-2.0
// Visible digital seals of people who do not exist, put together field by field.
#ifndef SCEAU_SEAL_VDS_SEAL_TESTING_H_
#define SCEAU_SEAL_VDS_SEAL_TESTING_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "codec/c40.h"
#include "fmt/format.h"
#include "sceau/date.h"

namespace sceau::seal::vds {

inline void AppendTo(Bytes& to, const Bytes& more) {
  to.insert(to.end(), more.begin(), more.end());
}

// Text in C40, with spaces for the fillers of a machine-readable zone.
inline Bytes C40(std::string text) {
  for (char& c : text) c = c == '<' ? ' ' : c;
  return *codec::EncodeC40(text);
}

inline Bytes DateBytes(std::string_view iso) {
  const Date day = *ParseIsoDate(iso);
  const unsigned number = static_cast<unsigned>(day.month()) * 1'000'000 +
                          static_cast<unsigned>(day.day()) * 10'000 +
                          static_cast<unsigned>(static_cast<int>(day.year()));
  return {static_cast<std::uint8_t>(number >> 16), static_cast<std::uint8_t>(number >> 8),
          static_cast<std::uint8_t>(number)};
}

struct HeaderRecipe {
  int version = 4;
  std::string country = "FRA";
  std::string signer = "FRXA";
  std::string certificate = "2A";
  std::string issued_on = "2026-11-01";
  std::string signed_on = "2026-11-02";
  std::uint8_t definition = 0x5D;
  std::uint8_t category = 0x01;
};

inline Bytes HeaderBytes(const HeaderRecipe& recipe) {
  Bytes out = {0xDC, static_cast<std::uint8_t>(recipe.version - 1)};
  AppendTo(out, C40((recipe.country + "<<").substr(0, 3)));
  const std::string length =
      recipe.version == 3 ? "" : fmt::format("{:02X}", recipe.certificate.size());
  AppendTo(out, C40(recipe.signer + length + recipe.certificate));
  AppendTo(out, DateBytes(recipe.issued_on));
  AppendTo(out, DateBytes(recipe.signed_on));
  out.push_back(recipe.definition);
  out.push_back(recipe.category);
  return out;
}

// Tag, length and value.
inline Bytes FeatureBytes(std::uint8_t tag, const Bytes& value) {
  Bytes out = {tag};
  if (value.size() >= 0x100) {
    out.insert(out.end(), {0x82, static_cast<std::uint8_t>(value.size() >> 8)});
  } else if (value.size() >= 0x80) {
    out.push_back(0x81);
  }
  out.push_back(static_cast<std::uint8_t>(value.size()));
  AppendTo(out, value);
  return out;
}

// The zone of a visa of size B: 36 characters, and 28 of the second line.
inline const std::string kSomeVisaZone =
    "VCFRALEFEVRE<<ZOE<ANNE<<<<<<<<<<<<<<"
    "1234567XY7UTO9001318F2711010";

inline Bytes SomeVisaFeatures() {
  Bytes out = FeatureBytes(0x02, C40(kSomeVisaZone));
  AppendTo(out, FeatureBytes(0x03, {2}));
  AppendTo(out, FeatureBytes(0x04, {90, 0, 0}));
  AppendTo(out, FeatureBytes(0x05, C40("47110815P")));
  return out;
}

// What is signed: a visa, unless another recipe or other features are given.
inline Bytes SignedBytes(const HeaderRecipe& recipe = {},
                         const Bytes& features = SomeVisaFeatures()) {
  Bytes out = HeaderBytes(recipe);
  AppendTo(out, features);
  return out;
}

inline Bytes WithSignature(Bytes signed_bytes, const Bytes& signature = Bytes(64, 0xA5)) {
  AppendTo(signed_bytes, FeatureBytes(0xFF, signature));
  return signed_bytes;
}

}  // namespace sceau::seal::vds

#endif  // SCEAU_SEAL_VDS_SEAL_TESTING_H_
