// SPDX-License-Identifier: Apache-2.0
// Issuers by key id. Immutable once made.
//
// A seal names one certificate of hundreds, and OpenSSL takes half a millisecond to parse one.
// Certificates are therefore outlined when trust is loaded, and parsed and checked when a seal
// names them first.
#ifndef SCEAU_TRUST_TRUST_STORE_H_
#define SCEAU_TRUST_TRUST_STORE_H_

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "crypto/certificate.h"
#include "crypto/certificate_outline.h"
#include "sceau/report.h"
#include "seal/format.h"
#include "trust/bundle/bundle.h"
#include "trust/status_list/mapped_status_list.h"

namespace sceau::trust {

// An end certificate that may seal documents.
struct Issuer {
  crypto::Certificate certificate;
  std::variant<crypto::PublicKey, crypto::RsaKey, crypto::StateCurveKey> key;
  // The bundle's, or the certificate's organisation or common name.
  std::string name;
  // What it may seal; nothing in a directory.
  std::shared_ptr<const IssuerEntry> entry;
  // Who certified it, of those that are trusted too; empty for one that stands by itself.
  std::string authority{};
  // In a directory: certified by an authority of this format, which grants it and no other.
  const seal::Format* only_format = nullptr;

  bool MaySeal(std::string_view format) const;
  // Whether the key can have made the signature of a seal of this format that states `algorithm`.
  bool IsAbleTo(seal::StatedAlgorithm algorithm, const seal::Format& format) const;
  // `stated`: one that it is able to, or nothing for the algorithm of the key.
  absl::StatusOr<crypto::SignatureCheck> Verify(
      ByteSpan message, ByteSpan signature,
      std::optional<seal::StatedAlgorithm> stated = std::nullopt) const;
};

// One certificate of a directory, and the file that it came from.
struct SourceCertificate {
  Bytes der;
  std::string origin;
};

class TrustStore {
 public:
  // The certificates of a directory. An end certificate is trusted itself, and so is an authority
  // whose keyUsage lets it sign documents, for the formats that take one. One whose issuer bears
  // the name of an authority among the certificates must be signed by it and lie within its
  // validity; an authority below another, likewise: this is checked when a seal names it. What
  // cannot be used is left out and said by remarks(), after the given ones. The same certificate
  // twice counts once. Refuses trust.empty when no end certificate is usable.
  static absl::StatusOr<TrustStore> Create(std::vector<SourceCertificate> certificates,
                                           std::vector<Finding> remarks);
  // `origin` has the length of `certificates`.
  static absl::StatusOr<TrustStore> Create(std::vector<crypto::Certificate> certificates,
                                           std::vector<std::string> origin);
  // The issuers of a bundle that was opened and not refused, or was installed. `digest`: of what
  // its roots signed. `newest_signed`: the newest date of any bundle that was ever in force here.
  static absl::StatusOr<TrustStore> FromBundle(const BundleOutline& bundle, ByteSpan digest,
                                               Instant newest_signed,
                                               std::vector<MappedStatusList> lists);
  static TrustStore FromBundle(const BundleContent& content, ByteSpan digest, Instant newest_signed,
                               std::vector<MappedStatusList> lists);

  struct Found {
    // Usually one, none when unknown, several when a key id is shared. Never a guess.
    std::vector<const Issuer*> issuers;
    // Why other certificates with this key id are not among them: trust.certificate-unusable,
    // trust.leaf-not-certified, or internal, when nothing is known about one.
    std::vector<Finding> refused;
  };
  // `kinds`: of the seal's format. A certificate with a key of another kind is refused
  // (trust.certificate-unusable).
  Found Search(const seal::KeyId& key, seal::KeyKinds kinds = {}) const;
  std::vector<const Issuer*> Find(const seal::KeyId& key, seal::KeyKinds kinds = {}) const {
    return Search(key, kinds).issuers;
  }

  // The list of that number that this issuer signed; null when there is none.
  const MappedStatusList* FindStatusList(const Issuer& issuer, std::uint64_t number) const;

  // All that pass their check, which is made now, without authorities.
  std::vector<Issuer> issuers() const;
  FreshnessAxis FreshnessAt(Instant now) const;
  const std::optional<BundleIdentity>& bundle() const { return bundle_; }
  // What a directory holds that cannot be used, each thing once.
  std::span<const Finding> remarks() const { return remarks_; }

 private:
  struct OutlinedCertificate {
    SourceCertificate source;
    crypto::CertificateOutline outline;
    std::shared_ptr<const IssuerEntry> entry;  // none in a directory
  };
  // An end certificate, parsed and checked when a seal names it first.
  struct Candidate {
    OutlinedCertificate certificate;
    std::string unusable;  // the reason, where the outline shows one already
    mutable std::mutex mutex;
    mutable std::optional<Issuer> issuer;  // once it passed the check
  };

  TrustStore() = default;
  // The issuers are still to be added.
  TrustStore(const BundleContent& content, ByteSpan digest, Instant newest_signed,
             std::vector<MappedStatusList> lists);
  void Add(OutlinedCertificate certificate);
  void Remark(Finding finding);
  absl::StatusOr<const Issuer*> Check(const Candidate& candidate, seal::KeyKinds kinds) const;
  absl::StatusOr<Issuer> ParseListed(const OutlinedCertificate& listed) const;
  // The name of the authority that certified it, empty where none is claimed. Refuses
  // trust.leaf-not-certified.
  absl::StatusOr<std::string> CheckCertified(const crypto::Certificate& certificate,
                                             const std::string& origin, int depth) const;
  std::string AuthorityInEntry(const crypto::Certificate& certificate,
                               const IssuerEntry* entry) const;
  std::span<const std::size_t> IndicesOf(const seal::KeyId& key) const;

  std::vector<std::unique_ptr<Candidate>> candidates_;
  std::vector<OutlinedCertificate> authorities_;
  std::map<seal::KeyId, std::vector<std::size_t>> by_key_id_;
  std::vector<Finding> remarks_;
  std::size_t left_out_ = 0;
  std::vector<MappedStatusList> status_lists_;
  std::optional<BundleIdentity> bundle_;
  Instant newest_signed_{};  // a clock that shows less is wrong
  Instant next_update_{};
};

}  // namespace sceau::trust

#endif  // SCEAU_TRUST_TRUST_STORE_H_
