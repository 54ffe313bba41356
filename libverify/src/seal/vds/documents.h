// SPDX-License-Identifier: Apache-2.0
// The papers that bear these seals, and how the value of each of their features is written.
#ifndef SCEAU_SEAL_VDS_DOCUMENTS_H_
#define SCEAU_SEAL_VDS_DOCUMENTS_H_

#include <cstdint>
#include <optional>
#include <string>

#include "base/bytes.h"

namespace sceau::seal::vds {

struct Document {
  std::uint8_t definition;
  std::uint8_t category;
  const char* french;
  const char* english;
};

enum class Coding : std::uint8_t {
  kText,      // C40
  kUtf8,      // of a person's own letters
  kZone36,    // a machine-readable zone with lines of 36 characters, or
  kZone44,    // of 44, in C40 with spaces as fillers; the second may be cut
  kNumber,    // one byte
  kDuration,  // three numbers of a byte
  kBytes,
};

struct FeatureKind {
  std::uint8_t definition;
  std::uint8_t category;
  std::uint8_t tag;
  Coding coding;
  const char* french;
  const char* english;
};

// Null for a paper, or for a feature of it, that no table has.
const Document* FindDocument(std::uint8_t definition, std::uint8_t category);
const FeatureKind* FindFeature(std::uint8_t definition, std::uint8_t category, std::uint8_t tag);

struct FeatureValue {
  std::string carried;  // text, or hexadecimal digits
  std::string shown;    // as a person reads it
};
// Nothing when the bytes are not written in this way.
std::optional<FeatureValue> ValueOf(Coding coding, ByteSpan bytes);

}  // namespace sceau::seal::vds

#endif  // SCEAU_SEAL_VDS_DOCUMENTS_H_
