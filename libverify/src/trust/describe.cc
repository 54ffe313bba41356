// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "base/status.h"
#include "crypto/digest.h"
#include "sceau/trust_file.h"
#include "trust/bundle.h"
#include "trust/certified.h"
#include "trust/root_set.h"
#include "trust/status_list.h"

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

std::vector<DescribedIssuer> DescribeIssuers(const std::vector<trust::IssuerEntry>& entries) {
  std::vector<DescribedIssuer> issuers;
  for (const trust::IssuerEntry& entry : entries) {
    for (const crypto::Certificate& certificate : entry.certificates) {
      if (certificate.is_authority()) continue;
      issuers.push_back({DescribeKey(certificate), entry.name, entry.formats, entry.funds,
                         entry.retired, entry.compromised, entry.test});
    }
  }
  return issuers;
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

absl::Status DescribeBundle(const SignedFile& file, const Limits& limits,
                            TrustFileDescription& description) {
  SCEAU_ASSIGN_OR_RETURN(const trust::UnverifiedBundle bundle, trust::ReadUnverifiedBundle(file));
  SCEAU_ASSIGN_OR_RETURN(const trust::RootDraft roots, trust::LastRoots(bundle));
  DescribeRoots(roots, file, description);
  const trust::BundleContent& content = bundle.content;
  description.bundle = DescribedBundle{
      content.sequence, content.issued, content.next_update, DescribeIssuers(content.issuers), {}};
  for (const Bytes& bytes : content.status_lists) {
    SCEAU_ASSIGN_OR_RETURN(DescribedStatusList list, DescribeStatusList(content, bytes, limits));
    description.bundle->status_lists.push_back(std::move(list));
  }
  return absl::OkStatus();
}

}  // namespace

std::size_t TrustFileDescription::signature_count() const {
  return static_cast<std::size_t>(std::ranges::count_if(roots, &DescribedRoot::has_signed));
}

absl::StatusOr<TrustFileDescription> DescribeTrustFile(std::span<const std::uint8_t> bytes,
                                                       const Limits& limits) {
  if (bytes.size() > limits.bundle_bytes) return Refuse(Reason::kTrustTooLarge);
  TrustFileDescription description;
  description.digest = ToHex(crypto::Sha256(bytes));
  if (const auto bundle = SignedFile::Parse(FileKind::kBundle, bytes); bundle.ok()) {
    SCEAU_RETURN_IF_ERROR(DescribeBundle(*bundle, limits, description));
    return description;
  }
  SCEAU_ASSIGN_OR_RETURN(const SignedFile file, SignedFile::Parse(FileKind::kRoots, bytes));
  SCEAU_ASSIGN_OR_RETURN(const trust::RootDraft roots, trust::DecodeRoots(file.payload()));
  DescribeRoots(roots, file, description);
  return description;
}

}  // namespace sceau
