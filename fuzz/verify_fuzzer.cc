// SPDX-License-Identifier: Apache-2.0
// The whole path on bytes: PDF, image or scanner text in, report out. Nobody can sign here, so
// nothing is ever valid, and nothing that the bytes claim is ever shown as a claim.
#include <memory>

#include "base/bytes.h"
#include "crypto/private_key.h"
#include "decode/in_process_reader.h"
#include "fuzz_check.h"
#include "nlohmann/json.hpp"
#include "sceau/verify.h"
#include "trust/trust_store.h"
#include "verify/pipeline.h"

namespace {

using namespace sceau;

trust::TrustStore MakeTrust() {
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
  return *std::move(store);
}

// In this process, where the fuzzer sees what the bytes reach.
Report VerifyHere(ByteSpan document) {
  static const trust::TrustStore trust = MakeTrust();
  static const Policy policy = *NamedPolicy("counter");
  static const ExpectedHolder nobody;
  const auto reader = decode::MakeInProcessReader();
  verify::Context context{.reader = reader.get(),
                          .trust = &trust,
                          .policy = policy.get(),
                          .holder = &nobody,
                          .limits = {},
                          .date_of_care = *ParseIsoDate("2026-11-23"),
                          .now = StartOfParisDay(*ParseIsoDate("2026-11-23"))};
  context.limits.page_pixels = 4'000'000;
  context.limits.pages = 3;
  context.limits.document_time = std::chrono::seconds{2};
  context.limits.render_dpi = 72;
  return verify::VerifyDocument(document, "fuzz", context);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Report report = VerifyHere(ByteSpan(data, size));
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
