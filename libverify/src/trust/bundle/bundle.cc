// SPDX-License-Identifier: Apache-2.0
#include "trust/bundle/bundle.h"

#include <algorithm>
#include <utility>

#include "base/status.h"
#include "codec/cbor.h"
#include "crypto/digest.h"
#include "fmt/format.h"
#include "trust/bundle/field_reader.h"
#include "trust/bundle/issuer_entry.h"

namespace sceau::trust {
namespace {

using codec::CborItem;
using codec::CborWriter;

constexpr std::uint64_t kFormatVersion = 1;
constexpr std::size_t kMaxRootSets = 1000;
constexpr std::size_t kMaxStatusLists = 20'000;
constexpr int kOuterDepth = 2;
constexpr int kContentDepth = 4;
// 20,000 issuers of some certificates and funds each. The roots vouched for them before this
// counts.
constexpr std::size_t kMaxItems = 1'000'000;

enum BundleKey : std::int64_t {
  kFormat = 0,
  kSequence = 1,
  kIssued = 2,
  kNextUpdate = 3,
  kIssuers = 4,
  kStatusLists = 5,
};

// [roots, content]: the roots are needed to judge the signatures, the content only afterwards.
struct Payload {
  std::vector<Bytes> roots;
  ByteSpan content;
};

absl::StatusOr<Payload> SplitPayload(ByteSpan payload) {
  const auto item = codec::DecodeCbor(payload, kOuterDepth);
  if (!item.ok()) return MalformedField("bundle", DetailOf(item.status()));
  if (item->type != CborItem::Type::kArray || item->children.size() != 2)
    return MalformedField("bundle", "not [roots, content]");
  const CborItem& roots = item->children[0];
  const CborItem& content = item->children[1];
  if (roots.type != CborItem::Type::kArray || roots.children.size() > kMaxRootSets)
    return MalformedField("roots", "no list");
  if (content.type != CborItem::Type::kBytes) return MalformedField("content", "no bytes");
  Payload parts{{}, content.string};
  for (const CborItem& set : roots.children) {
    if (set.type != CborItem::Type::kBytes) return MalformedField("roots", "no bytes");
    parts.roots.push_back(ToBytes(set.string));
  }
  return parts;
}

absl::Status DecodeStatusLists(FieldReader& reader, BundleContent& content) {
  if (!reader.Has(kStatusLists)) return absl::OkStatus();
  SCEAU_ASSIGN_OR_RETURN(const CborItem* lists,
                         reader.Array(kStatusLists, "status lists", 1, kMaxStatusLists));
  for (const CborItem& list : lists->children) {
    if (list.type != CborItem::Type::kBytes) return MalformedField("status lists", "no bytes");
    content.status_lists.push_back(ToBytes(list.string));
  }
  return absl::OkStatus();
}

// The content without its issuers, and the issuers as they stand in the file.
absl::StatusOr<std::pair<BundleContent, const CborItem*>> DecodeHead(const CborItem& item) {
  SCEAU_ASSIGN_OR_RETURN(FieldReader reader, FieldReader::Open(item, ""));
  SCEAU_ASSIGN_OR_RETURN(const std::uint64_t format, reader.Unsigned(kFormat, "format", 0, 1000));
  if (format != kFormatVersion) return Refuse(Reason::kTrustFileUnsupported, "format");
  BundleContent content;
  SCEAU_ASSIGN_OR_RETURN(content.sequence, reader.Unsigned(kSequence, "sequence", 1, kMaxSequence));
  SCEAU_ASSIGN_OR_RETURN(content.issued, reader.Time(kIssued, "issued"));
  SCEAU_ASSIGN_OR_RETURN(content.next_update, reader.Time(kNextUpdate, "next update"));
  if (content.next_update <= content.issued)
    return MalformedField("next update", "not after the date of issue");
  SCEAU_ASSIGN_OR_RETURN(const CborItem* issuers,
                         reader.Array(kIssuers, "issuers", 0, kMaxIssuers));
  SCEAU_RETURN_IF_ERROR(DecodeStatusLists(reader, content));
  SCEAU_RETURN_IF_ERROR(reader.RefuseOthers());
  return std::pair(std::move(content), issuers);
}

absl::StatusOr<CborItem> DecodeItem(ByteSpan bytes) {
  auto item = codec::DecodeCbor(bytes, kContentDepth, kMaxItems);
  if (!item.ok()) return MalformedField("content", DetailOf(item.status()));
  return item;
}

absl::StatusOr<BundleContent> DecodeContent(ByteSpan bytes) {
  SCEAU_ASSIGN_OR_RETURN(const CborItem item, DecodeItem(bytes));
  SCEAU_ASSIGN_OR_RETURN(auto head, DecodeHead(item));
  auto& [content, issuers] = head;
  for (std::size_t i = 0; i < issuers->children.size(); ++i) {
    SCEAU_ASSIGN_OR_RETURN(IssuerEntry entry,
                           DecodeIssuerEntry(issuers->children[i], fmt::format("issuers/{}", i)));
    content.issuers.push_back(std::move(entry));
  }
  SCEAU_RETURN_IF_ERROR(RefuseSharedKeyIds(content.issuers));
  return std::move(content);
}

absl::StatusOr<BundleOutline> OutlineContent(ByteSpan bytes) {
  SCEAU_ASSIGN_OR_RETURN(const CborItem item, DecodeItem(bytes));
  SCEAU_ASSIGN_OR_RETURN(auto head, DecodeHead(item));
  auto& [content, issuers] = head;
  BundleOutline outline{std::move(content), {}};
  for (std::size_t i = 0; i < issuers->children.size(); ++i) {
    SCEAU_ASSIGN_OR_RETURN(OutlinedEntry entry,
                           OutlineIssuerEntry(issuers->children[i], fmt::format("issuers/{}", i)));
    outline.content.issuers.push_back(std::move(entry.terms));
    outline.certificates.push_back(std::move(entry.certificates));
  }
  return outline;
}

}  // namespace

Bytes EncodeBundle(std::span<const Bytes> roots, const BundleContent& content) {
  const auto seconds = [](Instant instant) { return instant.time_since_epoch().count(); };
  CborWriter inner;
  inner.Map(5 + std::size_t{!content.status_lists.empty()})
      .Integer(kFormat)
      .Unsigned(kFormatVersion);
  inner.Integer(kSequence).Unsigned(content.sequence);
  inner.Integer(kIssued).Integer(seconds(content.issued));
  inner.Integer(kNextUpdate).Integer(seconds(content.next_update));
  inner.Integer(kIssuers).Array(content.issuers.size());
  for (const IssuerEntry& entry : content.issuers) EncodeIssuerEntry(entry, inner);
  if (!content.status_lists.empty()) {
    inner.Integer(kStatusLists).Array(content.status_lists.size());
    for (const Bytes& list : content.status_lists) inner.ByteString(list);
  }
  CborWriter outer;
  outer.Array(2).Array(roots.size());
  for (const Bytes& set : roots) outer.ByteString(set);
  outer.ByteString(inner.Take());
  return outer.Take();
}

absl::StatusOr<UnverifiedBundle> ReadUnverifiedBundle(const SignedFile& file) {
  SCEAU_ASSIGN_OR_RETURN(Payload payload, SplitPayload(file.payload()));
  SCEAU_ASSIGN_OR_RETURN(BundleOutline outline, OutlineContent(payload.content));
  return UnverifiedBundle{std::move(payload.roots), std::move(outline)};
}

absl::StatusOr<BundleContent> CheckContent(const SignedFile& file) {
  SCEAU_ASSIGN_OR_RETURN(const Payload payload, SplitPayload(file.payload()));
  return DecodeContent(payload.content);
}

absl::StatusOr<std::vector<Bytes>> RootsIn(const SignedFile& file) {
  SCEAU_ASSIGN_OR_RETURN(Payload payload, SplitPayload(file.payload()));
  return std::move(payload.roots);
}

absl::StatusOr<RootDraft> LastRoots(std::span<const Bytes> roots) {
  if (roots.empty()) return MalformedField("roots", "none");
  SCEAU_ASSIGN_OR_RETURN(const SignedFile file, SignedFile::Parse(FileKind::kRoots, roots.back()));
  return DecodeRoots(file.payload());
}

std::array<std::uint8_t, 32> DigestOf(const SignedFile& file) {
  return crypto::Sha256(file.payload());
}

absl::StatusOr<Bundle> OpenBundle(ByteSpan bytes, const RootSet& trusted, const Limits& limits) {
  if (bytes.size() > limits.bundle_bytes) return Refuse(Reason::kTrustTooLarge, "bundle");
  SCEAU_ASSIGN_OR_RETURN(const SignedFile file, SignedFile::Parse(FileKind::kBundle, bytes));
  SCEAU_ASSIGN_OR_RETURN(const Payload payload, SplitPayload(file.payload()));
  SCEAU_ASSIGN_OR_RETURN(RootSet roots, FollowRoots(trusted, payload.roots));
  if (!roots.Approves(file)) {
    return Refuse(
        Reason::kTrustBundleThreshold,
        fmt::format("{} of {} signatures of roots {}", file.CountSigners(roots.certificates()),
                    roots.threshold(), roots.version()));
  }
  SCEAU_ASSIGN_OR_RETURN(BundleContent content, DecodeContent(payload.content));
  return Bundle{std::move(roots), std::move(content), DigestOf(file)};
}

}  // namespace sceau::trust
