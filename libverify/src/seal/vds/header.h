// SPDX-License-Identifier: Apache-2.0
// The header of a visible digital seal. Spec: docs/formats/vds.md §2.
#ifndef SCEAU_SEAL_VDS_HEADER_H_
#define SCEAU_SEAL_VDS_HEADER_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "sceau/date.h"

namespace sceau::seal::vds {

struct Header {
  int version = 0;          // 3 or 4, of which the second byte has one less
  std::string country;      // that issued the paper, as a passport writes it: "D", "FRA"
  std::string signer;       // two letters of a country, two of the signer in it
  std::string certificate;  // the reference as carried: hexadecimal digits, with zeros before them
  Date issued_on{};         // the paper
  Date signed_on{};
  std::uint8_t definition = 0;  // of the features, and
  std::uint8_t category = 0;    // of the document: together they name the kind of paper
  std::size_t length = 0;       // in bytes
};

// Refuses seal.truncated, seal.malformed-header, seal.unsupported-version.
absl::StatusOr<Header> ParseHeader(ByteSpan payload);

}  // namespace sceau::seal::vds

#endif  // SCEAU_SEAL_VDS_HEADER_H_
