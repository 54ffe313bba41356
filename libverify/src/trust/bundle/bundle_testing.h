// SPDX-License-Identifier: Apache-2.0
// Roots, issuers and bundles for the tests of this room.
#ifndef SCEAU_TRUST_BUNDLE_BUNDLE_TESTING_H_
#define SCEAU_TRUST_BUNDLE_BUNDLE_TESTING_H_

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "trust/bundle/bundle.h"
#include "trust/trust_testing.h"

namespace sceau::trust {

inline Instant At(const std::string& iso_day) { return StartOfParisDay(*ParseIsoDate(iso_day)); }

// People who hold root keys.
inline std::vector<TestParty> MakeRootHolders(int count) {
  std::vector<TestParty> holders;
  for (int i = 0; i < count; ++i)
    holders.push_back(MakeParty({.common_name = "root " + std::to_string(i)}));
  return holders;
}

inline Bytes SignedBy(SignedFile file, const std::vector<TestParty>& signers) {
  for (const TestParty& signer : signers)
    EXPECT_TRUE(file.AddSignature(signer.key, signer.certificate).ok());
  return file.ToBytes();
}

inline Bytes RootsFile(std::uint64_t version, std::uint64_t threshold,
                       const std::vector<TestParty>& holders,
                       const std::vector<TestParty>& signers) {
  RootDraft draft{version, threshold, {}};
  for (const TestParty& holder : holders) draft.certificates.push_back(holder.certificate);
  return SignedBy(SignedFile(FileKind::kRoots, EncodeRoots(draft)), signers);
}

inline Bytes BundleFile(const std::vector<Bytes>& roots, const BundleContent& content,
                        const std::vector<TestParty>& signers) {
  return SignedBy(SignedFile(FileKind::kBundle, EncodeBundle(roots, content)), signers);
}

inline IssuerEntry EntryOf(const TestParty& party, std::vector<std::string> funds = {"01"}) {
  return {.name = "CPAM d'essai",
          .certificates = {party.certificate},
          .formats = {"ad1"},
          .funds = std::move(funds),
          .retired = std::nullopt,
          .compromised = std::nullopt};
}

inline BundleContent SomeContent(std::uint64_t sequence = 1,
                                 const std::string& issued = "2026-11-01") {
  return {sequence, At(issued), At("2026-12-15"), {}};
}

}  // namespace sceau::trust

#endif  // SCEAU_TRUST_BUNDLE_BUNDLE_TESTING_H_
