// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <utility>

#include "base/status.h"
#include "fmt/format.h"
#include "trust/bundle/bundle.h"
#include "trust/certified.h"
#include "trust/status_list/status_list.h"
#include "trust/status_list/status_list_image.h"

namespace sceau::trust {
namespace {

// Null when no issuer of the bundle has this key id.
const crypto::Certificate* FindIssuer(const BundleContent& content,
                                      const seal::CertificateHash& key) {
  for (const IssuerEntry& entry : content.issuers) {
    const auto found = std::ranges::find_if(entry.certificates, [&](const auto& certificate) {
      return !certificate.is_authority() && HashIdOf(certificate) == key;
    });
    if (found != entry.certificates.end()) return &*found;
  }
  return nullptr;
}

}  // namespace

absl::StatusOr<VerifiedStatusList> ReadStatusList(const BundleContent& content, ByteSpan bytes,
                                                  const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(const ParsedStatusList parsed, ParseStatusList(bytes, limits));
  const crypto::Certificate* issuer = FindIssuer(content, parsed.key);
  if (issuer == nullptr) {
    return Refuse(Reason::kTrustStatusListSignature,
                  "no issuer of the bundle: " + seal::ToString(parsed.key));
  }
  return VerifiedStatusList::Verify(parsed, *issuer, limits);
}

absl::StatusOr<std::vector<Bytes>> ReadStatusLists(const BundleContent& content,
                                                   const Limits& limits) {
  std::vector<Bytes> images;
  std::set<std::pair<std::string, std::uint64_t>> seen;
  for (const Bytes& bytes : content.status_lists) {
    SCEAU_ASSIGN_OR_RETURN(const VerifiedStatusList list, ReadStatusList(content, bytes, limits));
    const std::string key = seal::ToString(list.header().key);
    if (!seen.insert({key, list.header().number}).second)
      return Refuse(Reason::kTrustFileMalformed,
                    fmt::format("status list {} of {} stands twice", list.header().number, key));
    images.push_back(WriteStatusListImage(list));
  }
  return images;
}

}  // namespace sceau::trust
