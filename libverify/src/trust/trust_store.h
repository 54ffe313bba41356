// SPDX-License-Identifier: Apache-2.0
// Issuers by key id. Immutable once made.
#ifndef SCEAU_TRUST_TRUST_STORE_H_
#define SCEAU_TRUST_TRUST_STORE_H_

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "crypto/certificate.h"
#include "sceau/report.h"
#include "seal/format.h"
#include "trust/bundle.h"
#include "trust/mapped_status_list.h"

namespace sceau::trust {

// An end certificate that may seal documents.
struct Issuer {
  crypto::Certificate certificate;
  crypto::PublicKey key;
  std::string name;  // the bundle's, or the certificate's organisation or common name
  // What it may seal; nothing in a directory, which grants everything.
  std::shared_ptr<const IssuerEntry> entry;
};

class TrustStore {
 public:
  // An end certificate is trusted itself. One whose issuer bears the name of an authority among the
  // certificates must be signed by it and lie within its validity; an authority below another,
  // likewise. The same certificate twice counts once. `origin` names where each came from, for
  // error messages (same length as `certificates`). Refuses trust.junk (an end certificate that may
  // not seal documents), trust.leaf-not-certified, trust.empty (authorities alone seal nothing).
  static absl::StatusOr<TrustStore> Create(std::vector<crypto::Certificate> certificates,
                                           std::vector<std::string> origin);
  // The issuers of a bundle that was opened and not refused, with the SHA-256 of its file.
  // `newest_signed`: the newest date of any bundle that was ever in force here.
  static TrustStore FromBundle(const BundleContent& content, ByteSpan digest, Instant newest_signed,
                               std::vector<MappedStatusList> lists);

  // All issuers with this key id: usually one, none when unknown, several when a 2d-doc id is
  // shared. Never guesses.
  std::vector<const Issuer*> Find(const seal::KeyReference& key) const;

  // The list of that number that this issuer signed; null when there is none.
  const MappedStatusList* FindStatusList(const Issuer& issuer, std::uint64_t number) const;

  std::span<const Issuer> issuers() const { return issuers_; }
  FreshnessAxis FreshnessAt(Instant now) const;
  const std::optional<BundleIdentity>& bundle() const { return bundle_; }

 private:
  TrustStore() = default;
  absl::Status AddIssuer(const crypto::Certificate& certificate, const std::string& origin);
  void AddIssuer(Issuer issuer, bool by_names);

  std::vector<Issuer> issuers_;
  std::map<std::string, std::vector<std::size_t>> by_key_id_;
  std::vector<MappedStatusList> status_lists_;
  std::optional<BundleIdentity> bundle_;
  Instant newest_signed_{};  // no right clock shows less
  Instant next_update_{};
};

}  // namespace sceau::trust

#endif  // SCEAU_TRUST_TRUST_STORE_H_
