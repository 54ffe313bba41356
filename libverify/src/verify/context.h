// SPDX-License-Identifier: Apache-2.0
// What a caller asks for, checked once, and what one document is then judged by.
#ifndef SCEAU_VERIFY_CONTEXT_H_
#define SCEAU_VERIFY_CONTEXT_H_

#include "absl/status/status.h"
#include "isolation/reader.h"
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
  bool replay = false;
  EvidencePictures evidence = EvidencePictures::kNone;
  bool recognise_words = false;
  bool pictures_doubts = true;  // and not only what differs
};

// Refuses what Verifier::Create() refuses; fills in what was left to us.
absl::Status Complete(VerifyOptions& options);

// Of completed options, which outlive it. The clock is asked here.
Context ContextOf(const VerifyOptions& options, isolation::Reader* reader);

}  // namespace sceau::verify

#endif  // SCEAU_VERIFY_CONTEXT_H_
