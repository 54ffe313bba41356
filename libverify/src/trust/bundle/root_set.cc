// SPDX-License-Identifier: Apache-2.0
#include "trust/bundle/root_set.h"

#include <algorithm>

#include "base/status.h"
#include "codec/cbor.h"
#include "fmt/format.h"
#include "trust/bundle/field_reader.h"

namespace sceau::trust {
namespace {

constexpr std::uint64_t kRootsFormatVersion = 1;
constexpr std::size_t kMaxRoots = 32;
constexpr std::uint64_t kMaxVersions = 1'000'000;
constexpr int kRootsDepth = 3;

enum RootSetKey : std::int64_t {
  kRootsFormat = 0,
  kRootsVersion = 1,
  kRootsThreshold = 2,
  kRootsCertificates = 3
};

// A key that stands twice would let one person sign as two.
bool HasOneKeyTwice(std::span<const crypto::Certificate> certificates) {
  for (std::size_t i = 0; i < certificates.size(); ++i) {
    for (std::size_t j = i + 1; j < certificates.size(); ++j) {
      if (certificates[i].public_key() == certificates[j].public_key()) return true;
    }
  }
  return false;
}

// What a set says its version is, before anybody looks at its certificates.
absl::StatusOr<std::uint64_t> StatedVersion(const SignedFile& file) {
  const auto item = codec::DecodeCbor(file.payload(), kRootsDepth);
  if (!item.ok()) return MalformedField("roots", DetailOf(item.status()));
  SCEAU_ASSIGN_OR_RETURN(FieldReader reader, FieldReader::Open(*item, "roots"));
  return reader.Unsigned(kRootsVersion, "version", 1, kMaxVersions);
}

}  // namespace

Bytes EncodeRoots(const RootDraft& draft) {
  codec::CborWriter writer;
  writer.Map(4).Integer(kRootsFormat).Unsigned(kRootsFormatVersion);
  writer.Integer(kRootsVersion).Unsigned(draft.version);
  writer.Integer(kRootsThreshold).Unsigned(draft.threshold);
  writer.Integer(kRootsCertificates).Array(draft.certificates.size());
  for (const crypto::Certificate& certificate : draft.certificates)
    writer.ByteString(certificate.ToDer());
  return writer.Take();
}

absl::StatusOr<RootDraft> DecodeRoots(ByteSpan payload) {
  const auto item = codec::DecodeCbor(payload, kRootsDepth);
  if (!item.ok()) return MalformedField("roots", DetailOf(item.status()));
  SCEAU_ASSIGN_OR_RETURN(FieldReader reader, FieldReader::Open(*item, "roots"));
  SCEAU_ASSIGN_OR_RETURN(const std::uint64_t format,
                         reader.Unsigned(kRootsFormat, "format", 0, 1000));
  if (format != kRootsFormatVersion) return Refuse(Reason::kTrustFileUnsupported, "roots/format");
  RootDraft draft;
  SCEAU_ASSIGN_OR_RETURN(draft.version, reader.Unsigned(kRootsVersion, "version", 1, kMaxVersions));
  SCEAU_ASSIGN_OR_RETURN(const codec::CborItem* list,
                         reader.Array(kRootsCertificates, "certificates", 1, kMaxRoots));
  SCEAU_ASSIGN_OR_RETURN(draft.threshold,
                         reader.Unsigned(kRootsThreshold, "threshold", 1, list->children.size()));
  SCEAU_RETURN_IF_ERROR(reader.RefuseOthers());
  for (std::size_t i = 0; i < list->children.size(); ++i) {
    const std::string field = fmt::format("roots/certificates/{}", i);
    SCEAU_ASSIGN_OR_RETURN(crypto::Certificate certificate,
                           CertificateOf(list->children[i], field));
    if (!certificate.public_key()) return MalformedField(field, "a key of a kind that cannot sign");
    draft.certificates.push_back(std::move(certificate));
  }
  if (HasOneKeyTwice(draft.certificates))
    return MalformedField("roots/certificates", "one key twice");
  return draft;
}

absl::StatusOr<RootSet> RootSet::Parse(ByteSpan bytes) {
  SCEAU_ASSIGN_OR_RETURN(const SignedFile file, SignedFile::Parse(FileKind::kRoots, bytes));
  SCEAU_ASSIGN_OR_RETURN(RootDraft draft, DecodeRoots(file.payload()));
  RootSet set(std::move(draft), ToBytes(bytes));
  if (!set.Approves(file)) {
    return Refuse(Reason::kTrustRootsThreshold,
                  fmt::format("roots {}: {} of {} signatures of its own", set.version(),
                              file.CountSigners(set.certificates()), set.threshold()));
  }
  return set;
}

bool RootSet::IsSameAs(const RootSet& other) const {
  return EncodeRoots(draft_) == EncodeRoots(other.draft_);
}

bool RootSet::Approves(const SignedFile& file) const {
  return file.CountSigners(certificates()) >= threshold();
}

// A stranger's file may hold a thousand sets: a set is parsed only once the one before it
// approved it, and reading ends at the first that nobody approved.
absl::StatusOr<RootSet> FollowRoots(const RootSet& trusted, std::span<const Bytes> chain) {
  RootSet current = trusted;
  std::uint64_t last = 0;
  for (const Bytes& bytes : chain) {
    SCEAU_ASSIGN_OR_RETURN(const SignedFile file, SignedFile::Parse(FileKind::kRoots, bytes));
    SCEAU_ASSIGN_OR_RETURN(last, StatedVersion(file));
    if (last <= current.version()) continue;
    if (last != current.version() + 1) {
      return Refuse(Reason::kTrustRootsGap, fmt::format("from {} to {}", current.version(), last));
    }
    if (!current.Approves(file)) {
      return Refuse(Reason::kTrustRootsThreshold,
                    fmt::format("roots {} were not approved by {} of roots {}", last,
                                current.threshold(), current.version()));
    }
    SCEAU_ASSIGN_OR_RETURN(current, RootSet::Parse(bytes));
  }
  if (last < current.version()) {
    return Refuse(Reason::kTrustRootsRollback,
                  fmt::format("the file ends at roots {}, not {}", last, current.version()));
  }
  return current;
}

}  // namespace sceau::trust
