// SPDX-License-Identifier: Apache-2.0
// file bytes -> pages -> symbols -> parsed seal -> issuer's key -> signature -> claims -> axes ->
// Report
#ifndef SCEAU_VERIFY_PIPELINE_H_
#define SCEAU_VERIFY_PIPELINE_H_

#include <string>

#include "base/bytes.h"
#include "isolation/reader.h"
#include "sceau/report.h"
#include "sceau/verify.h"
#include "trust/trust_store.h"
#include "verify/policy.h"

namespace sceau::verify {

// All that a judgement depends on besides the document. The pointees outlive it.
struct Context {
  isolation::Reader* reader = nullptr;
  const trust::TrustStore* trust = nullptr;
  const Policy* policy = nullptr;
  const ExpectedHolder* holder = nullptr;
  Limits limits;
  Date date_of_care{};
  Instant now{};
};

// What every report says before anything was read.
Report StartReport(const std::string& name, const Context& context);

Report VerifyDocument(ByteSpan document, const std::string& name, const Context& context);

}  // namespace sceau::verify

#endif  // SCEAU_VERIFY_PIPELINE_H_
