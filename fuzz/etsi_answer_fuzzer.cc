// SPDX-License-Identifier: Apache-2.0
// What a reader of trusted lists that was taken over could say. Whatever is believed is within the
// limits, and is what is written of it again.
#include <algorithm>

#include "base/status.h"
#include "base/text.h"
#include "fuzz_check.h"
#include "isolation/list_answer_kind.h"
#include "isolation/trusted_list.h"

namespace {

using namespace sceau;

void CheckService(const isolation::TrustService& service, const Limits& limits) {
  for (const auto* text : {&service.provider, &service.name, &service.type})
    fuzz::Check(text->size() <= limits.etsi_text_bytes && IsUtf8(*text), "texts");
  fuzz::Check(!service.periods.empty() && std::ssize(service.periods) <= limits.etsi_periods,
              "periods");
  fuzz::Check(std::ranges::is_sorted(service.periods, std::ranges::greater(),
                                     &isolation::StatusPeriod::from),
              "newest first");
  fuzz::Check(std::ssize(service.certificates) <= limits.etsi_identities, "certificates");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Limits limits;
  const auto list = isolation::ReadListAnswer(ByteSpan(data, size), limits);
  if (!list.ok()) {
    const Reason reason = ReasonOf(list.status());
    fuzz::Check(
        reason == Reason::kTrustEtsiReaderStopped ||
            std::ranges::find(isolation::kListReasons, reason) != isolation::kListReasons.end(),
        "a reason that it may have");
    return 0;
  }
  fuzz::Check(std::ssize(list->services) <= limits.etsi_services, "services");
  for (const auto& service : list->services) CheckService(service, limits);
  fuzz::Check(FormatIsoInstant(list->issued).size() == 20, "a date of four figures");
  fuzz::Check(isolation::WriteListAnswer(list) == Bytes(data, data + size), "one way to say it");
  return 0;
}
