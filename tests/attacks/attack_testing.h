// SPDX-License-Identifier: Apache-2.0
// What the attacks start from: a trusted issuer, a verifier on a given day, and seals whose every
// part can be chosen.
#ifndef SCEAU_TESTS_ATTACKS_ATTACK_TESTING_H_
#define SCEAU_TESTS_ATTACKS_ATTACK_TESTING_H_

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "codec/base45.h"
#include "codec/cbor.h"
#include "sceau/verify.h"
#include "seal/cose/sign1.h"
#include "verify/pipeline.h"
#include "verify/testing/test_issuer.h"

namespace sceau::attacks {

using testing_support::SomeAttestation;
using testing_support::TestIssuer;

inline Date Day(std::string_view iso) { return *ParseIsoDate(iso); }
inline Instant Morning(std::string_view iso) {
  return StartOfParisDay(Day(iso)) + std::chrono::hours{10};
}
inline Trust TrustOf(const std::vector<crypto::Certificate>& certificates) {
  return std::make_shared<const trust::TrustStore>(testing_support::TrustIn(certificates));
}

inline Report Judge(const Trust& trust, std::string_view document, Instant now,
                    std::string_view policy = "counter", ExpectedHolder holder = {}) {
  VerifyOptions options;
  options.trust = trust;
  options.policy = *NamedPolicy(policy);
  options.now = [now] { return now; };
  options.holder = std::move(holder);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(document.data());
  return Verifier::Create(std::move(options))->VerifyBytes({bytes, document.size()}, "attack");
}

// Of a code that was seen in a picture, whatever decoded it.
inline Report JudgeSeen(const Trust& trust, std::string_view payload, Instant now,
                        std::string_view policy = "counter") {
  VerifyOptions options;
  options.trust = trust;
  options.policy = *NamedPolicy(policy);
  options.now = [now] { return now; };
  isolation::ReadOutcome read;
  Page& page = read.content.pages.emplace_back();
  page.symbols.push_back({Symbology::kDataMatrix, ToBytes(AsBytes(payload)), {}});
  return verify::VerifyRead(read, "attack", verify::ContextOf(options, nullptr));
}

// Whether anybody could take anything in the report for true.
inline bool IsBelieved(const Report& report) {
  return report.verdict == Verdict::kValid ||
         std::ranges::any_of(report.seals, [](const SealReport& seal) {
           return seal.verdict == Verdict::kValid || seal.axes.seal == SealAxis::kGenuine;
         });
}

inline bool Says(const std::vector<Finding>& findings, Reason reason) {
  return std::ranges::find(findings, reason, &Finding::reason) != findings.end();
}
inline bool Says(const Report& report, Reason reason) {
  return Says(report.reasons, reason) ||
         std::ranges::any_of(
             report.seals, [reason](const SealReport& seal) { return Says(seal.reasons, reason); });
}

inline std::string TextOf(ByteSpan envelope) { return "AD1:" + codec::EncodeBase45(envelope); }

// An ad1 seal by an issuer of the attacker's choice over parts of the attacker's choice.
class ForgedSeal {
 public:
  explicit ForgedSeal(const TestIssuer& issuer)
      : issuer_(issuer),
        parts_(seal::ad1::Encode(SomeAttestation(), issuer.stated(), issuer.key_id())) {
    Sign();
  }

  Bytes& header() { return parts_.protected_header; }
  Bytes& payload() { return parts_.payload; }
  Bytes& signature() { return signature_; }

  // The worst case: the trusted key signed it.
  ForgedSeal& Sign() {
    signature_ = *issuer_.key.Sign(seal::cose::SigStructure(header(), payload()));
    return *this;
  }
  Bytes Envelope() const {
    return seal::cose::JoinSign1(parts_.protected_header, parts_.payload, signature_);
  }
  std::string Text() const { return TextOf(Envelope()); }

 private:
  const TestIssuer& issuer_;
  seal::ad1::Unsigned parts_;
  Bytes signature_;
};

}  // namespace sceau::attacks

#endif  // SCEAU_TESTS_ATTACKS_ATTACK_TESTING_H_
