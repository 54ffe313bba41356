// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <utility>

#include "base/status.h"
#include "fmt/format.h"
#include "issue/issuer_key.h"
#include "sceau/trust_publish.h"
#include "trust/bundle/bundle.h"
#include "trust/bundle/draft.h"
#include "trust/bundle/root_set.h"
#include "trust/certified.h"

namespace sceau {
namespace {

using trust::Draft;
using trust::FileKind;
using trust::RootSet;
using trust::SignedFile;

absl::StatusOr<std::vector<crypto::Certificate>> RootCertificates(
    const std::vector<std::string>& pem) {
  std::vector<crypto::Certificate> certificates;
  for (std::size_t i = 0; i < pem.size(); ++i) {
    const auto parsed = crypto::Certificate::Parse(AsBytes(pem[i]));
    if (!parsed.ok() || parsed->size() != 1 || !parsed->front().public_key())
      return Refuse(Reason::kKeyCertificateMismatch, fmt::format("certificate {}", i + 1));
    certificates.push_back(parsed->front());
  }
  return certificates;
}

absl::Status CheckIsRoot(const SignedFile& bundle, const crypto::Certificate& certificate) {
  SCEAU_ASSIGN_OR_RETURN(const std::vector<Bytes> sets, trust::RootsIn(bundle));
  SCEAU_ASSIGN_OR_RETURN(const trust::RootDraft roots, trust::LastRoots(sets));
  const bool known = std::ranges::any_of(
      roots.certificates, [&](const auto& root) { return root.sha256() == certificate.sha256(); });
  return known ? absl::OkStatus() : Refuse(Reason::kTrustNotARoot);
}

// Oldest first; each follows from the one before.
absl::StatusOr<std::vector<Bytes>> OrderRoots(const std::vector<std::vector<std::uint8_t>>& files) {
  std::vector<RootSet> sets;
  for (const std::vector<std::uint8_t>& file : files) {
    SCEAU_ASSIGN_OR_RETURN(RootSet set, RootSet::Parse(file));
    sets.push_back(std::move(set));
  }
  if (sets.empty()) return Refuse(Reason::kUsage, "no roots given");
  std::ranges::sort(sets, {}, &RootSet::version);
  std::vector<Bytes> ordered;
  ordered.reserve(sets.size());
  for (const RootSet& set : sets) ordered.push_back(set.bytes());
  SCEAU_RETURN_IF_ERROR(trust::FollowRoots(sets.front(), ordered).status());
  return ordered;
}

}  // namespace

absl::StatusOr<std::vector<std::uint8_t>> MakeRoots(const NewRoots& request) {
  trust::RootDraft draft;
  SCEAU_ASSIGN_OR_RETURN(draft.certificates, RootCertificates(request.certificates_pem));
  draft.threshold = request.threshold;
  if (!request.replaces.empty()) {
    SCEAU_ASSIGN_OR_RETURN(const RootSet before, RootSet::Parse(request.replaces));
    draft.version = before.version() + 1;
  }
  Bytes payload = trust::EncodeRoots(draft);
  if (const auto checked = trust::DecodeRoots(payload); !checked.ok())
    return Refuse(Reason::kUsage, DetailOf(checked.status()));
  return SignedFile(FileKind::kRoots, std::move(payload)).ToBytes();
}

absl::StatusOr<std::vector<std::uint8_t>> SignTrustFile(std::span<const std::uint8_t> bytes,
                                                        const IssuerKey& key) {
  if (!key) return Refuse(Reason::kKeyMissing);
  auto file = SignedFile::Parse(FileKind::kBundle, bytes);
  if (file.ok()) {
    SCEAU_RETURN_IF_ERROR(CheckIsRoot(*file, key->certificate));
  } else {
    file = SignedFile::Parse(FileKind::kRoots, bytes);
    SCEAU_RETURN_IF_ERROR(file.status());
    SCEAU_RETURN_IF_ERROR(trust::DecodeRoots(file->payload()).status());
  }
  SCEAU_RETURN_IF_ERROR(file->AddSignature(key->key, key->certificate));
  return file->ToBytes();
}

absl::StatusOr<BuiltBundle> BuildBundle(const NewBundle& request, const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(Draft draft, trust::ParseDraft(request.draft));
  SCEAU_RETURN_IF_ERROR(trust::CheckDraft(draft));
  SCEAU_ASSIGN_OR_RETURN(const std::vector<Bytes> roots, OrderRoots(request.roots));
  if (request.next_update <= request.issued)
    return Refuse(Reason::kUsage, "the next update must come after the date of issue");
  ++draft.sequence;
  const trust::BundleContent content{draft.sequence, request.issued, request.next_update,
                                     draft.issuers, request.status_lists};
  SCEAU_RETURN_IF_ERROR(trust::ReadStatusLists(content, limits).status());
  Bytes file = SignedFile(FileKind::kBundle, trust::EncodeBundle(roots, content)).ToBytes();
  constexpr std::size_t kRoomForSignatures = std::size_t{64} * 256;
  if (file.size() + kRoomForSignatures > limits.bundle_bytes)
    return Refuse(Reason::kTrustTooLarge, "bundle");
  return BuiltBundle{std::move(file), trust::DraftToJson(draft), draft.sequence};
}

}  // namespace sceau
