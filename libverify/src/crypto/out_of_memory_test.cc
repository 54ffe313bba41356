// SPDX-License-Identifier: Apache-2.0
// OpenSSL without memory: each of its allocations fails in turn, alone or with all that follow. A
// genuine signature is never called another one, a forged one never verifies.
#include <gtest/gtest.h>
#include <openssl/crypto.h>

#include <chrono>
#include <cstdlib>
#include <new>
#include <optional>
#include <string>
#include <tuple>

#include "crypto/certificate.h"
#include "crypto/private_key.h"

namespace sceau::crypto {
namespace {

constexpr Instant kMorning{std::chrono::sys_days{std::chrono::year{2026} / 11 / 26}};

// The allocation of this thread that fails, with or without all after it; 0: none does.
thread_local long fails_at = 0;
thread_local bool goes_on = false;
thread_local long allocations = 0;

bool Fails() {
  if (fails_at == 0) return false;
  ++allocations;
  return goes_on ? allocations >= fails_at : allocations == fails_at;
}
void* Allocate(std::size_t size, const char* /*file*/, int /*line*/) {
  return Fails() ? nullptr : std::malloc(size);
}
void* Reallocate(void* old, std::size_t size, const char* /*file*/, int /*line*/) {
  return Fails() ? nullptr : std::realloc(old, size);
}
void Release(void* memory, const char* /*file*/, int /*line*/) { std::free(memory); }

// OpenSSL takes them before its first allocation only.
const bool is_installed = CRYPTO_set_mem_functions(Allocate, Reallocate, Release) == 1;

// Runs `act` with each of its allocations failing in turn, and says how many there are. To look at
// what it got, it sets fails_at to 0.
template <typename Act>
long FailEach(const Act& act, long step = 1) {
  constexpr long kMost = 20'000;
  for (long i = 1; i < kMost; i += step) {
    fails_at = i;
    allocations = 0;
    try {
      act();
    } catch (const std::bad_alloc&) {  // which says what happened
    }
    fails_at = 0;
    if (allocations < i) return i - 1;
  }
  ADD_FAILURE() << "it never ends";
  return kMost;
}

class OutOfMemoryTest : public ::testing::TestWithParam<std::tuple<Algorithm, bool>> {
 protected:
  void SetUp() override {
    ASSERT_TRUE(is_installed);
    goes_on = std::get<bool>(GetParam());
    // What OpenSSL fetches once is fetched.
    ASSERT_EQ(*key_.public_key().Verify(message_, signature_), SignatureCheck::kVerified);
  }

  void ExpectSameKey(const PublicKey& key) const {
    EXPECT_TRUE(key == key_.public_key());
    EXPECT_EQ(*key.Verify(message_, signature_), SignatureCheck::kVerified);
  }

  PrivateKey key_ = *PrivateKey::Generate(std::get<Algorithm>(GetParam()));
  Bytes message_ = ToBytes(AsBytes("attestation"));
  Bytes signature_ = *key_.Sign(message_);
};

TEST_P(OutOfMemoryTest, AGenuineSignatureIsVerifiedOrUndecided) {
  const auto verify = [&] {
    const auto check = key_.public_key().Verify(message_, signature_);
    fails_at = 0;
    EXPECT_EQ(check.value_or(SignatureCheck::kVerified), SignatureCheck::kVerified);
  };
  EXPECT_GT(FailEach(verify), 1);
}

TEST_P(OutOfMemoryTest, AForgedSignatureIsNeverVerified) {
  constexpr long kStep = 7;  // that OpenSSL is able to verify is asked too
  signature_[3] ^= 1;
  const auto verify = [&] {
    const auto check = key_.public_key().Verify(message_, signature_);
    fails_at = 0;
    EXPECT_EQ(check.value_or(SignatureCheck::kMismatch), SignatureCheck::kMismatch);
  };
  EXPECT_GT(FailEach(verify, kStep), 1);
}

TEST_P(OutOfMemoryTest, ACertificatesKeyIsTakenWholeOrNotAtAll) {
  const auto made = key_.Certify({.common_name = "Émetteur",
                                  .not_before = kMorning,
                                  .not_after = kMorning + std::chrono::days(1)},
                                 key_.public_key(), std::nullopt);
  ASSERT_TRUE(made.ok()) << made.status();
  constexpr long kStep = 5;
  const Bytes der = made->ToDer();
  const auto parse = [&] {
    const auto certificate = Certificate::ParseDer(der);
    fails_at = 0;
    if (certificate.ok() && certificate->public_key()) ExpectSameKey(*certificate->public_key());
  };
  EXPECT_GT(FailEach(parse, kStep), 10);
}

TEST_P(OutOfMemoryTest, APrivateKeyIsTakenWholeOrNotAtAll) {
  constexpr long kStep = 97;  // reading PEM asks for memory some thousand times
  const auto pem = key_.ToPem(std::nullopt);
  ASSERT_TRUE(pem.ok());
  const auto load = [&] {
    const auto key = PrivateKey::FromPem(AsBytes(*pem),
                                         [] { return absl::StatusOr<std::string>(std::string()); });
    fails_at = 0;
    if (key.ok()) ExpectSameKey(key->public_key());
  };
  EXPECT_GT(FailEach(load, kStep), 10);
}

INSTANTIATE_TEST_SUITE_P(Algorithms, OutOfMemoryTest,
                         ::testing::Combine(::testing::Values(Algorithm::kEs256, Algorithm::kEs384,
                                                              Algorithm::kEdDsa),
                                            ::testing::Bool()));

}  // namespace
}  // namespace sceau::crypto
