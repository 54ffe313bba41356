// SPDX-License-Identifier: Apache-2.0
// Trusted lists from anybody: the XML, the form of the signature, and its check. No input can bear
// a signature of a certificate that is made on the spot, so that none may be taken.
#include <chrono>

#include "crypto/private_key.h"
#include "fuzz_check.h"
#include "list_reader/read_list.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sceau;  // NOLINT(google-build-using-namespace)
  static const crypto::Certificate signer = [] {
    const auto key = *crypto::PrivateKey::Generate(crypto::Algorithm::kEs256);
    return *key.Certify({.organisation = "Fuzz",
                         .common_name = "Fuzz",
                         .not_before = Instant(std::chrono::days(20'000)),
                         .not_after = Instant(std::chrono::days(30'000)),
                         .serial = std::nullopt},
                        key.public_key(), std::nullopt);
  }();
  const auto list = list_reader::ReadList({data, size}, signer, Limits{});
  fuzz::Check(!list.ok(), "a list that this certificate did not sign was taken");
  return 0;
}
