// SPDX-License-Identifier: Apache-2.0
#include "trust/bundle/describe.h"

#include <algorithm>
#include <utility>

#include "base/status.h"
#include "crypto/certificate_outline.h"
#include "crypto/digest.h"
#include "sceau/trust_file.h"
#include "trust/bundle/bundle.h"
#include "trust/bundle/root_set.h"
#include "trust/certified.h"
#include "trust/status_list/status_list.h"

namespace sceau {
namespace {

using trust::FileKind;
using trust::SignedFile;

DescribedKey DescribeKey(const crypto::Certificate& certificate) {
  return {seal::ToString(trust::HashIdOf(certificate)), certificate.subject_common_name(),
          certificate.not_before(), certificate.not_after()};
}

void DescribeRoots(const trust::RootDraft& roots, const SignedFile& file,
                   TrustFileDescription& description) {
  description.roots_version = roots.version;
  description.threshold = roots.threshold;
  for (const crypto::Certificate& root : roots.certificates)
    description.roots.push_back({DescribeKey(root), file.CountSigners({&root, 1}) == 1});
}

// One whose outline cannot be read is shown by its key id alone.
crypto::CertificateOutline Outlined(ByteSpan der) {
  auto outline = crypto::OutlineOf(der);
  if (outline.ok()) return *std::move(outline);
  crypto::CertificateOutline unreadable;
  unreadable.sha256 = crypto::Sha256(der);
  return unreadable;
}

void DescribeIssuer(const trust::IssuerEntry& entry, std::span<const ByteSpan> certificates,
                    std::vector<DescribedIssuer>& issuers) {
  std::vector<crypto::CertificateOutline> leaves;
  std::string authority;
  for (const ByteSpan der : certificates) {
    crypto::CertificateOutline outline = Outlined(der);
    if (!outline.is_authority) {
      leaves.push_back(std::move(outline));
    } else if (authority.empty()) {
      authority = trust::HolderOf(outline);
    }
  }
  const bool by_state = trust::IsNamedByAuthority(entry) && !authority.empty();
  for (const crypto::CertificateOutline& leaf : leaves) {
    issuers.push_back({{seal::ToString(seal::HashIdOf(leaf.sha256)), leaf.subject_common_name,
                        leaf.not_before, leaf.not_after},
                       by_state ? trust::HolderOf(leaf) : entry.name,
                       entry.formats,
                       entry.funds,
                       entry.retired,
                       entry.compromised,
                       entry.test,
                       authority,
                       entry.maximum_validity_days,
                       entry.always_offers_status});
  }
}

absl::StatusOr<DescribedStatusList> DescribeStatusList(const trust::BundleContent& content,
                                                       ByteSpan bytes, const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(const trust::VerifiedStatusList list,
                         trust::ReadStatusList(content, bytes, limits));
  const trust::StatusListHeader& header = list.header();
  DescribedStatusList description{
      seal::ToString(header.key), header.number, header.issued, header.expires, 0, 0, 0};
  description.entries = list.packed().size() * 8 / static_cast<unsigned>(header.bits);
  for (std::uint64_t i = 0; i < description.entries; ++i) {
    const trust::StatusValue value = trust::StatusAt(list.packed(), header.bits, i);
    description.withdrawn += value == trust::StatusValue::kInvalid ? 1 : 0;
    description.suspended += value == trust::StatusValue::kSuspended ? 1 : 0;
  }
  return description;
}

absl::Status DescribeBundle(const SignedFile& file, TrustFileDescription& description) {
  SCEAU_ASSIGN_OR_RETURN(const trust::UnverifiedBundle bundle, trust::ReadUnverifiedBundle(file));
  SCEAU_ASSIGN_OR_RETURN(const trust::RootDraft roots, trust::LastRoots(bundle.roots));
  DescribeRoots(roots, file, description);
  const trust::BundleContent& content = bundle.outline.content;
  description.bundle = DescribedBundle{
      content.sequence, content.issued, content.next_update, {}, content.status_lists.size(), {}};
  for (std::size_t i = 0; i < content.issuers.size(); ++i) {
    DescribeIssuer(content.issuers[i], bundle.outline.certificates[i], description.bundle->issuers);
  }
  return absl::OkStatus();
}

}  // namespace

namespace trust {

absl::StatusOr<TrustFileDescription> DescribeApproved(const SignedFile& file,
                                                      const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(const BundleContent content, CheckContent(file));
  TrustFileDescription description;
  description.digest = ToHex(DigestOf(file));
  SCEAU_RETURN_IF_ERROR(DescribeBundle(file, description));
  description.approved = true;
  for (const Bytes& bytes : content.status_lists) {
    SCEAU_ASSIGN_OR_RETURN(DescribedStatusList list, DescribeStatusList(content, bytes, limits));
    description.bundle->status_lists.push_back(std::move(list));
  }
  return description;
}

}  // namespace trust

std::size_t TrustFileDescription::signature_count() const {
  return static_cast<std::size_t>(std::ranges::count_if(roots, &DescribedRoot::has_signed));
}

absl::StatusOr<TrustFileDescription> DescribeTrustFile(std::span<const std::uint8_t> bytes,
                                                       const Limits& limits) {
  if (bytes.size() > limits.bundle_bytes) return Refuse(Reason::kTrustTooLarge);
  TrustFileDescription description;
  if (const auto bundle = SignedFile::Parse(FileKind::kBundle, bytes); bundle.ok()) {
    description.digest = ToHex(trust::DigestOf(*bundle));
    SCEAU_RETURN_IF_ERROR(DescribeBundle(*bundle, description));
    return description;
  }
  SCEAU_ASSIGN_OR_RETURN(const SignedFile file, SignedFile::Parse(FileKind::kRoots, bytes));
  SCEAU_ASSIGN_OR_RETURN(const trust::RootDraft roots, trust::DecodeRoots(file.payload()));
  description.digest = ToHex(trust::DigestOf(file));
  DescribeRoots(roots, file, description);
  return description;
}

}  // namespace sceau
