// SPDX-License-Identifier: Apache-2.0
// A 2D-Doc text cut into its parts. Spec: docs/formats/2d-doc.md §1.
#ifndef SCEAU_SEAL_TWO_D_DOC_SPLIT_H_
#define SCEAU_SEAL_TWO_D_DOC_SPLIT_H_

#include <cstddef>
#include <string_view>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "seal/two_d_doc/header.h"

namespace sceau::seal::two_d_doc {

// The views are of the text that was split, which must outlive it.
struct SplitText {
  Header header;
  std::string_view signed_text;     // header and data, up to US
  std::string_view signature_text;  // as carried: Base32, or bytes in version 01
  Bytes signature;
  std::string_view annex;  // what follows the GS after the signature

  std::string_view data() const { return signed_text.substr(header.length()); }
  bool HasUnit() const { return header.version > 1; }
  std::size_t signature_offset() const { return signed_text.size() + (HasUnit() ? 1 : 0); }
  std::size_t annex_offset() const { return signature_offset() + signature_text.size() + 1; }
};

// The payload as received; a line end behind it is left out. Refuses seal.truncated,
// seal.separators-lost, seal.unsupported-version, seal.malformed-header, seal.malformed-text,
// seal.trailing-bytes.
absl::StatusOr<SplitText> Split(std::string_view text);

}  // namespace sceau::seal::two_d_doc

#endif  // SCEAU_SEAL_TWO_D_DOC_SPLIT_H_
