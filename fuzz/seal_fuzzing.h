// SPDX-License-Identifier: Apache-2.0
// What must hold for any seal format on any payload.
#ifndef SCEAU_FUZZ_SEAL_FUZZING_H_
#define SCEAU_FUZZ_SEAL_FUZZING_H_

#include "attestation/other_people.h"
#include "base/status.h"
#include "fuzz_check.h"
#include "seal/registry.h"

namespace sceau::fuzz {

// Every refusal has a reason of the seal's own area: kInternal would be a failure of ours.
inline void CheckRefusal(const absl::Status& status) {
  Check(AreaOf(ReasonOf(status)) == ReasonArea::kSeal, "a refusal has a seal.* reason");
}

inline void CheckSeal(const seal::Format& format, ByteSpan payload) {
  const auto parsed = seal::Parse(format, payload, Limits{});
  if (!parsed.ok()) return CheckRefusal(parsed.status());
  Check(parsed->format == &format, "a parsed seal names its format");
  Check(parsed->annex_offset <= parsed->content.size(), "the annex lies within the content");
  for (const Layer& layer : parsed->layers) {
    for (const Part& part : layer.parts) {
      Check(part.offset <= layer.bytes.size() && part.length <= layer.bytes.size() - part.offset,
            "a part lies within its layer");
    }
  }
  const auto decoded = format.decode_claims(*parsed);
  if (!decoded.ok()) return CheckRefusal(decoded.status());
  const Claims& claims = decoded->claims;
  Check(!attestation::AreOtherPeople(claims, claims), "nobody is another than oneself");
}

}  // namespace sceau::fuzz

#endif  // SCEAU_FUZZ_SEAL_FUZZING_H_
