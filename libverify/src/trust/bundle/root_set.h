// SPDX-License-Identifier: Apache-2.0
// Who may sign bundles: m of n root keys. Spec: docs/formats/trust-bundle.md §3; the rules are
// those of The Update Framework 1.0, §5.3 ("update the root role").
#ifndef SCEAU_TRUST_BUNDLE_ROOT_SET_H_
#define SCEAU_TRUST_BUNDLE_ROOT_SET_H_

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "crypto/certificate.h"
#include "trust/bundle/signed_file.h"

namespace sceau::trust {

// What is written into a set of roots, whoever signed it.
struct RootDraft {
  std::uint64_t version = 1;
  std::uint64_t threshold = 1;
  std::vector<crypto::Certificate> certificates;
};
Bytes EncodeRoots(const RootDraft& draft);
// Refuses trust.file-malformed, trust.file-unsupported.
absl::StatusOr<RootDraft> DecodeRoots(ByteSpan payload);

// A set that its own keys signed, at least as many as its threshold: consistent, not yet trusted.
class RootSet {
 public:
  // Refuses trust.file-malformed, trust.file-unsupported, trust.roots-threshold.
  static absl::StatusOr<RootSet> Parse(ByteSpan bytes);

  std::uint64_t version() const { return draft_.version; }
  std::size_t threshold() const { return static_cast<std::size_t>(draft_.threshold); }
  std::span<const crypto::Certificate> certificates() const { return draft_.certificates; }
  const Bytes& bytes() const { return bytes_; }
  // The same keys, threshold and version, whatever the bytes of the signatures.
  bool IsSameAs(const RootSet& other) const;

  // At least `threshold` of its keys signed the file.
  bool Approves(const SignedFile& file) const;

 private:
  RootSet(RootDraft draft, Bytes bytes) : draft_(std::move(draft)), bytes_(std::move(bytes)) {}

  RootDraft draft_;
  Bytes bytes_;  // as signed
};

// From the set that is trusted to the last of `chain`: each next version signed by the one before
// it and by itself. What is older than `trusted` is passed over. Refuses trust.roots-gap,
// trust.roots-threshold, trust.roots-rollback (the chain ends before `trusted`), and what Parse
// refuses. Nothing of a set is looked at before the one before it approved it.
absl::StatusOr<RootSet> FollowRoots(const RootSet& trusted, std::span<const Bytes> chain);

}  // namespace sceau::trust

#endif  // SCEAU_TRUST_BUNDLE_ROOT_SET_H_
