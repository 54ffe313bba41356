// SPDX-License-Identifier: Apache-2.0
// Reads drafts of trust bundles.
#include "fuzz_check.h"
#include "trust/bundle/draft.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sceau;  // NOLINT(google-build-using-namespace)
  const auto draft = trust::ParseDraft({reinterpret_cast<const char*>(data), size});
  if (!draft.ok() || !trust::CheckDraft(*draft).ok()) return 0;
  const std::string text = trust::DraftToJson(*draft);
  const auto again = trust::ParseDraft(text);
  fuzz::Check(again.ok() && trust::DraftToJson(*again) == text, "a draft is written as it is read");
  return 0;
}
