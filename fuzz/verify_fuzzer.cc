// SPDX-License-Identifier: Apache-2.0
// The whole path on bytes: PDF, image or scanner text in, report out. Nobody can sign here, so
// nothing is ever valid, and nothing that the bytes claim is ever shown as a claim.
#include <memory>

#include "base/bytes.h"
#include "crypto/private_key.h"
#include "fuzz_check.h"
#include "nlohmann/json.hpp"
#include "sceau/inspect.h"
#include "sceau/verify.h"
#include "trust/trust_store.h"

namespace {

sceau::Verifier MakeVerifier() {
  using namespace sceau;
  const auto key = crypto::PrivateKey::Generate(crypto::Algorithm::kEs256);
  const crypto::PrivateKey::CertificateRequest request{
      .organisation = "Nobody",
      .common_name = "Nobody",
      .not_before = StartOfParisDay(*ParseIsoDate("2020-01-01")),
      .not_after = StartOfParisDay(*ParseIsoDate("2040-01-01")),
      .authority = false,
      .serial = std::nullopt};
  auto store = trust::TrustStore::Create({*key->Certify(request, key->public_key(), std::nullopt)},
                                         {"fuzzer"});
  VerifyOptions options;
  options.trust = std::make_shared<const trust::TrustStore>(*std::move(store));
  options.now = [] { return StartOfParisDay(*ParseIsoDate("2026-11-23")); };
  options.limits.page_pixels = 4'000'000;
  options.limits.pages = 3;
  options.limits.document_time = std::chrono::seconds{2};
  options.limits.render_dpi = 72;
  return *Verifier::Create(std::move(options));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sceau;
  static const Verifier verifier = MakeVerifier();
  const Report report = verifier.VerifyBytes(ByteSpan(data, size), "fuzz");
  fuzz::Check(report.verdict != Verdict::kValid, "nothing unsigned is valid");
  fuzz::Check(!report.seals.empty() || !report.reasons.empty(), "what is not judged has a reason");
  for (const SealReport& seal : report.seals) {
    fuzz::Check(seal.signature != Signature::kVerified && !seal.claims,
                "no claim without a signature");
    fuzz::Check(!seal.reasons.empty(), "a seal that is not proven has a reason");
  }
  fuzz::Check(nlohmann::json::accept(ReportToJson(report, Language::kFrench, NirDisplay::kMasked)),
              "the report is JSON");
  return 0;
}
