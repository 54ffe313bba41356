// SPDX-License-Identifier: Apache-2.0
#include "trust/bundle/signed_file.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/status.h"
#include "codec/cbor.h"
#include "fmt/format.h"
#include "seal/cose/sign.h"
#include "trust/certified.h"

namespace sceau::trust {
namespace {

namespace cose = seal::cose;

constexpr std::size_t kMaxSigners = 64;
constexpr int kHeaderDepth = 2;

// The content type keeps a set of roots from being read as a bundle, and back.
Bytes BodyHeader(FileKind kind) {
  const std::string_view type = kind == FileKind::kRoots ? "application/sceau-trust-roots+cbor"
                                                         : "application/sceau-trust-bundle+cbor";
  return codec::CborWriter().Map(1).Integer(cose::kHeaderContentType).Text(type).Take();
}

absl::Status Malformed(const absl::Status& why) {
  return Refuse(Reason::kTrustFileMalformed,
                fmt::format("{} ({})", DetailOf(why), ReasonCode(ReasonOf(why))));
}

}  // namespace

absl::StatusOr<SignedFile> SignedFile::Parse(FileKind kind, ByteSpan bytes) {
  const auto parts = cose::SplitSign(bytes, kMaxSigners);
  if (!parts.ok()) return Malformed(parts.status());
  if (!std::ranges::equal(parts->protected_header, BodyHeader(kind)))
    return Refuse(Reason::kTrustFileMalformed, "not the expected kind of file");
  SignedFile file(kind, sceau::ToBytes(parts->payload));
  for (const cose::SignerView& signer : parts->signers) {
    const auto header = cose::DecodeKeyHeader(signer.protected_header, kHeaderDepth);
    if (!header.ok()) return Malformed(header.status());
    file.signatures_.push_back(
        {*header, sceau::ToBytes(signer.protected_header), sceau::ToBytes(signer.signature)});
  }
  return file;
}

Bytes SignedFile::ToBytes() const {
  const Bytes body = BodyHeader(kind_);
  cose::Sign parts{body, payload_, {}};
  for (const Signature& signature : signatures_)
    parts.signers.push_back({signature.header_bytes, signature.signature});
  return cose::JoinSign(parts);
}

absl::Status SignedFile::AddSignature(const crypto::PrivateKey& key,
                                      const crypto::Certificate& certificate) {
  if (!key.Matches(certificate)) return Refuse(Reason::kKeyCertificateMismatch);
  const cose::KeyHeader header{StatedAlgorithmOf(key.algorithm()), HashIdOf(certificate)};
  const Bytes header_bytes = cose::EncodeKeyHeader(header);
  SCEAU_ASSIGN_OR_RETURN(
      Bytes signature, key.Sign(cose::SignerStructure(BodyHeader(kind_), header_bytes, payload_)));
  std::erase_if(signatures_, [&](const Signature& old) { return old.header.key == header.key; });
  if (signatures_.size() >= kMaxSigners)
    return Refuse(Reason::kTrustFileMalformed, "too many signatures");
  signatures_.push_back({header, header_bytes, std::move(signature)});
  return absl::OkStatus();
}

bool SignedFile::IsSignedBy(const crypto::Certificate& root) const {
  const auto& key = root.public_key();
  if (!key) return false;
  return std::ranges::any_of(signatures_, [&](const Signature& signature) {
    if (signature.header.key != HashIdOf(root) ||
        signature.header.algorithm != StatedAlgorithmOf(key->algorithm())) {
      return false;
    }
    const auto check =
        key->Verify(cose::SignerStructure(BodyHeader(kind_), signature.header_bytes, payload_),
                    signature.signature);
    return check.ok() && *check == crypto::SignatureCheck::kVerified;
  });
}

std::size_t SignedFile::CountSigners(std::span<const crypto::Certificate> roots) const {
  return static_cast<std::size_t>(std::ranges::count_if(
      roots, [this](const crypto::Certificate& root) { return IsSignedBy(root); }));
}

}  // namespace sceau::trust
