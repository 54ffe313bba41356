// SPDX-License-Identifier: Apache-2.0
#include "vector_file.h"

#include <algorithm>

namespace sceau::vectors {

Expected Unproven(std::string verdict, std::string signature, std::string seal,
                  std::vector<std::string> reasons) {
  return {.verdict = std::move(verdict),
          .signature = std::move(signature),
          .seal = std::move(seal),
          .status = "not-run",
          .rights = "not-run",
          .holder = "not-run",
          .reasons = std::move(reasons)};
}

Json ToJson(const Vector& vector) {
  const bool printable =
      std::ranges::all_of(vector.payload, [](std::uint8_t c) { return c >= 0x20 && c < 0x7F; });
  Json json = {{"description", vector.description}, {"format", vector.format}};
  if (printable) json["payload"] = std::string(AsText(vector.payload));
  json["payload_hex"] = ToHex(vector.payload);
  if (vector.typed) json["typed"] = true;
  if (vector.codes > 1) json["codes"] = vector.codes;
  json["trust"] = vector.trust;
  json["policy"] = vector.policy;
  json["date_of_care"] = vector.date_of_care;
  json["now"] = vector.now;
  if (!vector.holder.empty()) json["holder"] = vector.holder;
  if (!vector.intermediates.empty()) json["intermediates"] = vector.intermediates;
  const Expected& e = vector.expected;
  json["expected"] = {{"verdict", e.verdict}, {"signature", e.signature}, {"seal", e.seal},
                      {"status", e.status},   {"rights", e.rights},       {"holder", e.holder},
                      {"reasons", e.reasons}};
  if (!vector.claims.is_null()) json["expected"]["claims"] = vector.claims;
  return json;
}

}  // namespace sceau::vectors
