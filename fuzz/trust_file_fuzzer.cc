// SPDX-License-Identifier: Apache-2.0
// Signed trust files. The first byte says how the rest is taken: as a whole file, or as what the
// roots signed, so that the fuzzer gets past their signatures too.
#include <algorithm>
#include <chrono>

#include "codec/cbor.h"
#include "crypto/private_key.h"
#include "fuzz_check.h"
#include "sceau/trust_file.h"
#include "trust/certified.h"
#include "trust/state/installed_trust.h"
#include "trust/trust_store.h"

namespace {

using namespace sceau;  // NOLINT(google-build-using-namespace)
using trust::FileKind;
using trust::SignedFile;

struct Root {
  crypto::PrivateKey key = *crypto::PrivateKey::FromRaw(crypto::Algorithm::kEdDsa, Bytes(32, 7));
  crypto::Certificate certificate = *key.Certify({.organisation = "Fuzz",
                                                  .common_name = "Fuzz",
                                                  .not_before = Instant(std::chrono::days(20'000)),
                                                  .not_after = Instant(std::chrono::days(30'000)),
                                                  .serial = Bytes{1}},
                                                 key.public_key(), std::nullopt);
  Bytes roots = Signed(FileKind::kRoots, trust::EncodeRoots({1, 1, {certificate}}));

  Bytes Signed(FileKind kind, Bytes payload) const {
    SignedFile file(kind, std::move(payload));
    fuzz::Check(file.AddSignature(key, certificate).ok(), "a root can sign");
    return file.ToBytes();
  }
};

void TryFile(ByteSpan bytes) {
  for (const FileKind kind : {FileKind::kRoots, FileKind::kBundle}) {
    const auto file = SignedFile::Parse(kind, bytes);
    if (!file.ok()) continue;
    const Bytes again = file->ToBytes();
    fuzz::Check(std::ranges::equal(again, bytes), "there is one way of writing a file");
  }
  static_cast<void>(trust::RootSet::Parse(bytes));
  static_cast<void>(DescribeTrustFile(bytes));
  const auto installed = trust::DecodeInstalledTrust(bytes);
  if (installed.ok())
    fuzz::Check(std::ranges::equal(trust::EncodeInstalledTrust(*installed), bytes),
                "there is one way of writing the state");
}

void TryContent(const Root& root, ByteSpan content) {
  codec::CborWriter payload;
  payload.Array(2).Array(1).ByteString(root.roots).ByteString(content);
  const Bytes file = root.Signed(FileKind::kBundle, payload.Take());
  const auto trusted = trust::RootSet::Parse(root.roots);
  const auto bundle = trust::OpenBundle(file, *trusted, Limits{});
  const auto parsed = SignedFile::Parse(FileKind::kBundle, file);
  const auto outlined = trust::ReadUnverifiedBundle(*parsed);  // looks into what was parsed
  if (!bundle.ok()) return;
  fuzz::Check(outlined.ok(), "what is opened can be outlined");
  const auto store =
      trust::TrustStore::FromBundle(outlined->outline, bundle->digest, bundle->content.issued, {});
  fuzz::Check(store.ok(), "what is opened can be installed");
  for (const trust::IssuerEntry& entry : bundle->content.issuers) {
    for (const crypto::Certificate& certificate : entry.certificates) {
      const bool found = !store->Find(seal::ToKeyId(trust::HashIdOf(certificate))).empty();
      fuzz::Check(found == !certificate.is_authority(), "each leaf is found");
    }
  }
  const Bytes again =
      root.Signed(FileKind::kBundle, trust::EncodeBundle({{root.roots}}, bundle->content));
  fuzz::Check(again == file, "there is one way of writing a bundle");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Root root;
  if (size == 0) return 0;
  const ByteSpan rest(data + 1, size - 1);
  switch (data[0]) {
    case 'f':
      TryFile(rest);
      break;
    case 'c':
      TryContent(root, rest);
      break;
    case 'r':
      static_cast<void>(trust::RootSet::Parse(root.Signed(FileKind::kRoots, ToBytes(rest))));
      break;
    case 'b':
      static_cast<void>(trust::OpenBundle(root.Signed(FileKind::kBundle, ToBytes(rest)),
                                          *trust::RootSet::Parse(root.roots), Limits{}));
      break;
  }
  return 0;
}
