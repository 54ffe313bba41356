// SPDX-License-Identifier: Apache-2.0
// The files that root keys sign: sets of roots and bundles. Spec: docs/formats/trust-bundle.md §2.
#ifndef SCEAU_TRUST_BUNDLE_SIGNED_FILE_H_
#define SCEAU_TRUST_BUNDLE_SIGNED_FILE_H_

#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "crypto/certificate.h"
#include "crypto/private_key.h"
#include "seal/cose/key_header.h"

namespace sceau::trust {

enum class FileKind { kRoots, kBundle };

// One file taken apart, not verified: nothing in it is true yet.
class SignedFile {
 public:
  // Without a signature yet.
  SignedFile(FileKind kind, Bytes payload) : kind_(kind), payload_(std::move(payload)) {}
  // Strict; a file that says it is of another kind is refused too. Refuses trust.file-malformed.
  static absl::StatusOr<SignedFile> Parse(FileKind kind, ByteSpan bytes);

  Bytes ToBytes() const;

  FileKind kind() const { return kind_; }
  ByteSpan payload() const { return payload_; }
  std::size_t signature_count() const { return signatures_.size(); }

  // Signs what stands in the file; an earlier signature under the same key id is replaced.
  absl::Status AddSignature(const crypto::PrivateKey& key, const crypto::Certificate& certificate);

  // How many of these certificates' keys signed it. Several signatures of one key count once, and
  // one that does not hold counts for nothing.
  std::size_t CountSigners(std::span<const crypto::Certificate> roots) const;

 private:
  struct Signature {
    seal::cose::KeyHeader header;
    Bytes header_bytes;
    Bytes signature;
  };
  bool IsSignedBy(const crypto::Certificate& root) const;

  FileKind kind_;
  Bytes payload_;
  std::vector<Signature> signatures_;
};

}  // namespace sceau::trust

#endif  // SCEAU_TRUST_BUNDLE_SIGNED_FILE_H_
